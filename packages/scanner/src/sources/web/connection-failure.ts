import { codeOf, misunderstanding } from '../failure-reason.ts';

const failures: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its host could not be looked up',
  ECONNREFUSED: 'the server refuses connections',
  ECONNRESET: 'the connection broke off',
  EHOSTUNREACH: 'the server cannot be reached',
  ENETUNREACH: 'the server cannot be reached',
  ETIMEDOUT: 'the server cannot be reached',
  HPE_HEADER_OVERFLOW: 'the server sends too many headers',
};

/** Why a request failed, in words. What the error itself says is not repeated. */
export function connectionFailure(error: unknown): string {
  const code = codeOf(error) || (error instanceof AggregateError ? codeOf(error.errors[0]) : '');
  return failures[code] ?? misunderstanding(code) ?? (code === '' ? 'the connection ended without an answer' : `the connection failed (${code})`);
}
