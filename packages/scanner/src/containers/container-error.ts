/**
 * Why a container, or a member of one, could not be read to its end. The message goes on after the path in `coverage.unread`: it starts with a
 * small letter and quotes nothing of what was read.
 */
export class ContainerError extends Error {
  override readonly name = 'ContainerError';
}
