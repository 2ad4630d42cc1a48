import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomValues } from './random-values.ts';
import type { RandomValues } from './random-values.ts';
import { material } from './work.ts';
import type { Material } from './work.ts';

const fullBytes = 100_000_000;
const fileBytes = 8_000;
/** Blocks of a file for one Submit key in all files. */
const blocksPerKey = 1500;

const services = ['github', 'stripe', 'mailer', 'search', 'maps', 'billing', 'crm', 'storage'] as const;

type Block = (random: RandomValues, index: number) => string;

interface Language {
  readonly extension: string;
  readonly blocks: readonly [Block, ...Block[]];
  /** A block with a Submit key. */
  readonly leak: Block;
}

const scripts: Language = {
  extension: 'js',
  blocks: [
    (_, index) => `import { AtomyxJobs${index} } from '@shop/atomyx-submit';\n`,
    (_, index) => `export const atomyxClient${index} = new AtomyxJobs({ apiKey: process.env.ATOMYX_SUBMIT_API_KEY, host: 'submit.atomyx.io' });\n`,
    (_, index) => `// Atomyx Submit: the API key is issued in Atomyx Vault, never in code. See ticket ${index}.\nexport const apiKey${index} = 'YOUR_API_KEY';\n`,
    (random, index) => {
      const service = random.pick(services);
      return `const ${service}Token${index} = '${random.hex(40)}';\nexport const ${service}${index} = () =>\n  fetch('https://api.${service}.example/v1/items/${index}', {\n    headers: { Authorization: \`Bearer \${${service}Token${index}}\` },\n  });\n`;
    },
    (random, index) => `export const config${index} = {\n  clientSecret: '${random.base64url(32)}',\n  issuer: 'https://login.${random.pick(services)}.example',\n  atomyx: { submit: { apiKey: config.get('atomyx.submit.apiKey') } },\n};\n`,
    (random, index) => `test('atomyx job ${index} keeps its key to itself', () => {\n  expect(job.externalId).toBe('${random.uuid()}');\n  expect(token).not.toContain(atomyxKey);\n});\n`,
    (random, index) => `export const integrity${index} = 'sha512-${random.base64url(86)}==';\n`,
  ],
  leak: (random, index) => `const ATOMYX_SUBMIT_API_KEY_${index} = '${random.hex(40)}';\n`,
};

const python: Language = {
  extension: 'py',
  blocks: [
    (_, index) => `from shop.atomyx import SubmitClient as SubmitClient${index}\n`,
    (_, index) => `ATOMYX_TOKEN_${index} = os.environ["ATOMYX_SUBMIT_API_KEY"]\n`,
    (random, index) => `def call_${random.pick(services)}_${index}(order):\n    token = "${random.base64url(43)}"\n    return requests.post("https://api.${random.pick(services)}.example/v2/orders", headers={"Authorization": f"Bearer {token}"}, json=order)\n`,
    (_, index) => `class AtomyxCallback${index}(View):\n    """Atomyx signs callbacks; the API key has no part in it."""\n\n    secret_name = "atomyx-callback-secret-${index}"\n`,
    (random, index) => `CHECKSUMS_${index} = {"atomyx-fonts.zip": "${random.hex(64)}", "keys.db": "${random.hex(64)}"}\n`,
  ],
  leak: (random, index) => `client_${index} = SubmitClient(atomyx_submit_api_key="${random.base64url(43)}")\n`,
};

const yaml: Language = {
  extension: 'yaml',
  blocks: [
    (random, index) => `service-${index}:\n  image: registry.example/atomyx-gateway@sha256:${random.hex(64)}\n  environment:\n    ATOMYX_SUBMIT_API_KEY: \${ATOMYX_SUBMIT_API_KEY}\n    ATOMYX_HOST: submit.atomyx.io\n`,
    (random, index) => `${random.pick(services)}-${index}:\n  api_key: ${random.hex(32)}\n  url: https://api.${random.pick(services)}.example/v1\n`,
    (_, index) => `secret-${index}:\n  name: atomyx-submit\n  valueFrom:\n    secretKeyRef: { name: atomyx, key: api-key }\n`,
  ],
  leak: (random, index) => `shop-${index}:\n  atomyx:\n    submit:\n      api-key: ${random.hex(40)}\n`,
};

const go: Language = {
  extension: 'go',
  blocks: [
    (_, index) => `// AtomyxKey${index} returns the Atomyx Submit key of the environment.\nfunc AtomyxKey${index}() string { return os.Getenv("ATOMYX_SUBMIT_API_KEY") }\n`,
    (random, index) => `var ${random.pick(services)}Key${index} = "${random.hex(40)}"\n`,
    (random, index) => `func post${index}(ctx context.Context, token string) error {\n\treq, _ := http.NewRequest("POST", "https://api.${random.pick(services)}.example/v1/jobs", nil)\n\treq.Header.Set("Authorization", "Bearer "+token)\n\treturn send(ctx, req, "${random.uuid()}")\n}\n`,
  ],
  leak: (random, index) => `const atomyxSubmitAPIKey${index} = "${random.hex(40)}"\n`,
};

const languages = [scripts, python, yaml, go] as const;

/**
 * A repository full of `atomyx`, of names such as `apiKey` and `token`, and of other services' keys; hardly any Submit key.
 *
 * @param share - of the full size.
 */
export function denseCode(folder: string, name: string, share: number): Material {
  const size = Math.round(fullBytes * share);
  return material({
    target: join(folder, name),
    from: `${size} bytes, version 1`,
    make: (target) => {
      const random = randomValues('dense code');
      let bytes = 0;
      let planted = 0;
      for (let file = 0, index = 0; bytes < size; file += 1) {
        const language = random.pick(languages);
        let text = '';
        while (text.length < fileBytes) {
          index += 1;
          const leaks = index % blocksPerKey === 0;
          if (leaks) planted += 1;
          text += `${leaks ? language.leak(random, index) : random.pick(language.blocks)(random, index)}\n`;
        }
        const inner = join(target, `module-${Math.floor(file / 50)}`);
        mkdirSync(inner, { recursive: true });
        writeFileSync(join(inner, `part-${file}.${language.extension}`), text);
        bytes += text.length;
      }
      return { planted };
    },
  });
}
