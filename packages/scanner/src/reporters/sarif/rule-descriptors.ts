import type { Clause, Rule } from '@submit-guard/rules';

/** Weaknesses of the Common Weakness Enumeration that a clause guards against; code scanning shows them as tags. */
const weaknesses: Readonly<Record<Clause, string>> = {
  repository: '798',
  frontend: '522',
  log: '532',
  'test-tool': '798',
  callback: '201',
  'callback-authentication': '345',
  credentials: '522',
};

/** Scores of code scanning: 7.0 to 8.9 shows as high, 4.0 to 6.9 as medium. */
const securitySeverity = { error: '8.5', warning: '5.5' } as const;

const inPascalCase = (id: string): string => id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const steps = (rule: Rule): string => rule.remedy.map((step, index) => `${index + 1}. ${step}`).join('\n');

function helpInMarkdown(rule: Rule): string {
  return [
    `**${rule.title}**`,
    rule.why.trim(),
    `## How to mend it`,
    steps(rule),
    `## When not to use this rule`,
    rule.whenNotToUse.trim(),
    `[Documentation](${rule.docsUrl}), after "${rule.source}" of the vendor's documentation.`,
  ].join('\n\n');
}

/** A rule as a SARIF reportingDescriptor (3.49). */
export function ruleDescriptor(rule: Rule): object {
  return {
    id: rule.id,
    name: inPascalCase(rule.id),
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: rule.policy },
    help: {
      text: `${rule.title}.\n\n${rule.why.trim()}\n\nHow to mend it:\n${steps(rule)}\n\n${rule.docsUrl}`,
      markdown: helpInMarkdown(rule),
    },
    helpUri: rule.docsUrl,
    defaultConfiguration: { level: rule.severity },
    properties: {
      tags: ['security', 'secret', `external/cwe/cwe-${weaknesses[rule.clause]}`, `submit-guard/${rule.clause}`],
      precision: 'high',
      'security-severity': securitySeverity[rule.severity],
      'problem.severity': rule.severity,
    },
  };
}
