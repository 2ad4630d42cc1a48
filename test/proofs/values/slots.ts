import type { NotSecretKind } from './value-lists.ts';

/** A text around a value. */
export type Slot = (value: string) => string;

const quoted = JSON.stringify;

/** Places where a key would be convicted by its name or by where it is sent. */
export const keySlots: Readonly<Record<string, Slot>> = {
  'dotenv': (value) => `NODE_ENV=production\nATOMYX_SUBMIT_API_KEY=${value}\nPORT=3000\n`,
  'dotenv, quoted': (value) => `SUBMIT_API_KEY="${value}"\n`,
  'JSON': (value) => `{ "port": 3000, "atomyxSubmitApiKey": ${quoted(value)} }\n`,
  'YAML': (value) => `atomyx:\n  submit:\n    api_key: ${quoted(value)}\n`,
  'Python': (value) => `import os\n\nATOMYX_API_KEY = ${quoted(value)}\n`,
  'header line': (value) => `POST /api/jobs HTTP/1.1\nHost: submit.atomyx.io\nAuthorization: Bearer ${value}\n\n{"externalId":"order-1"}\n`,
  'curl': (value) => `curl https://submit.atomyx.io/api/jobs -H 'Authorization: Bearer ${value}' -d @job.json\n`,
};

/** Generic names of keys beside a call to Submit. */
export const vicinitySlots: Readonly<Record<string, Slot>> = {
  apiKey: (value) => `{ "submit": { "url": "https://submit.atomyx.io/api", "apiKey": ${quoted(value)} } }\n`,
  token: (value) => `const token = ${quoted(value)};\nconst url = 'https://submit.atomyx.io/api/jobs';\n`,
};

/** What the values are called in real files. */
const labels: Readonly<Record<NotSecretKind, readonly string[]>> = {
  'hashes': ['sha256', 'md5', 'checksum', 'etag', 'artworkHash'],
  'uuid-ids': ['id', 'jobId', 'externalId', 'requestId', 'submitJobId'],
  'commit-ids': ['commit', 'revision', 'gitSha', 'build', 'ref'],
  'integrity-strings': ['integrity', 'digest', 'pin'],
  'base64-images': ['logo', 'image', 'src', 'preview'],
  'words': ['title', 'status', 'scope', 'label'],
  'paths': ['path', 'file', 'artwork', 'keyFile'],
  'urls': ['url', 'callbackURL', 'tokenUrl', 'returnURL'],
  'versions': ['version', 'userAgent', 'release'],
  'css-classes': ['className', 'submitClass', 'selector'],
  'public-keys': ['publicKey', 'jwk', 'verifyKey', 'submitPublicKey'],
};

/** Generic places near Submit for values of a kind: beside a request that reads its key from the environment. */
export function slotsFor(kind: NotSecretKind): Readonly<Record<string, Slot>> {
  return Object.fromEntries(
    labels[kind].flatMap((label): [string, Slot][] => [
      [`JavaScript ${label}`, (value) => [
        `const job = { externalId: 'order-1', metadata: { ${label}: ${quoted(value)} } };`,
        `await fetch('https://submit.atomyx.io/api/jobs', {`,
        `  method: 'POST',`,
        '  headers: { Authorization: `Bearer ${process.env.SUBMIT_API_KEY}` },',
        `  body: JSON.stringify(job),`,
        `});\n`,
      ].join('\n')],
      [`YAML ${label}`, (value) => `submit:\n  base_url: https://submit.atomyx.io/api\n  api_key: \${SUBMIT_API_KEY}\n  ${label}: ${quoted(value)}\n`],
      [`JSON ${label}`, (value) => `{ "host": "submit.atomyx.io", "externalId": "order-1", "${label}": ${quoted(value)} }\n`],
    ]),
  );
}

/** Kinds that the value itself gives away, wherever it stands; a hash and a hexadecimal key look the same. */
export const tellingKinds: readonly NotSecretKind[] = ['words', 'paths', 'urls', 'versions', 'integrity-strings'];
