/**
 * Something in the configuration, the baseline or the file of known keys keeps the tool from doing its work. The
 * message is one or more sentences for a person, one line each, to be printed as they are; the exit status is 2.
 * It never quotes a value that could be a key.
 */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
}
