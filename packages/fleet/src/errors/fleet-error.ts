/** Something outside stands in the way of a fleet scan. The message is a sentence for the person who started it; the exit status is 2. */
export class FleetError extends Error {
  override readonly name = 'FleetError';
}
