/** Why a job cannot be carried out here; the message is the end of a sentence and repeats no address. Another attempt may go better, unless it is final. */
export class JobError extends Error {
  override readonly name = 'JobError';
  readonly isFinal: boolean;

  constructor(reason: string, isFinal = false) {
    super(reason);
    this.isFinal = isFinal;
  }
}
