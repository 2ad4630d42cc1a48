import type { Report } from '@submit-guard/core';
import { isRecord, printable } from '@submit-guard/core';
import * as v from 'valibot';
import { resultSchema } from './result-schema.ts';
import { ResultsError } from './results-error.ts';

/** The first two numbers of a version: what they say may be new. */
function numbersOf(version: string): readonly [major: number, minor: number] | undefined {
  const [, major, minor] = /^(\d{1,6})\.(\d{1,6})\./.exec(version) ?? [];
  return major === undefined || minor === undefined ? undefined : [Number(major), Number(minor)];
}

function isNewer(version: string, own: string): boolean {
  const [theirs, ours] = [numbersOf(version), numbersOf(own)];
  if (theirs === undefined || ours === undefined) return false;
  return theirs[0] > ours[0] || (theirs[0] === ours[0] && theirs[1] > ours[1]);
}

/** Whose results these are, where they are not ours; a name that is too long to be one is nobody's. */
function refuseOthers(document: unknown, shown: string): string {
  const tool = isRecord(document) ? document['tool'] : undefined;
  const { name, version } = isRecord(tool) ? tool : {};
  if (name === 'submit-guard' && typeof version === 'string') return version;
  const sarif = isRecord(document) && Array.isArray(document['runs']) ? 'It is a SARIF log; ' : '';
  const theirs = typeof name === 'string' && name !== 'submit-guard' && name.length < 40 ? `It was written by ${printable(name)}; ` : sarif;
  throw new ResultsError(`${shown} holds no results of submit-guard. ${theirs === '' ? 'Name' : `${theirs}name`} a file that \`submit-guard scan --format json\` wrote.`);
}

function parseJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const why = text.trim() === '' ? 'it is empty' : /[}\]]\s*$/.test(text) ? 'it is faulty' : 'it ends too early';
    throw new ResultsError(`${shown} is no JSON document: ${why}. Scan again with --format json -o FILE, which writes it whole or not at all.`);
  }
}

/**
 * Reads what `--format json` prints. What stands in it is believed to be a report and nothing more: every text is one that anybody may have
 * written, and what claims to be a mask must be one.
 *
 * @param shown - name of the document, for messages.
 * @param version - our own.
 * @throws {ResultsError} where it is broken, of another tool, or of a newer version.
 */
export function parseResult(text: string, shown: string, version: string): Report {
  const document = parseJson(text.replace(/^\ufeff/, ''), shown);
  const theirs = refuseOthers(document, shown);
  if (isNewer(theirs, version)) throw new ResultsError(`${shown} was written by submit-guard ${printable(theirs)}, which is newer than this one (${version}). Update submit-guard to read it.`);
  const outcome = v.safeParse(resultSchema, document, { abortEarly: true });
  if (outcome.success) {
    const { findings, coverage, suppressed, notes } = outcome.output;
    return { findings, coverage, suppressed, notes };
  }
  const [issue] = outcome.issues;
  const where = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  throw new ResultsError(`${shown} is damaged: \`${printable(where)}\` is not what submit-guard writes there. Scan again with --format json.`);
}
