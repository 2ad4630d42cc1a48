/** What the proofs about time share: ESLint's own timing of its rules, told apart by whose they are. */
import js from '@eslint/js';
import { Linter } from 'eslint';
import submitGuard from '../dist/index.js';

/**
 * A linter with ESLint's recommended rules and all of ours, the strictest way, or with others.
 *
 * @param {import('eslint').Linter.LanguageOptions} [languageOptions]
 */
export function timedLinter(languageOptions = {}, rules = submitGuard.configs.strict.rules, others = js.configs.recommended.rules) {
  const linter = new Linter();
  const config = [
    { files: ['**'], rules: others, languageOptions },
    { ...submitGuard.configs.strict, rules },
  ];
  /** Lints a text once: milliseconds of our rules and of all, as `--stats` tells them, and how many problems ours found. */
  return (text, filename) => {
    const { messages } = linter.verifyAndFix(text, config, { filename, fix: false, stats: true });
    const fatal = messages.find((message) => message.fatal);
    if (fatal) throw new Error(`${filename} cannot be read: ${fatal.message}`);
    let ours = 0;
    let all = 0;
    for (const pass of linter.getTimes().passes) {
      for (const [rule, { total }] of Object.entries(pass.rules ?? {})) {
        all += total;
        if (rule.startsWith('submit-guard/')) ours += total;
      }
    }
    return { ours, all, found: messages.filter(({ ruleId }) => ruleId?.startsWith('submit-guard/')).length };
  };
}

/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
