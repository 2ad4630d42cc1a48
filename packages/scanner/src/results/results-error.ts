/** Results cannot be read. The message is a sentence for the person who named them, and quotes nothing of what is in them; the exit status is 2. */
export class ResultsError extends Error {
  override readonly name = 'ResultsError';
}
