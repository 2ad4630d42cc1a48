import { randomBytes, randomUUID } from 'node:crypto';
import * as typescript from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../src/index.ts';
import { verdicts as browsers } from './verdicts/browsers.ts';
import { verdicts as callbackTypes } from './verdicts/callback-types.ts';
import { verdicts as cells } from './verdicts/cells.ts';
import { verdicts as clients } from './verdicts/clients.ts';
import { verdicts as inheritance } from './verdicts/inheritance.ts';
import { verdicts as jobs } from './verdicts/jobs.ts';
import { verdicts as labels } from './verdicts/labels.ts';
import { verdicts as logs } from './verdicts/logs.ts';
import { verdicts as otherServices } from './verdicts/other-services.ts';
import { verdicts as requests } from './verdicts/requests.ts';
import { verdicts as signatures } from './verdicts/signatures.ts';
import { verdicts as submitClients } from './verdicts/submit-clients.ts';
import { verdicts as values } from './verdicts/values.ts';

const topics = { browsers, callbackTypes, cells, clients, inheritance, jobs, labels, logs, otherServices, requests, signatures, submitClients, values };

const linter = new Linter();

/** The rules that report something, in the order of their names. */
function reportedBy(code: string, path: string): readonly string[] {
  const config = { ...plugin.configs.strict, files: ['**'], languageOptions: { parser: typescript, parserOptions: { ecmaFeatures: { jsx: path.endsWith('x') } } } };
  const messages = linter.verify(code, [config], { filename: path });
  return messages.map(({ ruleId, message }) => ruleId?.replace('submit-guard/', '') ?? message).sort();
}

// Written against the rules, before anybody looked at what they say; each with all rules at once, so that none is reported by two.
describe.each(Object.entries(topics))('all rules together on %s', (_topic, verdicts) => {
  it.each(verdicts)('$code', ({ code, rules, path = 'server/file.ts' }) => {
    const filled = code.replaceAll('~key~', () => randomBytes(20).toString('hex')).replaceAll('~uuid~', () => randomUUID());
    expect(reportedBy(filled, path)).toEqual([...rules].sort());
  });
});
