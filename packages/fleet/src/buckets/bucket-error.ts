import { JobError } from '../errors/job-error.ts';

/** Codes of errors (Amazon S3 API reference, "Error responses") and what they mean for a whole bucket; the ends of sentences. */
const sentences: Readonly<Record<string, string>> = {
  InvalidAccessKeyId: 'the object store does not know the access key: check AWS_ACCESS_KEY_ID',
  SignatureDoesNotMatch: 'the object store refused the credentials: check AWS_SECRET_ACCESS_KEY, and the region in AWS_REGION',
  ExpiredToken: 'the session token has expired: put new credentials into AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, and go on with --resume',
  InvalidToken: 'the object store refused the session token: check AWS_SESSION_TOKEN',
  NoSuchBucket: 'there is no such bucket',
  AllAccessDisabled: 'the bucket is closed to everybody',
  AccessDenied: 'the object store denies access: the credentials may not list the bucket and read its objects (s3:ListBucket, s3:GetObject)',
  RequestTimeTooSkewed: 'the clock of this machine differs too much from that of the object store: set it right',
  PermanentRedirect: 'the bucket is in another region: name it in AWS_REGION',
  AuthorizationHeaderMalformed: 'the bucket is in another region: name it in AWS_REGION',
  InvalidBucketName: 'the object store knows no bucket of such a name',
};

/** Other names that stores give the same errors. */
const synonyms: Readonly<Record<string, string>> = { ExpiredTokenException: 'ExpiredToken', TokenRefreshRequired: 'ExpiredToken', InvalidSecurity: 'InvalidAccessKeyId', InvalidClientTokenId: 'InvalidAccessKeyId' };

/**
 * Why a store refuses, for all that would be asked of it.
 *
 * @param code - the code in its answer; '' where there is none.
 * @param isSigned - whether there were credentials.
 */
export function refusalOf(code: string, status: number, isSigned: boolean): JobError {
  const known = synonyms[code] ?? code;
  if (!isSigned && (known === 'AccessDenied' || status === 401 || status === 403)) {
    return new JobError('the object store wants credentials: put them into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY', true);
  }
  const sentence = sentences[known] ?? (status === 301 || status === 307 ? sentences['PermanentRedirect'] : status === 403 ? sentences['AccessDenied'] : undefined);
  if (sentence !== undefined) return new JobError(sentence, true);
  return new JobError(`the object store answered with status ${status}${/^\w{1,60}$/.test(code) ? ` (${code})` : ''}`);
}

/** An object that cannot be read, while others may be. The message is the end of a sentence. */
export class ObjectError extends Error {
  override readonly name = 'ObjectError';
}

/** Why one object is not read; `undefined` where the answer is about more than that. */
export function objectRefusal(code: string, status: number): ObjectError | undefined {
  if (code === 'InvalidObjectState') return new ObjectError('it is archived; restore it first');
  if (code === 'NoSuchKey' || (status === 404 && code === '')) return new ObjectError('it was removed while the bucket was scanned');
  if (status === 412) return new ObjectError('it was changed while the bucket was scanned');
  if (code === 'AccessDenied' || (status === 403 && code === '')) return new ObjectError('the credentials may not read it');
  if (status === 400 && /^(?:InvalidRequest|InvalidArgument)$/.test(code)) return new ObjectError('the object store wants the key that it is encrypted with');
  return undefined;
}
