// Imported first, and for its effect: a Node.js that is too old is told so in a sentence instead of in a stack trace.
// The syntax here and in the entry points stays old enough for such a Node.js to read it.
import { readFileSync } from 'node:fs';

/**
 * Whether a Node.js version is inside a range such as `^20.19 || ^22.13 || >=24`, the only two forms this project uses.
 *
 * @param {string} version for example `20.19.0`
 * @param {string} range the `engines.node` of a manifest
 */
function satisfies(version, range) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const [, operator, wantedMajor, wantedMinor = '0'] = /^\s*(\^|>=)(\d+)(?:\.(\d+))?\s*$/.exec(part) || [];
    if (operator === undefined) throw new Error(`engines.node holds "${part.trim()}", which is neither ^N.N nor >=N`);
    if (major !== Number(wantedMajor)) return operator === '>=' && major > Number(wantedMajor);
    return minor >= Number(wantedMinor);
  });
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
if (!satisfies(process.versions.node, manifest.engines.node)) {
  process.stderr.write(
    `submit-guard needs Node.js ${manifest.engines.node}, and this is ${process.versions.node} (${process.execPath}).\n` +
      'Install a supported version, for example the current LTS, and run the command again.\n',
  );
  process.exit(2);
}
