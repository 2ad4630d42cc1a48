// Generated from rules/catalogue/*.yaml by `pnpm --filter @submit-guard/rules run generate`. Do not edit.
import type { Rule } from '../rule.ts';

export const ruleIds = [
  "no-hardcoded-key",
  "no-key-in-frontend",
  "no-key-in-logs",
  "no-key-in-screenshots",
  "no-key-in-test-tools",
  "no-key-in-callback-payload",
  "no-key-in-job-fields",
  "no-key-as-callback-secret",
  "require-callback-signature",
  "no-key-across-environments",
  "require-bearer-scheme",
  "require-submit-origin"
] as const;

export type RuleId = (typeof ruleIds)[number];

export const rules: readonly Rule[] = [
  {
    "id": "no-hardcoded-key",
    "clause": "repository",
    "title": "Keep Submit API keys out of source code and configuration",
    "message": "A Submit API key is hard-coded here. Revoke it in Atomyx Vault and read the new one from the environment or a secret store.",
    "severity": "error",
    "surfaces": [
      "repository"
    ],
    "engines": [
      "scanner",
      "eslint"
    ],
    "source": "Authentication",
    "policy": "Do not place API keys in public code repositories.",
    "finds": "A Submit API key that is written into source code, configuration, a build file or documentation: as it is, encoded,\nor in pieces that the code puts together. A fallback such as `process.env.KEY ?? \"...\"` is a hard-coded key too.\n\nA key has no published format. The rule looks at where a value is sent, what it is called, what stands around it,\nand whether it is a key that is already known.\n",
    "why": "Code is copied: to every clone, fork, build machine and backup. Whoever reads the code can create real jobs with the\nkey, because the public API is production. Taking the key out in a later commit does not take it back: it stays in\nthe history.\n\nA private repository is no exception for long. It gets new members and mirrors, and one day it may become public.\n",
    "remedy": [
      "Create a new key in Atomyx Vault.",
      "Give it to the program through an environment variable, a secret store or server-side configuration.",
      "Send a controlled test request and confirm that it succeeds.",
      "Revoke the old key in Atomyx Vault, and watch for failed authentication.",
      "Remove the old key from the code; rewriting the history does not replace revoking it."
    ],
    "whenNotToUse": "Keep it on. For a single value that is not a key, write a suppression with a reason. For values that stand for a key\nin tests, use words such as `YOUR_API_KEY`, or make them at run time.\n",
    "suggests": "Read the key from the environment, or drop the fallback, so that only the environment tells it.",
    "placeholders": {},
    "options": [],
    "docsUrl": "https://github.com/submit-guard/submit-guard/blob/main/docs/rules/no-hardcoded-key.md"
  },
  {
    "id": "no-key-in-frontend",
    "clause": "frontend",
    "title": "Call Submit from a server, never from a browser",
    "message": "A Submit API key reaches the browser here, where every visitor can read it. Call Submit from your server, and revoke a key that was shipped.",
    "severity": "error",
    "surfaces": [
      "frontend"
    ],
    "engines": [
      "scanner",
      "eslint"
    ],
    "source": "Authentication",
    "policy": "Do not expose API keys in frontend browser code.",
    "finds": "A Submit API key in what browsers load: scripts, bundles, source maps, pages, and environment variables whose prefix\n(`NEXT_PUBLIC_`, `VITE_`, `REACT_APP_` and the like) makes the build tool write them into the bundle.\n\nIn browser code, ESLint also finds the key being read from such a variable, or sent to Submit, although no key is\nwritten there: whatever value it has at run time, the browser has it too. On the server side it finds the key in what\npages are handed: results of loaders, responses and templates, what a preload script of Electron exposes, and `extra`\nof Expo.\n",
    "why": "There is no way to hide a value in a page. Bundling, minifying and encoding change its looks only, the network panel\nof the browser shows the `Authorization` header as it is, and a source map shows the code as it was written.\n\nEvery visitor could create jobs in your name.\n",
    "remedy": [
      "Move the call to Submit into a route of your own server, and let the browser call that route.",
      "Rename the variable so that no public prefix exposes it, and read it on the server only.",
      "If a page or bundle with the key was ever deployed, create a new key in Atomyx Vault and revoke the old one.",
      "Delete the old bundles and source maps from servers and caches."
    ],
    "whenNotToUse": "Turn it off where nothing is ever sent to a browser. If the rule takes server code for browser code, say which files\nare which in the `surfaces` setting instead.\n",
    "placeholders": {},
    "options": [
      {
        "name": "environmentReads",
        "type": "boolean",
        "default": true,
        "description": "Whether environment variables that are named for a Submit key are reported where browser code or a public prefix exposes them."
      }
    ],
    "docsUrl": "https://github.com/submit-guard/submit-guard/blob/main/docs/rules/no-key-in-frontend.md"
  },
  {
    "id": "no-key-in-logs",
    "clause": "log",
    "title": "Keep Submit API keys out of logs",
    "message": "A Submit API key is written to a log here. Log it redacted or not at all, and revoke a key whose log was stored or shared.",
    "severity": "error",
    "surfaces": [
      "log"
    ],
    "engines": [
      "scanner",
      "eslint"
    ],
    "source": "Authentication",
    "policy": "Do not include API keys in screenshots or shared logs.",
    "finds": "The scanner finds keys in log files: plain text, JSON lines, logfmt, access logs, CI logs and HTTP traces.\n\nESLint finds the code that writes them: the key, the header that carries it, or an object that holds either, passed\nto a logger, to the console, to an error message, to an error tracker or to the span of a trace.\n",
    "why": "Logs travel farther than code: to log servers, support tickets, chat messages and vendors. They are kept for months\nand read by people who were never meant to create jobs.\n\nMost keys get there by accident: a verbose HTTP client, a dumped request configuration, an error that repeats the\nrequest.\n",
    "remedy": [
      "Stop logging the value; log its first four characters, or a fingerprint, if log lines must be told apart.",
      "Let the logger redact the `Authorization` header, and turn off verbose traces of the HTTP client.",
      "Create a new key in Atomyx Vault, and revoke the old one if the log was stored or shared.",
      "Delete or redact the old logs where they are kept."
    ],
    "whenNotToUse": "Turn it off for a program that only ever writes to the terminal of the person whose key it is, such as a command\nthat prints a new key once.\n",
    "placeholders": {},
    "options": [],
    "docsUrl": "https://github.com/submit-guard/submit-guard/blob/main/docs/rules/no-key-in-logs.md"
  },
  {
    "id": "no-key-in-screenshots",
    "clause": "log",
    "title": "Hide Submit API keys before a screenshot is taken",
    "message": "A Submit API key can be read in this image. Revoke the key in Atomyx Vault and take the screenshot again with the key hidden.",
    "severity": "error",
    "surfaces": [
      "screenshot"
    ],
    "engines": [
      "scanner"
    ],
    "source": "Authentication",
    "policy": "Do not include API keys in screenshots or shared logs.",
    "finds": "A Submit API key that can be read in an image. The scanner reads the text of images that look like screens\n(terminals, forms, developer tools, editors) and looks for keys in it as in any other text. The examples are the\ntext as it was read.\n",
    "why": "A screenshot is a document like any other: it is attached to tickets, pasted into manuals and posted in chats, and a\nprogram reads the key from it as easily as a person.\n\nBlurring and thin bars often leave enough to read. A key that was in view is known to everybody who got the image.\n",
    "remedy": [
      "Create a new key in Atomyx Vault and revoke the one in the image.",
      "Hide the value in the program, or cover it with an opaque box, and take the screenshot again.",
      "Delete the old image where it was shared, with its earlier versions."
    ],
    "whenNotToUse": "Turn it off for folders of pictures that are no screens, where reading them costs time and finds nothing.\n",
    "placeholders": {},
    "options": [],
    "docsUrl": "https://github.com/submit-guard/submit-guard/blob/main/docs/rules/no-key-in-screenshots.md"
  },
  {
    "id": "no-key-in-test-tools",
    "clause": "test-tool",
    "title": "Keep Submit API keys out of the files of test tools",
    "message": "A Submit API key is hard-coded in {place}. Revoke it in Atomyx Vault and let the tool read the new one from the environment.",
    "severity": "error",
    "surfaces": [
      "test-tool"
    ],
    "engines": [
      "scanner",
      "eslint"
    ],
    "source": "Authentication",
    "policy": "Do not hard-code production API keys in shared test tools.",
    "finds": "A Submit API key in what test tools save and share: collections and environments of Postman, Insomnia, Bruno and\nHoppscotch, `.http` files, HAR recordings, JMeter and SoapUI projects, scripts of k6, Cypress, Playwright and\nArtillery, recorded requests, notebooks.\n",
    "why": "An export holds more than its author sees: current values of variables, headers that were added by a proxy, every\nrequest of a recording. It is mailed, attached to tickets and synchronised to team workspaces.\n\nA test with a production key creates real jobs: the public API has no sandbox.\n",
    "remedy": [
      "Create a new key in Atomyx Vault and revoke the one in the file.",
      "Put the new key into a variable that stays on your machine (a vault or secret variable of the tool, or the environment).",
      "Refer to that variable in the request, for example `{{submitKey}}`.",
      "Before you share an export, look at the values that are saved with it."
    ],
    "whenNotToUse": "Keep it on for everything that is shared. For a tool whose files never leave your machine, leave them out with the\n`paths` setting.\n",
    "suggests": "Read the key from the environment: from `__ENV` in scripts of k6, from `process.env` elsewhere.",
    "placeholders": {
      "place": "a file of a test tool"
    },
    "options": [],
    "docsUrl": "https://github.com/submit-guard/submit-guard/blob/main/docs/rules/no-key-in-test-tools.md"
  },
  {
    "id": "no-key-in-callback-payload",
    "clause": "callback",
    "title": "Leave Submit API keys out of callback payloads",
    "message": "A callback payload carries a Submit API key in {field}. Drop the field: callbacks are authenticated by their signature, never by the key.",
    "severity": "error",
    "surfaces": [
      "callback",
      "repository",
      "frontend",
      "test-tool"
    ],
    "engines": [
      "scanner",
      "eslint"
    ],
    "source": "Authentication",
    "policy": "Do not use Submit API keys as callback payload fields.",
    "finds": "A property of a Submit callback that is meant to hold a Submit API key, or does: in OpenAPI `callbacks` and\n`webhooks`, in JSON Schema, in example payloads and fixtures, and in the types, validation schemas and objects of\nJavaScript and TypeScript.\n\nA callback belongs to Submit when its name says so, when its module handles `X-Atomyx-*` headers or Submit's events,\nor when the settings say so. Payloads of other vendors are not looked at, and neither are fields such as\n`publicKey`, `keyId` or `idempotencyKey`.\n",
    "why": "A callback goes to a public URL and passes proxies, queues and logs on its way. A key in its body is in all of them.\n\nIt proves nothing either: the receiver knows that a callback is genuine by its HMAC signature, which is made with a\nseparate secret.\n",
    "remedy": [
      "Remove the field from the contract, the types and the code that fills it.",
      "Verify the HMAC signature of the callback where the key was compared.",
      "Create a new key in Atomyx Vault, and revoke the old one if a payload with it was ever sent or stored."
    ],
    "whenNotToUse": "If a type is taken for a Submit callback and is none, name your callback types in the settings, so that the others\nare left alone.\n",
    "suggests": "Drop the field.",
    "placeholders": {
      "field": "one of its fields"
    },
    "options": [
      {
        "name": "tokens",
        "type": "boolean",
        "default": false,
        "description": "Whether fields that are called only `token` or `secret` count."
      },
      {
        "name": "types",
        "type": "boolean",
        "default": false,
        "description": "Whether fields of imported types count, where the parser gives type information."
      }
    ],
    "docsUrl": "https://github.com/submit-guard/submit-guard/blob/main/docs/rules/no-key-in-callback-payload.md"
  },
  {
    "id": "no-key-in-job-fields",
    "clause": "callback",
    "title": "Leave Submit API keys out of job fields and URLs",
    "message": "A Submit API key is put into {field}, where others can read it. Send it in the Authorization header of the request only.",
    "severity": "error",
    "surfaces": [
      "repository",
      "frontend",
      "test-tool",
      "callback"
    ],
    "engines": [
      "scanner",
      "eslint"
    ],
    "source": "Creating jobs",
    "policy": "`metadata` is shown to the end user, `returnURL` is where the end user's browser is sent, `callbackURL` and `artwork` are public URLs.",
    "finds": "A Submit API key in a field of the job that is created (`metadata`, `returnURL`, `callbackURL`, `artwork`,\nparameters of the capabilities) or in the query string of any URL.\n",
    "why": "Submit shows `metadata` to the end user and sends the end user's browser to `returnURL`. The other URLs can be\nreached by anyone, and query strings are written to access logs, browser histories and `Referer` headers.\n\nThe API reads the key from the `Authorization` header. It has no use for it anywhere else.\n",
    "remedy": [
      "Remove the key from the field or the URL.",
      "Put an identifier of your own there, such as `externalId`, and look the rest up on your server.",
      "Create a new key in Atomyx Vault, and revoke the old one if a job with it was ever created."
    ],
    "whenNotToUse": "Keep it on: no field of a job needs the key.\n",
    "suggests": "Drop the field.",
    "placeholders": {
      "field": "a field or URL of a Submit request"
    },
    "options": [],
    "docsUrl": "https://github.com/submit-guard/submit-guard/blob/main/docs/rules/no-key-in-job-fields.md"
  },
  {
    "id": "no-key-as-callback-secret",
    "clause": "callback-authentication",
    "title": "Verify callbacks with their own secret, not with the API key",
    "message": "The Submit API key is used as the secret of callback signatures here. Use the separate HMAC secret that was issued for callbacks.",
    "severity": "error",
    "surfaces": [
      "repository"
    ],
    "engines": [
      "eslint"
    ],
    "source": "Callback and status updates",
    "policy": "Callbacks are authenticated separately with an HMAC signature, never with the API key.",
    "finds": "Code that gives a Submit API key to an HMAC function as its secret: `createHmac` of `node:crypto`, Web Crypto, and\nthe helpers that verify signatures; or that compares a header or field of a callback with the key.\n",
    "why": "The two secrets have different jobs. The API key lets its holder create jobs; the callback secret only proves where\na callback came from, and belongs to the receiver of callbacks, which may be another program, team or company.\n\nWhoever must verify callbacks would need the API key. And a signature made with the wrong secret never matches,\nwhich tempts people to skip the check.\n",
    "remedy": [
      "Read the callback secret from an environment variable or secret store of its own.",
      "Pass that secret to the function that computes the signature.",
      "If receivers of callbacks were given the API key, create a new key in Atomyx Vault and revoke the old one."
    ],
    "whenNotToUse": "Turn it off in code that signs something else with the key on purpose, for example to derive a fingerprint of it.\n",
    "suggests": "Read the secret of the callback from `process.env.ATOMYX_CALLBACK_SECRET`.",
    "placeholders": {},
    "options": [],
    "docsUrl": "https://github.com/submit-guard/submit-guard/blob/main/docs/rules/no-key-as-callback-secret.md"
  },
  {
    "id": "require-callback-signature",
    "clause": "callback-authentication",
    "title": "Verify the signature of a callback before its payload is used",
    "message": "This callback handler {problem}. Verify the HMAC signature of the raw body first, and compare it with timingSafeEqual.",
    "severity": "warning",
    "surfaces": [
      "repository"
    ],
    "engines": [
      "eslint"
    ],
    "source": "Callback and status updates",
    "policy": "The receiver verifies the HMAC signature before it trusts the payload.",
    "finds": "A handler of Submit callbacks (Express, Fastify, Koa, Hono, Next route handlers, Nest, Lambda) that uses the payload\nbefore the signature was verified, and signatures that are compared with `===` or `!==`.\n\nComparing lengths, asking whether the header is there, and testing the result of `timingSafeEqual` are fine.\n",
    "why": "A callback URL is public. Without the check anyone who knows it can report a job as finished, or as failed, and hand\nover files of their own.\n\n`===` stops at the first character that differs. The time it takes tells an attacker how much of a guess was right.\n",
    "remedy": [
      "Read the raw body, before any parser changes it.",
      "Compute the HMAC over it with the callback secret.",
      "Compare the result with the signature by `timingSafeEqual`, and answer 401 where they differ.",
      "Only then parse and use the payload."
    ],
    "whenNotToUse": "Turn it off where something in front of the handler verifies signatures and ESLint cannot see it, such as a gateway.\n",
    "suggests": "Compare signatures with `timingSafeEqual`, which must be imported from `node:crypto`.",
    "placeholders": {
      "problem": "uses a payload that it did not verify"
    },
    "options": [],
    "docsUrl": "https://github.com/submit-guard/submit-guard/blob/main/docs/rules/require-callback-signature.md"
  },
  {
    "id": "no-key-across-environments",
    "clause": "credentials",
    "title": "Use each key in the environment it is named for",
    "message": "This Submit API key is named for {from} and sent to {to}. Use a separate key for each environment.",
    "severity": "warning",
    "surfaces": [
      "repository",
      "frontend",
      "test-tool"
    ],
    "engines": [
      "scanner",
      "eslint"
    ],
    "source": "API keys",
    "policy": "Use separate keys for development, staging and production.",
    "finds": "A key whose name says *staging* on its way to the production API, and a key whose name says *production* on its way\nto a staging host. Names of development and test keys are left alone: the public API is production, and there is no\nsandbox to use them with.\n\nWhich hosts are staging is a setting. There are none by default.\n",
    "why": "Submit answers a key of the wrong environment with `401 Unauthorized`. If the name is wrong and the key is right, it\nis worse: a test that was meant for staging creates real jobs.\n",
    "remedy": [
      "Use the key that was issued for the environment that the request goes to.",
      "If only the name is wrong, rename the variable.",
      "Keep the keys of different environments in different variables or secret stores."
    ],
    "whenNotToUse": "Turn it off where the word in the name means something else, for example the stage of a pipeline.\n",
    "placeholders": {
      "from": "one environment",
      "to": "another"
    },
    "options": [
      {
        "name": "otherEnvironments",
        "type": "string[]",
        "default": [],
        "description": "Further words in the name of a key that contradict the production API, such as `dev` and `test`."
      }
    ],
    "docsUrl": "https://github.com/submit-guard/submit-guard/blob/main/docs/rules/no-key-across-environments.md"
  },
  {
    "id": "require-bearer-scheme",
    "clause": "credentials",
    "title": "Send the key as a bearer token",
    "message": "The Authorization header of this Submit request {problem}, so that Submit answers 401. Write \"Bearer\", one space and the key.",
    "severity": "warning",
    "surfaces": [
      "test-tool"
    ],
    "engines": [
      "scanner",
      "eslint"
    ],
    "source": "API integration issues",
    "policy": "The header is present; its scheme is `Bearer`, not `Token` or `Basic`; the key has no extra spaces or copied characters.",
    "finds": "Requests to Submit whose `Authorization` header has another scheme (`Token`, `Basic`), no scheme, or white space and\nquotes that do not belong there; and, in code, requests that have no such header.\n\nA missing header is reported only where all headers of the request are in view.\n",
    "why": "Submit answers such a request with `401 Unauthorized`. That looks like a wrong or expired key, and people go on to\ncreate keys, to paste them into test tools and to log whole requests, which is how keys leak.\n",
    "remedy": [
      "Write the header as `Authorization`, a colon, the word `Bearer`, one space and the key.",
      "Remove quotes, line breaks and spaces that were copied along with the key."
    ],
    "whenNotToUse": "Turn it off where a gateway of your own stands between your code and Submit and expects another header.\n",
    "suggests": "Write `Bearer` and one space in front of the key.",
    "placeholders": {
      "problem": "does not use the Bearer scheme"
    },
    "options": [],
    "docsUrl": "https://github.com/submit-guard/submit-guard/blob/main/docs/rules/require-bearer-scheme.md"
  },
  {
    "id": "require-submit-origin",
    "clause": "credentials",
    "title": "Send the key to the Submit API and nowhere else",
    "message": "A Submit API key is sent to {origin}. Send it to {expected} only.",
    "severity": "warning",
    "surfaces": [
      "test-tool"
    ],
    "engines": [
      "scanner",
      "eslint"
    ],
    "source": "API integration issues",
    "policy": "The base URL is `https://submit.atomyx.io/api`.",
    "finds": "Requests that carry a Submit API key, or a variable that is named for one, to another place than the Submit API:\nover plain `http://`, to another host, or below a wrong base path.\n\nLoopback addresses are fine. Gateways of your own and staging hosts are settings.\n",
    "why": "Plain HTTP shows the key to everyone on the way, and a redirect to HTTPS comes too late: the request has been sent\nby then. Another host gets a key that works on the real one.\n",
    "remedy": [
      "Correct the address to `https://submit.atomyx.io/api`.",
      "Create a new key in Atomyx Vault and revoke the old one if it was sent to a foreign host or over plain HTTP.",
      "If the key is meant to go through a gateway of yours, name it in the `gateways` setting."
    ],
    "whenNotToUse": "Turn it off where the address is put together at run time from parts that the rule takes for a host of somebody\nelse.\n",
    "suggests": "Write `https` in place of `http`.",
    "placeholders": {
      "origin": "an address that is not the Submit API",
      "expected": "https://submit.atomyx.io/api"
    },
    "options": [],
    "docsUrl": "https://github.com/submit-guard/submit-guard/blob/main/docs/rules/require-submit-origin.md"
  }
];
