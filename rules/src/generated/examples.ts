// Generated from rules/catalogue/*.yaml by `pnpm --filter @submit-guard/rules run generate`. Do not edit.
import type { RuleExamples } from '../rule.ts';

export const examples: readonly RuleExamples[] = [
  {
    "ruleId": "no-hardcoded-key",
    "found": [
      {
        "title": "A constant that reaches the header through an f-string",
        "path": "src/prepress/submit.py",
        "engines": [
          "scanner"
        ],
        "language": "py",
        "code": "import requests\n\nKEY = \"«key»\"\n\ndef create_job(external_id):\n    response = requests.post(\n        \"https://submit.atomyx.io/api/jobs\",\n        headers={\"Authorization\": f\"Bearer {KEY}\"},\n        json={\"externalId\": external_id},\n    )\n    response.raise_for_status()\n    return response.json()\n"
      },
      {
        "title": "A curl command in a script",
        "path": "scripts/create-job.sh",
        "engines": [
          "scanner"
        ],
        "language": "sh",
        "code": "#!/bin/sh\ncurl --fail -X POST https://submit.atomyx.io/api/jobs \\\n  -H \"Authorization: Bearer «key»\" \\\n  -H \"Content-Type: application/json\" \\\n  -d '{\"externalId\": \"order-1001\"}'\n"
      },
      {
        "title": "An environment file that was committed",
        "path": "deploy/.env.production",
        "engines": [
          "scanner"
        ],
        "language": "dotenv",
        "code": "PORT=8080\nATOMYX_SUBMIT_API_KEY=«key»\nLOG_LEVEL=info\n"
      },
      {
        "title": "A Compose file",
        "path": "docker-compose.yml",
        "engines": [
          "scanner"
        ],
        "language": "yaml",
        "code": "services:\n  worker:\n    image: printshop/worker:2.4\n    environment:\n      NODE_ENV: production\n      SUBMIT_API_KEY: «key»\n"
      },
      {
        "title": "A settings file with nested names",
        "path": "src/Prepress/appsettings.Production.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"Logging\": { \"LogLevel\": { \"Default\": \"Warning\" } },\n  \"Atomyx\": {\n    \"Submit\": {\n      \"BaseUrl\": \"https://submit.atomyx.io/api\",\n      \"ApiKey\": \"«key»\"\n    }\n  }\n}\n"
      },
      {
        "title": "A Java constant",
        "path": "src/main/java/com/example/prepress/SubmitClient.java",
        "engines": [
          "scanner"
        ],
        "language": "java",
        "code": "package com.example.prepress;\n\nimport java.net.URI;\nimport java.net.http.HttpRequest;\n\nfinal class SubmitClient {\n    private static final String TOKEN = \"«key:uuid»\";\n\n    HttpRequest newJob(String body) {\n        return HttpRequest.newBuilder(URI.create(\"https://submit.atomyx.io/api/jobs\"))\n            .header(\"Authorization\", \"Bearer \" + TOKEN)\n            .POST(HttpRequest.BodyPublishers.ofString(body))\n            .build();\n    }\n}\n"
      },
      {
        "title": "A literal header in Go",
        "path": "internal/submit/client.go",
        "engines": [
          "scanner"
        ],
        "language": "go",
        "code": "package submit\n\nimport (\n\t\"io\"\n\t\"net/http\"\n)\n\nfunc newJob(body io.Reader) (*http.Request, error) {\n\trequest, err := http.NewRequest(http.MethodPost, \"https://submit.atomyx.io/api/jobs\", body)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\trequest.Header.Set(\"Authorization\", \"Bearer «key:base64url»\")\n\treturn request, nil\n}\n"
      },
      {
        "title": "A key baked into an image",
        "path": "Dockerfile",
        "engines": [
          "scanner"
        ],
        "language": "dockerfile",
        "code": "FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nENV ATOMYX_API_KEY=«key»\nCMD [\"node\", \"server.js\"]\n"
      },
      {
        "title": "A Kubernetes secret, which is only base64",
        "path": "deploy/secret.yaml",
        "engines": [
          "scanner"
        ],
        "language": "yaml",
        "code": "apiVersion: v1\nkind: Secret\nmetadata:\n  name: submit\ntype: Opaque\ndata:\n  ATOMYX_SUBMIT_API_KEY: «key|base64»\n"
      },
      {
        "title": "A variable file of Terraform",
        "path": "infra/production.tfvars",
        "engines": [
          "scanner"
        ],
        "language": "hcl",
        "code": "region                = \"eu-west-1\"\natomyx_submit_api_key = \"«key:prefixed»\"\n"
      },
      {
        "title": "A workflow that holds the key itself",
        "path": ".github/workflows/nightly.yml",
        "engines": [
          "scanner"
        ],
        "language": "yaml",
        "code": "name: nightly\non:\n  schedule:\n    - cron: '0 3 * * *'\njobs:\n  submit:\n    runs-on: ubuntu-latest\n    env:\n      ATOMYX_SUBMIT_KEY: «key»\n    steps:\n      - uses: actions/checkout@v4\n      - run: ./scripts/create-job.sh\n"
      },
      {
        "title": "A class constant in PHP",
        "path": "app/Services/SubmitClient.php",
        "engines": [
          "scanner"
        ],
        "language": "php",
        "code": "<?php\n\nfinal class SubmitClient\n{\n    private const ATOMYX_API_KEY = '«key:jwt»';\n}\n"
      },
      {
        "title": "A key in two pieces",
        "path": "lib/submit.rb",
        "engines": [
          "scanner"
        ],
        "language": "rb",
        "code": "require 'net/http'\n\nSUBMIT_API_KEY = '«key#1/2»' +\n                 '«key#2/2»'\n"
      },
      {
        "title": "A literal in a fetch call",
        "path": "server/jobs.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "export async function createJob(externalId: string): Promise<Response> {\n  return fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: 'Bearer «key»', 'Content-Type': 'application/json' },\n    body: JSON.stringify({ externalId }),\n  });\n}\n"
      },
      {
        "title": "A fallback for a missing environment variable",
        "path": "server/config.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "export const config = {\n  port: Number(process.env.PORT ?? 8080),\n  atomyxApiKey: process.env.ATOMYX_SUBMIT_API_KEY ?? '«key:base64url»',\n};\n"
      },
      {
        "title": "A client that sends the key with every request",
        "path": "server/submit-client.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "import axios from 'axios';\n\nconst token = '«key:uuid»';\n\nexport const submit = axios.create({\n  baseURL: 'https://submit.atomyx.io/api',\n  headers: { Authorization: `Bearer ${token}` },\n});\n"
      },
      {
        "title": "An encoded key",
        "path": "server/encoded.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "const submitApiKey = Buffer.from('«key|base64»', 'base64').toString('utf8');\n\nexport const headers = { Authorization: `Bearer ${submitApiKey}` };\n"
      },
      {
        "title": "A key that the code puts together",
        "path": "server/pieces.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "const first = '«key#1/2»';\nconst second = '«key#2/2»';\n\nexport function createJob(body) {\n  return fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: 'Bearer ' + first + second },\n    body,\n  });\n}\n"
      }
    ],
    "notFound": [
      {
        "title": "The key comes from the environment",
        "path": "src/prepress/submit.py",
        "engines": [
          "scanner"
        ],
        "language": "py",
        "code": "import os\nimport requests\n\ndef create_job(external_id):\n    return requests.post(\n        \"https://submit.atomyx.io/api/jobs\",\n        headers={\"Authorization\": f\"Bearer {os.environ['ATOMYX_SUBMIT_API_KEY']}\"},\n        json={\"externalId\": external_id},\n    )\n"
      },
      {
        "title": "A word in place of the key",
        "path": "docs/getting-started.md",
        "engines": [
          "scanner"
        ],
        "language": "md",
        "code": "```sh\ncurl -X POST https://submit.atomyx.io/api/jobs \\\n  -H \"Authorization: Bearer YOUR_API_KEY\" \\\n  -d '{\"externalId\": \"order-1001\"}'\n```\n"
      },
      {
        "title": "An example file without values",
        "path": ".env.example",
        "engines": [
          "scanner"
        ],
        "language": "dotenv",
        "code": "PORT=8080\nATOMYX_SUBMIT_API_KEY=\nSUBMIT_API_KEY=<your key from Atomyx Vault>\n"
      },
      {
        "title": "A variable of the shell",
        "path": "scripts/create-job.sh",
        "engines": [
          "scanner"
        ],
        "language": "sh",
        "code": "#!/bin/sh\n: \"${ATOMYX_SUBMIT_API_KEY:?set it first}\"\ncurl --fail -X POST https://submit.atomyx.io/api/jobs \\\n  -H \"Authorization: Bearer $ATOMYX_SUBMIT_API_KEY\" \\\n  -d '{\"externalId\": \"order-1001\"}'\n"
      },
      {
        "title": "Another service's token in the same file",
        "path": "src/orders.py",
        "engines": [
          "scanner"
        ],
        "language": "py",
        "code": "import os\nimport requests\n\ndef create_job(external_id):\n    return requests.post(\n        \"https://submit.atomyx.io/api/jobs\",\n        headers={\"Authorization\": \"Bearer \" + os.environ[\"SUBMIT_API_KEY\"]},\n        json={\"externalId\": external_id},\n    )\n\ndef create_label(order):\n    return requests.post(\n        \"https://api.parcels.example/v1/labels\",\n        headers={\"Authorization\": \"Bearer «other»\"},\n        json=order,\n    )\n"
      },
      {
        "title": "A reference to a secret store",
        "path": "deploy/external-secret.yaml",
        "engines": [
          "scanner"
        ],
        "language": "yaml",
        "code": "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: submit\nspec:\n  data:\n    - secretKey: ATOMYX_SUBMIT_API_KEY\n      remoteRef:\n        key: prepress/atomyx-submit-api-key\n"
      },
      {
        "title": "A secret of the CI system",
        "path": ".github/workflows/nightly.yml",
        "engines": [
          "scanner"
        ],
        "language": "yaml",
        "code": "name: nightly\non: workflow_dispatch\njobs:\n  submit:\n    runs-on: ubuntu-latest\n    env:\n      ATOMYX_SUBMIT_API_KEY: ${{ secrets.ATOMYX_SUBMIT_API_KEY }}\n    steps:\n      - run: ./scripts/create-job.sh\n"
      },
      {
        "title": "Values that are no credentials",
        "path": "src/main/java/com/example/prepress/Jobs.java",
        "engines": [
          "scanner"
        ],
        "language": "java",
        "code": "package com.example.prepress;\n\nfinal class Jobs {\n    static final String SUBMIT_URL = \"https://submit.atomyx.io/api/jobs\";\n    static final String EXTERNAL_ID = \"«other#external-id:uuid»\";\n    static final String BUILT_FROM = \"«other#commit:hex»\";\n}\n"
      },
      {
        "title": "The token of a form",
        "path": "templates/contact.php",
        "engines": [
          "scanner"
        ],
        "language": "php",
        "code": "<form method=\"post\">\n  <input type=\"hidden\" name=\"csrf_token\" value=\"«other#form-token»\">\n  <input type=\"submit\" name=\"submit\" value=\"Send\">\n</form>\n"
      },
      {
        "title": "Other software that is called Atomyx",
        "path": ".env.devices",
        "engines": [
          "scanner"
        ],
        "language": "dotenv",
        "code": "ATOMYX_HOST=127.0.0.1\nATOMYX_PORT=4723\nATOMYX_MODE=headless\n"
      },
      {
        "title": "The environment, without a fallback",
        "path": "server/jobs.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "const key = process.env.ATOMYX_SUBMIT_API_KEY;\nif (key === undefined) throw new Error('Set ATOMYX_SUBMIT_API_KEY.');\n\nexport async function createJob(externalId: string): Promise<Response> {\n  return fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },\n    body: JSON.stringify({ externalId }),\n  });\n}\n"
      },
      {
        "title": "A literal for another service",
        "path": "server/labels.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "export const createLabel = (order) =>\n  fetch('https://api.parcels.example/v1/labels', {\n    method: 'POST',\n    headers: { Authorization: 'Bearer «other»' },\n    body: JSON.stringify(order),\n  });\n"
      },
      {
        "title": "A placeholder as fallback",
        "path": "server/config.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "export const config = {\n  atomyxApiKey: process.env.ATOMYX_SUBMIT_API_KEY ?? 'YOUR_API_KEY',\n};\n"
      },
      {
        "title": "The name of the variable, not its value",
        "path": "server/required.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "export const required = ['ATOMYX_SUBMIT_API_KEY', 'DATABASE_URL'] as const;\n\nexport const missing = required.filter((name) => process.env[name] === undefined);\n"
      },
      {
        "title": "A request identifier next to the call",
        "path": "server/resubmit.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "import { headers } from './headers.js';\n\nconst externalId = '«other#external-id:uuid»';\n\nexport const resubmit = () =>\n  fetch('https://submit.atomyx.io/api/jobs', { method: 'POST', headers, body: JSON.stringify({ externalId }) });\n"
      }
    ],
    "options": []
  },
  {
    "ruleId": "no-key-in-frontend",
    "found": [
      {
        "title": "A public environment variable",
        "path": ".env.production",
        "engines": [
          "scanner"
        ],
        "language": "dotenv",
        "code": "NEXT_PUBLIC_ATOMYX_SUBMIT_API_KEY=«key»\n"
      },
      {
        "title": "A public variable next to a server's",
        "path": ".env",
        "engines": [
          "scanner"
        ],
        "language": "dotenv",
        "code": "DATABASE_URL=postgres://localhost/prepress\nVITE_SUBMIT_API_KEY=«key»\nPORT=8080\n"
      },
      {
        "title": "A minified bundle",
        "path": "dist/assets/index-Dk3v9.js",
        "engines": [
          "scanner"
        ],
        "language": "js",
        "code": "const e=\"«key»\";async function t(n){return fetch(\"https://submit.atomyx.io/api/jobs\",{method:\"POST\",headers:{Authorization:`Bearer ${e}`},body:JSON.stringify(n)})}document.querySelector(\"form\").onsubmit=t;\n"
      },
      {
        "title": "A source map with the code as it was written",
        "path": "dist/assets/index-Dk3v9.js.map",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\"version\":3,\"file\":\"index-Dk3v9.js\",\"sources\":[\"../../src/api.ts\"],\"sourcesContent\":[\"const atomyxApiKey = '«key»';\\nexport const headers = { Authorization: `Bearer ${atomyxApiKey}` };\\n\"],\"names\":[],\"mappings\":\"AAAA\"}\n"
      },
      {
        "title": "A script in a page",
        "path": "public/upload.html",
        "engines": [
          "scanner"
        ],
        "language": "html",
        "code": "<!doctype html>\n<title>Upload</title>\n<form id=\"upload\"><input type=\"file\"></form>\n<script>\n  const submitApiKey = '«key:uuid»';\n  document.querySelector('#upload').addEventListener('submit', () =>\n    fetch('https://submit.atomyx.io/api/jobs', {\n      method: 'POST',\n      headers: { Authorization: 'Bearer ' + submitApiKey },\n    }),\n  );\n</script>\n"
      },
      {
        "title": "Settings that the page loads",
        "path": "public/config.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"locale\": \"en\",\n  \"atomyx\": { \"submitApiKey\": \"«key:base64url»\" }\n}\n"
      },
      {
        "title": "A component for the browser",
        "path": "src/upload-button.jsx",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "jsx",
        "code": "'use client';\n\nexport function UploadButton({ order }) {\n  const create = () =>\n    fetch('https://submit.atomyx.io/api/jobs', {\n      method: 'POST',\n      headers: { Authorization: 'Bearer «key»' },\n      body: JSON.stringify({ externalId: order }),\n    });\n  return <button onClick={create}>Send to prepress</button>;\n}\n"
      },
      {
        "title": "A single-file component",
        "path": "src/components/UploadForm.vue",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "vue",
        "code": "<script setup>\nconst submitApiKey = '«key»';\nconst send = (body) =>\n  fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${submitApiKey}` },\n    body,\n  });\n</script>\n\n<template>\n  <button @click=\"send\">Send to prepress</button>\n</template>\n"
      },
      {
        "title": "A public variable that is read",
        "path": "src/api.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "export const key = «here:import.meta.env.VITE_ATOMYX_SUBMIT_API_KEY»;\n"
      },
      {
        "title": "A browser component that reads the key",
        "path": "src/upload-button.tsx",
        "engines": [
          "eslint"
        ],
        "language": "tsx",
        "code": "'use client';\n\nconst key = «here:process.env.NEXT_PUBLIC_SUBMIT_API_KEY»;\n\nexport function UploadButton({ body }: { body: string }) {\n  const create = () => fetch('/api/jobs', { method: 'POST', headers: { 'X-Key': String(key) }, body });\n  return <button onClick={create}>Send to prepress</button>;\n}\n"
      },
      {
        "title": "A build that writes the key into the bundle",
        "path": "vite.config.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "import { defineConfig } from 'vite';\n\nexport default defineConfig({\n  define: {\n    __SUBMIT_KEY__: JSON.stringify(«here:process.env.ATOMYX_SUBMIT_API_KEY»),\n  },\n});\n"
      },
      {
        "title": "A preload script that hands the key to the page",
        "path": "electron/preload.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "import { contextBridge } from 'electron';\n\ncontextBridge.exposeInMainWorld('settings', {\n  submitApiKey: «here:process.env.SUBMIT_API_KEY»,\n  version: '1.4.0',\n});\n"
      },
      {
        "title": "A response with the key",
        "path": "server/settings.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "import express from 'express';\n\nexport const router = express.Router();\nrouter.get('/settings', (request, response) => {\n  response.json({ submitApiKey: «here:process.env.SUBMIT_API_KEY» });\n});\n"
      }
    ],
    "notFound": [
      {
        "title": "The page calls its own server",
        "path": "public/upload.html",
        "engines": [
          "scanner"
        ],
        "language": "html",
        "code": "<!doctype html>\n<title>Upload</title>\n<form id=\"upload\"><input type=\"file\"></form>\n<script>\n  document.querySelector('#upload').addEventListener('submit', () => fetch('/api/jobs', { method: 'POST' }));\n</script>\n"
      },
      {
        "title": "A bundle without the key",
        "path": "dist/assets/index-Dk3v9.js",
        "engines": [
          "scanner"
        ],
        "language": "js",
        "code": "const e=\"/api/jobs\";async function t(n){return fetch(e,{method:\"POST\",headers:{\"Content-Type\":\"application/json\"},body:JSON.stringify(n)})}document.querySelector(\"form\").onsubmit=t;\n"
      },
      {
        "title": "A public variable that holds no key",
        "path": ".env.production",
        "engines": [
          "scanner"
        ],
        "language": "dotenv",
        "code": "NEXT_PUBLIC_SUBMIT_URL=https://submit.atomyx.io/api\nNEXT_PUBLIC_SUBMIT_API_KEY_HELP=https://docs.atomyx.io\nNEXT_PUBLIC_BUILD=«other#build:hex»\n"
      },
      {
        "title": "Settings with the publishable key of another service",
        "path": "public/config.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"locale\": \"en\",\n  \"maps\": { \"publishableKey\": \"«other»\" }\n}\n"
      },
      {
        "title": "A source map of code that reads the environment",
        "path": "dist/assets/index-Dk3v9.js.map",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\"version\":3,\"file\":\"index-Dk3v9.js\",\"sources\":[\"../../src/api.ts\"],\"sourcesContent\":[\"export const create = (body) => fetch('/api/jobs', { method: 'POST', body });\\n\"],\"names\":[],\"mappings\":\"AAAA\"}\n"
      },
      {
        "title": "A route on the server",
        "path": "app/api/jobs/route.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "export async function POST(request: Request): Promise<Response> {\n  return fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}`, 'Content-Type': 'application/json' },\n    body: await request.text(),\n  });\n}\n"
      },
      {
        "title": "A component that calls its own server",
        "path": "src/upload-button.jsx",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "jsx",
        "code": "'use client';\n\nexport function UploadButton({ order }) {\n  const create = () => fetch('/api/jobs', { method: 'POST', body: JSON.stringify({ externalId: order }) });\n  return <button onClick={create}>Send to prepress</button>;\n}\n"
      },
      {
        "title": "A server component",
        "path": "app/jobs/page.tsx",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "tsx",
        "code": "import { createJob } from '../../server/jobs';\n\nexport default async function Page() {\n  const job = await createJob(process.env.ATOMYX_SUBMIT_API_KEY ?? '', 'order-1001');\n  return <p>Job {job.id}</p>;\n}\n"
      },
      {
        "title": "A public variable of another service",
        "path": "src/map.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "export const mapKey = import.meta.env.VITE_MAPS_PUBLISHABLE_KEY;\nexport const submitUrl = import.meta.env.VITE_SUBMIT_BUTTON_LABEL;\n"
      }
    ],
    "options": [
      {
        "option": "environmentReads",
        "value": false,
        "path": "src/config.ts",
        "code": "export const key = import.meta.env.VITE_SUBMIT_API_KEY;\n",
        "language": "ts"
      }
    ]
  },
  {
    "ruleId": "no-key-in-logs",
    "found": [
      {
        "title": "An HTTP trace",
        "path": "logs/worker.log",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "2026-03-02T08:14:07.120Z DEBUG POST https://submit.atomyx.io/api/jobs\n2026-03-02T08:14:07.121Z DEBUG > Authorization: Bearer «key»\n2026-03-02T08:14:07.698Z DEBUG < 201 Created\n"
      },
      {
        "title": "A line of JSON",
        "path": "var/log/prepress.log",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\"level\":20,\"time\":1772439247120,\"msg\":\"request\",\"url\":\"https://submit.atomyx.io/api/jobs\",\"headers\":{\"authorization\":\"Bearer «key»\"}}\n"
      },
      {
        "title": "A log in logfmt",
        "path": "logs/api.log",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "time=2026-03-02T08:14:07Z level=info msg=\"starting\" submit_api_key=«key» port=8080\n"
      },
      {
        "title": "A CI log that shows a command",
        "path": "artifacts/job-4711.txt",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "2026-03-02T08:14:07.1201234Z ##[group]Run ./scripts/create-job.sh\n2026-03-02T08:14:07.1222345Z + curl -X POST https://submit.atomyx.io/api/jobs -H 'Authorization: Bearer «key:base64url»'\n2026-03-02T08:14:08.0213456Z ##[endgroup]\n"
      },
      {
        "title": "The output of a container",
        "path": "containers/worker-json.log",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\"log\":\"ATOMYX_SUBMIT_API_KEY=«key:uuid»\\n\",\"stream\":\"stdout\",\"time\":\"2026-03-02T08:14:07.120123456Z\"}\n"
      },
      {
        "title": "An access log with the key in a URL",
        "path": "logs/access.log",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "203.0.113.7 - - [02/Mar/2026:08:14:07 +0000] \"GET /proxy?url=https://submit.atomyx.io/api/jobs&submit_api_key=«key» HTTP/1.1\" 200 512 \"-\" \"curl/8.5.0\"\n"
      },
      {
        "title": "The key as an argument",
        "path": "server/start.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "const key = process.env.ATOMYX_SUBMIT_API_KEY;\nconsole.log('starting with', «here:key»);\n"
      },
      {
        "title": "The key inside a template",
        "path": "server/jobs.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "import { logger } from './logger.js';\n\nexport function trace(submitApiKey: string): void {\n  logger.debug(«here:`calling Submit with ${submitApiKey}`»);\n}\n"
      },
      {
        "title": "An attribute of a span",
        "path": "server/traced.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "import { trace } from '@opentelemetry/api';\n\nexport function note(): void {\n  const span = trace.getActiveSpan();\n  span?.setAttribute('http.request.header.authorization', «here:`Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}`»);\n}\n"
      },
      {
        "title": "The headers of a request",
        "path": "server/trace.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "import pino from 'pino';\n\nconst log = pino();\nconst headers = { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}` };\n\nexport async function createJob(body) {\n  log.info(«here:{ headers }», 'creating a job');\n  return fetch('https://submit.atomyx.io/api/jobs', { method: 'POST', headers, body });\n}\n"
      },
      {
        "title": "The key in an error message",
        "path": "server/check.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "const atomyxApiKey = process.env.ATOMYX_SUBMIT_API_KEY ?? '';\n\nexport function fail(): never {\n  throw new Error(«here:`Submit refused the key ${atomyxApiKey}`»);\n}\n"
      },
      {
        "title": "A configuration written as JSON",
        "path": "server/dump.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "const config = { port: 8080, submitApiKey: process.env.SUBMIT_API_KEY };\nprocess.stdout.write(«here:JSON.stringify(config)»);\n"
      }
    ],
    "notFound": [
      {
        "title": "A redacted trace",
        "path": "logs/worker.log",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "2026-03-02T08:14:07.120Z DEBUG POST https://submit.atomyx.io/api/jobs\n2026-03-02T08:14:07.121Z DEBUG > Authorization: Bearer [REDACTED]\n2026-03-02T08:14:07.698Z DEBUG < 201 Created\n"
      },
      {
        "title": "Request identifiers",
        "path": "var/log/prepress.log",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\"level\":30,\"time\":1772439247120,\"msg\":\"job created\",\"url\":\"https://submit.atomyx.io/api/jobs\",\"requestId\":\"«other#request-id:uuid»\",\"jobId\":\"«other#job-id:uuid»\"}\n"
      },
      {
        "title": "A masked secret in a CI log",
        "path": "artifacts/job-4711.txt",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "2026-03-02T08:14:07.1201234Z ##[group]Run ./scripts/create-job.sh\n2026-03-02T08:14:07.1222345Z env: ATOMYX_SUBMIT_API_KEY: ***\n2026-03-02T08:14:08.0213456Z ##[endgroup]\n"
      },
      {
        "title": "Another service's token in a trace",
        "path": "logs/worker.log",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "2026-03-02T08:14:07.698Z DEBUG POST https://submit.atomyx.io/api/jobs 201\n2026-03-02T08:14:09.120Z DEBUG POST https://api.parcels.example/v1/labels\n2026-03-02T08:14:09.121Z DEBUG > Authorization: Bearer «other»\n"
      },
      {
        "title": "A signature of a callback",
        "path": "logs/callbacks.log",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "2026-03-02T08:15:11.004Z INFO X-Atomyx-Event: preflight_passed\n2026-03-02T08:15:11.004Z INFO X-Atomyx-Signature: sha256=«other#signature:hex-64»\n"
      },
      {
        "title": "Only whether the key is there",
        "path": "server/start.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "const key = process.env.ATOMYX_SUBMIT_API_KEY;\nconsole.log('key configured:', key !== undefined);\n"
      },
      {
        "title": "The first four characters",
        "path": "server/jobs.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "import { logger } from './logger.js';\n\nexport function trace(submitApiKey: string): void {\n  logger.debug(`calling Submit with ${submitApiKey.slice(0, 4)}...`);\n}\n"
      },
      {
        "title": "A fingerprint",
        "path": "server/trace.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "import { createHash } from 'node:crypto';\nimport pino from 'pino';\n\nconst log = pino();\nconst key = process.env.ATOMYX_SUBMIT_API_KEY ?? '';\n\nexport const trace = () => log.info({ key: createHash('sha256').update(key).digest('hex') }, 'creating a job');\n"
      },
      {
        "title": "The name of the variable",
        "path": "server/check.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "export function fail(): never {\n  throw new Error('Submit refused the key: check ATOMYX_SUBMIT_API_KEY.');\n}\n"
      },
      {
        "title": "A function that redacts",
        "path": "server/dump.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "import { redact } from './redact.js';\n\nconst config = { port: 8080, submitApiKey: process.env.SUBMIT_API_KEY };\nconsole.log(JSON.stringify(redact(config)));\n"
      }
    ],
    "options": []
  },
  {
    "ruleId": "no-key-in-screenshots",
    "found": [
      {
        "title": "A terminal",
        "path": "docs/images/terminal.png",
        "surface": "screenshot",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "$ curl -X POST https://submit.atomyx.io/api/jobs \\\n> -H \"Authorization: Bearer «key»\" \\\n> -d @job.json\nHTTP/2 201\n"
      },
      {
        "title": "A form of a test tool",
        "path": "docs/images/request.png",
        "surface": "screenshot",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "POST   https://submit.atomyx.io/api/jobs   Send\nParams  Authorization  Headers  Body\nType   Bearer Token\nToken  «key»\n"
      },
      {
        "title": "The network panel of a browser",
        "path": "tickets/1042/network.jpg",
        "surface": "screenshot",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "Request URL: https://submit.atomyx.io/api/jobs\nRequest Method: POST\nStatus Code: 201 Created\nAuthorization: Bearer «key:base64url»\n"
      },
      {
        "title": "An editor with an environment file",
        "path": "wiki/setup.webp",
        "surface": "screenshot",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": ".env\n1 PORT=8080\n2 ATOMYX_SUBMIT_API_KEY=«key:uuid»\n"
      },
      {
        "title": "A page of settings",
        "path": "docs/images/settings.png",
        "surface": "screenshot",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "Integrations > Atomyx Submit\nBase URL          https://submit.atomyx.io/api\nSubmit API key    «key»\nSave\n"
      }
    ],
    "notFound": [
      {
        "title": "A terminal with a variable",
        "path": "docs/images/terminal.png",
        "surface": "screenshot",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "$ curl -X POST https://submit.atomyx.io/api/jobs \\\n> -H \"Authorization: Bearer $ATOMYX_SUBMIT_API_KEY\" \\\n> -d @job.json\nHTTP/2 201\n"
      },
      {
        "title": "A form that masks the token",
        "path": "docs/images/request.png",
        "surface": "screenshot",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "POST   https://submit.atomyx.io/api/jobs   Send\nParams  Authorization  Headers  Body\nType   Bearer Token\nToken  ••••••••••••••••••••••••\n"
      },
      {
        "title": "The network panel with the value covered",
        "path": "tickets/1042/network.jpg",
        "surface": "screenshot",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "Request URL: https://submit.atomyx.io/api/jobs\nRequest Method: POST\nStatus Code: 201 Created\nAuthorization: Bearer 0000000000000000\n"
      },
      {
        "title": "Identifiers of a job",
        "path": "wiki/job.webp",
        "surface": "screenshot",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "Atomyx Submit\nJob         «other#job-id:uuid»\nExternal ID order-1001\nStatus      preflight_passed\n"
      },
      {
        "title": "The documentation",
        "path": "docs/images/docs.png",
        "surface": "screenshot",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "Authentication\nAuthorization: Bearer YOUR_API_KEY\nDo not place API keys in public code repositories.\n"
      }
    ],
    "options": []
  },
  {
    "ruleId": "no-key-in-test-tools",
    "found": [
      {
        "title": "A Postman collection",
        "path": "tests/submit.postman_collection.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"info\": { \"name\": \"Submit\", \"schema\": \"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\" },\n  \"item\": [\n    {\n      \"name\": \"Create a job\",\n      \"request\": {\n        \"method\": \"POST\",\n        \"auth\": { \"type\": \"bearer\", \"bearer\": [{ \"key\": \"token\", \"value\": \"«key»\", \"type\": \"string\" }] },\n        \"url\": { \"raw\": \"https://submit.atomyx.io/api/jobs\", \"host\": [\"submit\", \"atomyx\", \"io\"], \"path\": [\"api\", \"jobs\"] }\n      }\n    }\n  ]\n}\n"
      },
      {
        "title": "The current value of a Postman variable",
        "path": "tests/production.postman_environment.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"name\": \"production\",\n  \"values\": [\n    { \"key\": \"baseUrl\", \"value\": \"https://submit.atomyx.io/api\", \"enabled\": true },\n    { \"key\": \"submitApiKey\", \"value\": \"«key:uuid»\", \"type\": \"secret\", \"enabled\": true }\n  ],\n  \"_postman_variable_scope\": \"environment\"\n}\n"
      },
      {
        "title": "A request in an .http file",
        "path": "requests/create-job.http",
        "engines": [
          "scanner"
        ],
        "language": "http",
        "code": "### Create a job\nPOST https://submit.atomyx.io/api/jobs HTTP/1.1\nAuthorization: Bearer «key:base64url»\nContent-Type: application/json\n\n{\"externalId\": \"order-1001\"}\n"
      },
      {
        "title": "A recording of a browser",
        "path": "tickets/1042/session.har",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"log\": {\n    \"version\": \"1.2\",\n    \"creator\": { \"name\": \"WebInspector\", \"version\": \"537.36\" },\n    \"entries\": [\n      {\n        \"request\": {\n          \"method\": \"POST\",\n          \"url\": \"https://submit.atomyx.io/api/jobs\",\n          \"headers\": [\n            { \"name\": \"accept\", \"value\": \"*/*\" },\n            { \"name\": \"authorization\", \"value\": \"Bearer «key»\" }\n          ]\n        },\n        \"response\": { \"status\": 201, \"headers\": [] }\n      }\n    ]\n  }\n}\n"
      },
      {
        "title": "An Insomnia export",
        "path": "exports/insomnia.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"_type\": \"export\",\n  \"__export_format\": 4,\n  \"resources\": [\n    {\n      \"_id\": \"req_1\",\n      \"_type\": \"request\",\n      \"name\": \"Create a job\",\n      \"method\": \"POST\",\n      \"url\": \"https://submit.atomyx.io/api/jobs\",\n      \"authentication\": { \"type\": \"bearer\", \"token\": \"«key:prefixed»\" }\n    }\n  ]\n}\n"
      },
      {
        "title": "A request of Bruno",
        "path": "bruno/create-job.bru",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "meta {\n  name: Create a job\n  type: http\n}\n\npost {\n  url: https://submit.atomyx.io/api/jobs\n  body: json\n  auth: bearer\n}\n\nauth:bearer {\n  token: «key»\n}\n"
      },
      {
        "title": "A JMeter plan",
        "path": "load/submit.jmx",
        "engines": [
          "scanner"
        ],
        "language": "xml",
        "code": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<jmeterTestPlan version=\"1.2\">\n  <hashTree>\n    <HTTPSamplerProxy testname=\"Create a job\">\n      <stringProp name=\"HTTPSampler.domain\">submit.atomyx.io</stringProp>\n      <stringProp name=\"HTTPSampler.path\">/api/jobs</stringProp>\n      <stringProp name=\"HTTPSampler.method\">POST</stringProp>\n    </HTTPSamplerProxy>\n    <HeaderManager testname=\"Headers\">\n      <collectionProp name=\"HeaderManager.headers\">\n        <elementProp name=\"\" elementType=\"Header\">\n          <stringProp name=\"Header.name\">Authorization</stringProp>\n          <stringProp name=\"Header.value\">Bearer «key»</stringProp>\n        </elementProp>\n      </collectionProp>\n    </HeaderManager>\n  </hashTree>\n</jmeterTestPlan>\n"
      },
      {
        "title": "A notebook",
        "path": "notebooks/jobs.ipynb",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"cells\": [\n    {\n      \"cell_type\": \"code\",\n      \"execution_count\": 1,\n      \"metadata\": {},\n      \"outputs\": [],\n      \"source\": [\"import requests\\n\", \"SUBMIT_API_KEY = \\\"«key»\\\"\\n\"]\n    }\n  ],\n  \"metadata\": {},\n  \"nbformat\": 4,\n  \"nbformat_minor\": 5\n}\n"
      },
      {
        "title": "A load test for k6",
        "path": "load/create-jobs.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "import http from 'k6/http';\n\nexport default function () {\n  http.post('https://submit.atomyx.io/api/jobs', JSON.stringify({ externalId: `load-${__ITER}` }), {\n    headers: { Authorization: 'Bearer «key»', 'Content-Type': 'application/json' },\n  });\n}\n"
      },
      {
        "title": "A test for Cypress",
        "path": "cypress/e2e/jobs.cy.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "const submitApiKey = '«key:base64url»';\n\nit('creates a job', () => {\n  cy.request({\n    method: 'POST',\n    url: 'https://submit.atomyx.io/api/jobs',\n    headers: { Authorization: `Bearer ${submitApiKey}` },\n    body: { externalId: 'order-1001' },\n  });\n});\n"
      },
      {
        "title": "A test for Playwright",
        "path": "e2e/jobs.spec.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "import { expect, test } from '@playwright/test';\n\ntest('creates a job', async ({ request }) => {\n  const response = await request.post('https://submit.atomyx.io/api/jobs', {\n    headers: { Authorization: 'Bearer «key:uuid»' },\n    data: { externalId: 'order-1001' },\n  });\n  expect(response.status()).toBe(201);\n});\n"
      },
      {
        "title": "Extra headers for every test",
        "path": "playwright.config.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "import { defineConfig } from '@playwright/test';\n\nexport default defineConfig({\n  use: {\n    baseURL: 'https://submit.atomyx.io/api',\n    extraHTTPHeaders: { Authorization: 'Bearer «key»' },\n  },\n});\n"
      }
    ],
    "notFound": [
      {
        "title": "A collection that refers to a variable",
        "path": "tests/submit.postman_collection.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"info\": { \"name\": \"Submit\", \"schema\": \"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\" },\n  \"item\": [\n    {\n      \"name\": \"Create a job\",\n      \"request\": {\n        \"method\": \"POST\",\n        \"auth\": { \"type\": \"bearer\", \"bearer\": [{ \"key\": \"token\", \"value\": \"{{submitKey}}\", \"type\": \"string\" }] },\n        \"url\": { \"raw\": \"https://submit.atomyx.io/api/jobs\", \"host\": [\"submit\", \"atomyx\", \"io\"], \"path\": [\"api\", \"jobs\"] }\n      }\n    }\n  ]\n}\n"
      },
      {
        "title": "An environment without values",
        "path": "tests/production.postman_environment.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"id\": \"«other#environment-id:uuid»\",\n  \"name\": \"production\",\n  \"values\": [\n    { \"key\": \"baseUrl\", \"value\": \"https://submit.atomyx.io/api\", \"enabled\": true },\n    { \"key\": \"submitApiKey\", \"value\": \"\", \"type\": \"secret\", \"enabled\": true }\n  ],\n  \"_postman_variable_scope\": \"environment\"\n}\n"
      },
      {
        "title": "A variable in an .http file",
        "path": "requests/create-job.http",
        "engines": [
          "scanner"
        ],
        "language": "http",
        "code": "### Create a job\nPOST https://submit.atomyx.io/api/jobs HTTP/1.1\nAuthorization: Bearer {{$dotenv ATOMYX_SUBMIT_API_KEY}}\nContent-Type: application/json\n\n{\"externalId\": \"order-1001\"}\n"
      },
      {
        "title": "A recording of another service",
        "path": "tickets/1042/session.har",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"log\": {\n    \"version\": \"1.2\",\n    \"creator\": { \"name\": \"WebInspector\", \"version\": \"537.36\" },\n    \"entries\": [\n      {\n        \"request\": {\n          \"method\": \"POST\",\n          \"url\": \"https://api.parcels.example/v1/labels\",\n          \"headers\": [{ \"name\": \"authorization\", \"value\": \"Bearer «other»\" }]\n        },\n        \"response\": { \"status\": 200, \"headers\": [] }\n      }\n    ]\n  }\n}\n"
      },
      {
        "title": "A secret variable of Bruno",
        "path": "bruno/create-job.bru",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "meta {\n  name: Create a job\n  type: http\n}\n\npost {\n  url: https://submit.atomyx.io/api/jobs\n  body: json\n  auth: bearer\n}\n\nauth:bearer {\n  token: {{process.env.ATOMYX_SUBMIT_API_KEY}}\n}\n"
      },
      {
        "title": "A JMeter plan that reads a property",
        "path": "load/submit.jmx",
        "engines": [
          "scanner"
        ],
        "language": "xml",
        "code": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<jmeterTestPlan version=\"1.2\">\n  <hashTree>\n    <HeaderManager testname=\"Headers\">\n      <collectionProp name=\"HeaderManager.headers\">\n        <elementProp name=\"\" elementType=\"Header\">\n          <stringProp name=\"Header.name\">Authorization</stringProp>\n          <stringProp name=\"Header.value\">Bearer ${__P(submitKey)}</stringProp>\n        </elementProp>\n      </collectionProp>\n    </HeaderManager>\n  </hashTree>\n</jmeterTestPlan>\n"
      },
      {
        "title": "A load test that reads the environment",
        "path": "load/create-jobs.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "import http from 'k6/http';\n\nexport default function () {\n  http.post('https://submit.atomyx.io/api/jobs', JSON.stringify({ externalId: `load-${__ITER}` }), {\n    headers: { Authorization: `Bearer ${__ENV.ATOMYX_SUBMIT_API_KEY}`, 'Content-Type': 'application/json' },\n  });\n}\n"
      },
      {
        "title": "A test for Cypress that reads its environment",
        "path": "cypress/e2e/jobs.cy.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "it('creates a job', () => {\n  cy.request({\n    method: 'POST',\n    url: 'https://submit.atomyx.io/api/jobs',\n    headers: { Authorization: `Bearer ${Cypress.env('SUBMIT_API_KEY')}` },\n    body: { externalId: 'order-1001' },\n  });\n});\n"
      },
      {
        "title": "A test of another service",
        "path": "e2e/labels.spec.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "import { expect, test } from '@playwright/test';\n\ntest('creates a label', async ({ request }) => {\n  const response = await request.post('https://api.parcels.example/v1/labels', {\n    headers: { Authorization: 'Bearer «other»' },\n    data: { order: '1001' },\n  });\n  expect(response.status()).toBe(200);\n});\n"
      },
      {
        "title": "Extra headers from the environment",
        "path": "playwright.config.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "import { defineConfig } from '@playwright/test';\n\nexport default defineConfig({\n  use: {\n    baseURL: 'https://submit.atomyx.io/api',\n    extraHTTPHeaders: { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}` },\n  },\n});\n"
      }
    ],
    "options": []
  },
  {
    "ruleId": "no-key-in-callback-payload",
    "found": [
      {
        "title": "A callback in OpenAPI",
        "path": "api/openapi.yaml",
        "engines": [
          "scanner"
        ],
        "language": "yaml",
        "code": "openapi: 3.0.3\ninfo: { title: Prepress, version: '1.0' }\npaths:\n  /jobs:\n    post:\n      summary: Creates a job with Atomyx Submit\n      callbacks:\n        submitStatus:\n          '{$request.body#/callbackURL}':\n            post:\n              requestBody:\n                content:\n                  application/json:\n                    schema:\n                      type: object\n                      properties:\n                        externalId: { type: string }\n                        status: { type: string }\n                        «here:submitApiKey»: { type: string }\n      responses:\n        '201': { description: Created }\n"
      },
      {
        "title": "A webhook in OpenAPI 3.1",
        "path": "api/webhooks.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"openapi\": \"3.1.0\",\n  \"info\": { \"title\": \"Atomyx Submit callbacks\", \"version\": \"1.0\" },\n  \"webhooks\": {\n    \"preflightPassed\": {\n      \"post\": {\n        \"requestBody\": {\n          \"content\": {\n            \"application/json\": {\n              \"schema\": {\n                \"type\": \"object\",\n                \"properties\": {\n                  \"externalId\": { \"type\": \"string\" },\n                  \"«here:apiKey»\": { \"type\": \"string\", \"description\": \"The API key of the customer\" }\n                }\n              }\n            }\n          }\n        },\n        \"responses\": { \"204\": { \"description\": \"Received\" } }\n      }\n    }\n  }\n}\n"
      },
      {
        "title": "A JSON Schema",
        "path": "schemas/submit-callback.schema.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"Submit callback\",\n  \"type\": \"object\",\n  \"properties\": {\n    \"externalId\": { \"type\": \"string\" },\n    \"status\": { \"enum\": [\"preflight_passed\", \"preflight_failed\"] },\n    \"auth\": {\n      \"type\": \"object\",\n      \"properties\": { \"«here:submit_api_key»\": { \"type\": \"string\" } }\n    }\n  }\n}\n"
      },
      {
        "title": "A payload that was recorded",
        "path": "tests/fixtures/submit-callback.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"event\": \"preflight_passed\",\n  \"externalId\": \"order-1001\",\n  \"submitApiKey\": \"«key»\"\n}\n"
      },
      {
        "title": "An example payload",
        "path": "docs/examples/submit-webhook-payload.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"event\": \"preflight_passed\",\n  \"data\": { \"externalId\": \"order-1001\", \"files\": [] },\n  \"authorization\": \"Bearer «key:uuid»\",\n  \"source\": \"https://submit.atomyx.io/api\"\n}\n"
      },
      {
        "title": "A type",
        "path": "server/submit-callback.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "export interface SubmitCallback {\n  externalId: string;\n  status: 'preflight_passed' | 'preflight_failed';\n  «here:apiKey»: string;\n}\n"
      },
      {
        "title": "A validation schema",
        "path": "server/callback-schema.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "import { z } from 'zod';\n\nexport const submitCallbackSchema = z.object({\n  externalId: z.string(),\n  status: z.enum(['preflight_passed', 'preflight_failed']),\n  auth: z.object({ «here:submitApiKey»: z.string() }),\n});\n"
      },
      {
        "title": "A payload that is sent",
        "path": "server/relay.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "export async function relaySubmitCallback(url, job) {\n  const payload = {\n    event: 'preflight_passed',\n    externalId: job.externalId,\n    «here:apiKey»: process.env.ATOMYX_SUBMIT_API_KEY,\n  };\n  await fetch(url, { method: 'POST', headers: { 'X-Atomyx-Event': payload.event }, body: JSON.stringify(payload) });\n}\n"
      },
      {
        "title": "A type that its documentation calls a callback",
        "path": "server/payload.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "/** @submitCallback */\nexport type Payload = {\n  job: { externalId: string };\n  «here:submit_key»: string;\n};\n"
      }
    ],
    "notFound": [
      {
        "title": "A callback in OpenAPI",
        "path": "api/openapi.yaml",
        "engines": [
          "scanner"
        ],
        "language": "yaml",
        "code": "openapi: 3.0.3\ninfo: { title: Prepress, version: '1.0' }\npaths:\n  /jobs:\n    post:\n      summary: Creates a job with Atomyx Submit\n      security: [{ apiKey: [] }]\n      callbacks:\n        submitStatus:\n          '{$request.body#/callbackURL}':\n            post:\n              requestBody:\n                content:\n                  application/json:\n                    schema:\n                      type: object\n                      properties:\n                        externalId: { type: string }\n                        status: { type: string }\n      responses:\n        '201': { description: Created }\ncomponents:\n  securitySchemes:\n    apiKey: { type: http, scheme: bearer }\n"
      },
      {
        "title": "A webhook of another vendor",
        "path": "api/webhooks.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"openapi\": \"3.1.0\",\n  \"info\": { \"title\": \"Parcel events\", \"version\": \"1.0\" },\n  \"webhooks\": {\n    \"labelPrinted\": {\n      \"post\": {\n        \"requestBody\": {\n          \"content\": {\n            \"application/json\": {\n              \"schema\": { \"type\": \"object\", \"properties\": { \"apiKey\": { \"type\": \"string\" } } }\n            }\n          }\n        },\n        \"responses\": { \"204\": { \"description\": \"Received\" } }\n      }\n    }\n  }\n}\n"
      },
      {
        "title": "Fields that only sound like keys",
        "path": "schemas/submit-callback.schema.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"Submit callback\",\n  \"type\": \"object\",\n  \"properties\": {\n    \"externalId\": { \"type\": \"string\" },\n    \"idempotencyKey\": { \"type\": \"string\" },\n    \"publicKey\": { \"type\": \"string\" },\n    \"keyId\": { \"type\": \"string\" }\n  }\n}\n"
      },
      {
        "title": "A payload without a key",
        "path": "tests/fixtures/submit-callback.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"event\": \"preflight_passed\",\n  \"externalId\": \"order-1001\",\n  \"delivery\": \"del_«other#delivery:base62-24»\",\n  \"file\": \"https://files.example/«other#file:uuid».pdf\"\n}\n"
      },
      {
        "title": "A type without a key",
        "path": "server/submit-callback.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "export interface SubmitCallback {\n  externalId: string;\n  status: 'preflight_passed' | 'preflight_failed';\n  idempotencyKey: string;\n}\n"
      },
      {
        "title": "The payload of another vendor",
        "path": "server/parcel-webhook.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "export interface ParcelWebhook {\n  label: string;\n  apiKey: string;\n}\n"
      },
      {
        "title": "A validation schema without a key",
        "path": "server/callback-schema.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "import { z } from 'zod';\n\nexport const submitCallbackSchema = z.object({\n  externalId: z.string(),\n  status: z.enum(['preflight_passed', 'preflight_failed']),\n  publicKey: z.string().optional(),\n});\n"
      },
      {
        "title": "Options of a client, not a payload",
        "path": "server/client.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "export interface SubmitClientOptions {\n  apiKey: string;\n  baseUrl?: string;\n}\n"
      },
      {
        "title": "The event of a form",
        "path": "src/contact-form.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "export interface FormSubmitEvent {\n  target: { name: string };\n  apiKey: string;\n}\n"
      }
    ],
    "options": [
      {
        "option": "tokens",
        "value": true,
        "path": "server/submit-callback.ts",
        "code": "export interface SubmitCallback {\n  externalId: string;\n  «here:token»: string;\n}\n",
        "language": "ts"
      },
      {
        "option": "types",
        "value": true,
        "path": "server/submit-callback.ts",
        "typed": true,
        "code": "// auth.ts: export interface Auth { apiKey: string }\nimport type { Auth } from './auth.js';\n\nexport type «here:SubmitCallback» = { externalId: string } & Auth;\n",
        "language": "ts"
      }
    ]
  },
  {
    "ruleId": "no-key-in-job-fields",
    "found": [
      {
        "title": "Metadata in Python",
        "path": "src/prepress/jobs.py",
        "engines": [
          "scanner"
        ],
        "language": "py",
        "code": "import os\nimport requests\n\ndef create_job(external_id):\n    return requests.post(\n        \"https://submit.atomyx.io/api/jobs\",\n        headers={\"Authorization\": \"Bearer \" + os.environ[\"ATOMYX_SUBMIT_API_KEY\"]},\n        json={\"externalId\": external_id, \"metadata\": {\"submit_api_key\": \"«key»\"}},\n    )\n"
      },
      {
        "title": "A query string in a script",
        "path": "scripts/create-job.sh",
        "engines": [
          "scanner"
        ],
        "language": "sh",
        "code": "#!/bin/sh\ncurl -X POST \"https://submit.atomyx.io/api/jobs?api_key=«key:base64url»\" \\\n  -d '{\"externalId\": \"order-1001\"}'\n"
      },
      {
        "title": "A return URL in JSON",
        "path": "jobs/order-1001.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"externalId\": \"order-1001\",\n  \"returnURL\": \"https://shop.example/orders/1001?submit_api_key=«key:uuid»\",\n  \"capabilities\": []\n}\n"
      },
      {
        "title": "A callback URL in Go",
        "path": "internal/submit/job.go",
        "engines": [
          "scanner"
        ],
        "language": "go",
        "code": "package submit\n\nvar job = map[string]any{\n\t\"externalId\":  \"order-1001\",\n\t\"callbackURL\": \"https://shop.example/callbacks/submit?atomyx_api_key=«key»\",\n}\n"
      },
      {
        "title": "Metadata in a collection",
        "path": "tests/submit.postman_collection.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"info\": { \"name\": \"Submit\", \"schema\": \"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\" },\n  \"item\": [\n    {\n      \"name\": \"Create a job\",\n      \"request\": {\n        \"method\": \"POST\",\n        \"header\": [{ \"key\": \"Authorization\", \"value\": \"Bearer {{submitKey}}\" }],\n        \"body\": {\n          \"mode\": \"raw\",\n          \"raw\": \"{\\\"externalId\\\": \\\"order-1001\\\", \\\"metadata\\\": {\\\"submitApiKey\\\": \\\"«key»\\\"}}\"\n        },\n        \"url\": \"https://submit.atomyx.io/api/jobs\"\n      }\n    }\n  ]\n}\n"
      },
      {
        "title": "A literal in the metadata",
        "path": "server/jobs.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "export const createJob = (externalId, headers) =>\n  fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers,\n    body: JSON.stringify({ externalId, metadata: { submitApiKey: '«key»' } }),\n  });\n"
      },
      {
        "title": "A key from the environment in the metadata",
        "path": "server/jobs.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "export async function createJob(externalId: string, headers: HeadersInit): Promise<Response> {\n  return fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers,\n    body: JSON.stringify({ externalId, metadata: { key: «here:process.env.ATOMYX_SUBMIT_API_KEY» } }),\n  });\n}\n"
      },
      {
        "title": "A key in the return URL",
        "path": "server/return-url.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "const key = process.env.SUBMIT_API_KEY;\n\nexport const job = {\n  externalId: 'order-1001',\n  callbackURL: 'https://shop.example/callbacks/submit',\n  returnURL: «here:`https://shop.example/orders/1001?key=${key}`»,\n};\n"
      },
      {
        "title": "A key in the query string of the request",
        "path": "server/query.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "export const createJob = (body, headers) =>\n  fetch(«here:`https://submit.atomyx.io/api/jobs?key=${process.env.ATOMYX_SUBMIT_API_KEY}`», { method: 'POST', headers, body });\n"
      },
      {
        "title": "A key as a property of a capability",
        "path": "server/capabilities.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "export const job = {\n  externalId: 'order-1001',\n  capabilities: [\n    {\n      checkFixParameters: [{ propertyId: '1', propertyName: 'key', value: «here:process.env.ATOMYX_SUBMIT_API_KEY» }],\n    },\n  ],\n};\n"
      }
    ],
    "notFound": [
      {
        "title": "Metadata without a key in Python",
        "path": "src/prepress/jobs.py",
        "engines": [
          "scanner"
        ],
        "language": "py",
        "code": "import os\nimport requests\n\ndef create_job(external_id):\n    return requests.post(\n        \"https://submit.atomyx.io/api/jobs\",\n        headers={\"Authorization\": \"Bearer \" + os.environ[\"ATOMYX_SUBMIT_API_KEY\"]},\n        json={\"externalId\": external_id, \"metadata\": {\"customer\": \"Print Shop\"}},\n    )\n"
      },
      {
        "title": "A query string without a key",
        "path": "scripts/create-job.sh",
        "engines": [
          "scanner"
        ],
        "language": "sh",
        "code": "#!/bin/sh\ncurl -X POST \"https://submit.atomyx.io/api/jobs?trace=«other#trace:uuid»\" \\\n  -H \"Authorization: Bearer $ATOMYX_SUBMIT_API_KEY\" \\\n  -d '{\"externalId\": \"order-1001\"}'\n"
      },
      {
        "title": "A signed URL of the artwork",
        "path": "jobs/order-1001.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"externalId\": \"order-1001\",\n  \"artwork\": \"https://files.example/order-1001.pdf?signature=«other#signature:hex-64»&expires=1772439247\",\n  \"returnURL\": \"https://shop.example/orders/1001\"\n}\n"
      },
      {
        "title": "A callback URL with an order",
        "path": "internal/submit/job.go",
        "engines": [
          "scanner"
        ],
        "language": "go",
        "code": "package submit\n\nvar job = map[string]any{\n\t\"externalId\":  \"order-1001\",\n\t\"callbackURL\": \"https://shop.example/callbacks/submit?order=«other#order-id:uuid»\",\n}\n"
      },
      {
        "title": "The key in the header, an identifier in the metadata",
        "path": "server/jobs.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "export async function createJob(externalId: string, orderId: string): Promise<Response> {\n  return fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}`, 'Content-Type': 'application/json' },\n    body: JSON.stringify({ externalId, metadata: { orderId } }),\n  });\n}\n"
      },
      {
        "title": "A return URL with an order",
        "path": "server/return-url.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "export const jobFor = (orderId: string) => ({\n  externalId: orderId,\n  callbackURL: 'https://shop.example/callbacks/submit',\n  returnURL: `https://shop.example/orders/${encodeURIComponent(orderId)}`,\n});\n"
      },
      {
        "title": "Another service's key in a query string",
        "path": "server/map.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "export const map = (place) =>\n  fetch(`https://maps.example/v1/places?key=${process.env.MAPS_KEY}&q=${encodeURIComponent(place)}`);\n"
      },
      {
        "title": "A property of a capability",
        "path": "server/capabilities.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "export const job = {\n  externalId: 'order-1001',\n  capabilities: [{ checkFixParameters: [{ propertyId: '1', propertyName: 'bleed', value: '3 mm' }] }],\n};\n"
      }
    ],
    "options": []
  },
  {
    "ruleId": "no-key-as-callback-secret",
    "found": [
      {
        "title": "The key as the secret of an HMAC",
        "path": "server/verify.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "import { createHmac, timingSafeEqual } from 'node:crypto';\n\nexport function isGenuine(rawBody, signature) {\n  const digest = createHmac('sha256', «here:process.env.ATOMYX_SUBMIT_API_KEY»).update(rawBody).digest();\n  return timingSafeEqual(digest, Buffer.from(signature.replace('sha256=', ''), 'hex'));\n}\n"
      },
      {
        "title": "A variable on the way",
        "path": "server/verify.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "import { createHmac } from 'node:crypto';\n\nconst submitApiKey = process.env.SUBMIT_API_KEY ?? '';\n\nexport const signatureOf = (timestamp: string, rawBody: string): string =>\n  `sha256=${createHmac('sha256', «here:submitApiKey»).update(`${timestamp}.${rawBody}`).digest('hex')}`;\n"
      },
      {
        "title": "Web Crypto",
        "path": "server/web-crypto.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "export const callbackKey = (atomyxApiKey: string): Promise<CryptoKey> =>\n  crypto.subtle.importKey('raw', «here:new TextEncoder().encode(atomyxApiKey)», { name: 'HMAC', hash: 'SHA-256' }, false, [\n    'verify',\n  ]);\n"
      },
      {
        "title": "A field of a configuration",
        "path": "server/config.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "export const config = {\n  submit: {\n    apiKey: process.env.ATOMYX_SUBMIT_API_KEY,\n    callbackSecret: «here:process.env.ATOMYX_SUBMIT_API_KEY»,\n  },\n};\n"
      },
      {
        "title": "The key compared with a header",
        "path": "server/header.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "export function callback(request, response) {\n  if (request.headers['x-atomyx-signature'] !== «here:process.env.ATOMYX_SUBMIT_API_KEY») {\n    response.status(401).end();\n    return;\n  }\n  response.status(204).end();\n}\n"
      }
    ],
    "notFound": [
      {
        "title": "The secret that was issued for callbacks",
        "path": "server/verify.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "import { createHmac, timingSafeEqual } from 'node:crypto';\n\nexport function isGenuine(rawBody, signature) {\n  const digest = createHmac('sha256', process.env.ATOMYX_CALLBACK_SECRET).update(rawBody).digest();\n  return timingSafeEqual(digest, Buffer.from(signature.replace('sha256=', ''), 'hex'));\n}\n"
      },
      {
        "title": "The key for requests, the secret for callbacks",
        "path": "server/config.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "export const config = {\n  submit: {\n    apiKey: process.env.ATOMYX_SUBMIT_API_KEY,\n    callbackSecret: process.env.ATOMYX_SUBMIT_CALLBACK_SECRET,\n  },\n};\n"
      },
      {
        "title": "Web Crypto with the callback secret",
        "path": "server/web-crypto.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "export const callbackKey = (callbackSecret: string): Promise<CryptoKey> =>\n  crypto.subtle.importKey('raw', new TextEncoder().encode(callbackSecret), { name: 'HMAC', hash: 'SHA-256' }, false, [\n    'verify',\n  ]);\n"
      },
      {
        "title": "The signature of another vendor",
        "path": "server/parcels.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "import { createHmac } from 'node:crypto';\n\nexport const signatureOf = (rawBody: string): string =>\n  createHmac('sha256', process.env.PARCELS_API_KEY ?? '').update(rawBody).digest('hex');\n"
      }
    ],
    "options": []
  },
  {
    "ruleId": "require-callback-signature",
    "found": [
      {
        "title": "A payload that is used at once",
        "path": "server/callback.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "import express from 'express';\nimport { finish } from './orders.js';\n\nconst app = express();\napp.use(express.json());\n\napp.post('/callbacks/submit', async (request, response) => {\n  const event = request.get('X-Atomyx-Event');\n  await finish(«here:request.body».externalId, event);\n  response.sendStatus(204);\n});\n"
      },
      {
        "title": "Signatures compared with ===",
        "path": "server/compare.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "import { createHmac } from 'node:crypto';\n\nexport function isGenuine(rawBody: Buffer, headers: Record<string, string>): boolean {\n  const expected = createHmac('sha256', process.env.ATOMYX_CALLBACK_SECRET ?? '').update(rawBody).digest('hex');\n  return «here:headers['x-atomyx-signature'] === `sha256=${expected}`»;\n}\n"
      },
      {
        "title": "A route handler of Next",
        "path": "app/api/submit-callback/route.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "import { finish } from '../../../server/orders';\n\nexport async function POST(request: Request): Promise<Response> {\n  const delivery = request.headers.get('X-Atomyx-Delivery');\n  const payload = «here:await request.json()»;\n  await finish(payload.externalId, delivery);\n  return new Response(undefined, { status: 204 });\n}\n"
      },
      {
        "title": "A route of Fastify",
        "path": "server/fastify.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "import Fastify from 'fastify';\nimport { finish } from './orders.js';\n\nconst app = Fastify();\n\napp.post('/callbacks/submit', async (request, reply) => {\n  request.log.info({ delivery: request.headers['x-atomyx-delivery'] }, 'callback');\n  await finish(«here:request.body».externalId);\n  return reply.code(204).send();\n});\n"
      },
      {
        "title": "A payload that is used before the check",
        "path": "server/too-late.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "import { isGenuine } from './verify.js';\nimport { finish } from './orders.js';\n\nexport async function submitCallback(request, response) {\n  await finish(JSON.parse(«here:request.body»).externalId);\n  if (!isGenuine(request.body, request.headers['x-atomyx-signature'])) {\n    response.sendStatus(401);\n    return;\n  }\n  response.sendStatus(204);\n}\n"
      }
    ],
    "notFound": [
      {
        "title": "A payload that is verified first",
        "path": "server/callback.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "import { createHmac, timingSafeEqual } from 'node:crypto';\nimport express from 'express';\nimport { finish } from './orders.js';\n\nconst app = express();\n\napp.post('/callbacks/submit', express.raw({ type: 'application/json' }), async (request, response) => {\n  const given = Buffer.from((request.get('X-Atomyx-Signature') ?? '').replace('sha256=', ''), 'hex');\n  const expected = createHmac('sha256', process.env.ATOMYX_CALLBACK_SECRET ?? '').update(request.body).digest();\n  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {\n    response.sendStatus(401);\n    return;\n  }\n  await finish(JSON.parse(request.body.toString()).externalId);\n  response.sendStatus(204);\n});\n"
      },
      {
        "title": "A helper that verifies",
        "path": "app/api/submit-callback/route.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "import { finish } from '../../../server/orders';\nimport { verifySubmitSignature } from '../../../server/verify';\n\nexport async function POST(request: Request): Promise<Response> {\n  const rawBody = await request.text();\n  if (!verifySubmitSignature(rawBody, request.headers.get('X-Atomyx-Signature'))) {\n    return new Response(undefined, { status: 401 });\n  }\n  await finish(JSON.parse(rawBody).externalId);\n  return new Response(undefined, { status: 204 });\n}\n"
      },
      {
        "title": "Whether the header is there at all",
        "path": "server/presence.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "export function hasSignature(headers: Record<string, string | undefined>): boolean {\n  return headers['x-atomyx-signature'] !== undefined;\n}\n"
      },
      {
        "title": "The webhook of another vendor",
        "path": "server/parcels.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "import express from 'express';\nimport { track } from './parcels.js';\n\nconst app = express();\napp.use(express.json());\n\napp.post('/webhooks/parcels', async (request, response) => {\n  await track(request.body.label);\n  response.sendStatus(204);\n});\n"
      },
      {
        "title": "The result of a safe comparison",
        "path": "server/compare.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "import { createHmac, timingSafeEqual } from 'node:crypto';\n\nexport function isGenuine(rawBody: Buffer, signature: Buffer): boolean {\n  const expected = createHmac('sha256', process.env.ATOMYX_CALLBACK_SECRET ?? '').update(rawBody).digest();\n  return signature.length === expected.length && timingSafeEqual(signature, expected) === true;\n}\n"
      }
    ],
    "options": []
  },
  {
    "ruleId": "no-key-across-environments",
    "found": [
      {
        "title": "A staging key in a script",
        "path": "scripts/create-job.sh",
        "engines": [
          "scanner"
        ],
        "language": "sh",
        "code": "#!/bin/sh\ncurl -X POST https://submit.atomyx.io/api/jobs \\\n  -H \"Authorization: Bearer $«here:ATOMYX_STAGING_API_KEY»\" \\\n  -d '{\"externalId\": \"order-1001\"}'\n"
      },
      {
        "title": "A staging key in Python",
        "path": "src/prepress/jobs.py",
        "engines": [
          "scanner"
        ],
        "language": "py",
        "code": "import os\nimport requests\n\ndef create_job(body):\n    return requests.post(\n        \"https://submit.atomyx.io/api/jobs\",\n        headers={\"Authorization\": \"Bearer \" + os.environ[\"«here:STAGING_SUBMIT_API_KEY»\"]},\n        json=body,\n    )\n"
      },
      {
        "title": "A staging variable in an .http file",
        "path": "requests/create-job.http",
        "engines": [
          "scanner"
        ],
        "language": "http",
        "code": "### Create a job\nPOST https://submit.atomyx.io/api/jobs HTTP/1.1\nAuthorization: Bearer {{«here:submitApiKeyStaging»}}\n\n{\"externalId\": \"order-1001\"}\n"
      },
      {
        "title": "A production variable sent to staging",
        "path": "requests/staging.http",
        "engines": [
          "scanner"
        ],
        "language": "http",
        "settings": {
          "stagingHosts": [
            "submit.staging.example"
          ]
        },
        "code": "### Create a job\nPOST https://submit.staging.example/api/jobs HTTP/1.1\nAuthorization: Bearer {{«here:atomyxProductionKey»}}\n\n{\"externalId\": \"order-1001\"}\n"
      },
      {
        "title": "A staging key in code",
        "path": "server/jobs.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "export const createJob = (body) =>\n  fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${process.env.«here:ATOMYX_STAGING_API_KEY»}` },\n    body,\n  });\n"
      },
      {
        "title": "A staging variable",
        "path": "server/jobs.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "const baseUrl = 'https://submit.atomyx.io/api';\n\nexport const createJob = (stagingSubmitApiKey: string, body: string): Promise<Response> =>\n  fetch(`${baseUrl}/jobs`, { method: 'POST', headers: { Authorization: `Bearer ${«here:stagingSubmitApiKey»}` }, body });\n"
      },
      {
        "title": "A client with a staging key",
        "path": "server/client.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "import axios from 'axios';\n\nexport const submit = axios.create({\n  baseURL: 'https://submit.atomyx.io/api',\n  headers: { Authorization: `Bearer ${process.env.«here:SUBMIT_API_KEY_STAGING»}` },\n});\n"
      },
      {
        "title": "A production key sent to staging",
        "path": "server/staging.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "settings": {
          "stagingHosts": [
            "submit.staging.example"
          ]
        },
        "code": "export const createJob = (body: string): Promise<Response> =>\n  fetch('https://submit.staging.example/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${process.env.«here:ATOMYX_PRODUCTION_API_KEY»}` },\n    body,\n  });\n"
      }
    ],
    "notFound": [
      {
        "title": "A production key in a script",
        "path": "scripts/create-job.sh",
        "engines": [
          "scanner"
        ],
        "language": "sh",
        "code": "#!/bin/sh\ncurl -X POST https://submit.atomyx.io/api/jobs \\\n  -H \"Authorization: Bearer $ATOMYX_PRODUCTION_API_KEY\" \\\n  -d '{\"externalId\": \"order-1001\"}'\n"
      },
      {
        "title": "A development key",
        "path": "src/prepress/jobs.py",
        "engines": [
          "scanner"
        ],
        "language": "py",
        "code": "import os\nimport requests\n\ndef create_job(body):\n    return requests.post(\n        \"https://submit.atomyx.io/api/jobs\",\n        headers={\"Authorization\": \"Bearer \" + os.environ[\"DEV_SUBMIT_API_KEY\"]},\n        json=body,\n    )\n"
      },
      {
        "title": "A staging key sent to staging",
        "path": "requests/staging.http",
        "engines": [
          "scanner"
        ],
        "language": "http",
        "settings": {
          "stagingHosts": [
            "submit.staging.example"
          ]
        },
        "code": "### Create a job\nPOST https://submit.staging.example/api/jobs HTTP/1.1\nAuthorization: Bearer {{submitApiKeyStaging}}\n\n{\"externalId\": \"order-1001\"}\n"
      },
      {
        "title": "A staging token of another service",
        "path": "requests/labels.http",
        "engines": [
          "scanner"
        ],
        "language": "http",
        "code": "### Create a label\nPOST https://api.parcels.example/v1/labels HTTP/1.1\nAuthorization: Bearer {{parcelsTokenStaging}}\n\n{\"order\": \"1001\"}\n"
      },
      {
        "title": "A key without an environment in its name",
        "path": "server/jobs.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "export const createJob = (body) =>\n  fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}` },\n    body,\n  });\n"
      },
      {
        "title": "Keys of both environments, each in its place",
        "path": "server/config.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "settings": {
          "stagingHosts": [
            "submit.staging.example"
          ]
        },
        "code": "export const environments = {\n  production: { url: 'https://submit.atomyx.io/api', key: process.env.ATOMYX_PRODUCTION_API_KEY },\n  staging: { url: 'https://submit.staging.example/api', key: process.env.ATOMYX_STAGING_API_KEY },\n};\n"
      },
      {
        "title": "A test key",
        "path": "test/jobs.test.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "export const createJob = (body) =>\n  fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${process.env.TEST_SUBMIT_API_KEY}` },\n    body,\n  });\n"
      },
      {
        "title": "A stage that is no environment",
        "path": "server/upload.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "const stage = 'preflight';\n\nexport const createJob = (body) =>\n  fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}`, 'X-Stage': stage },\n    body,\n  });\n"
      }
    ],
    "options": [
      {
        "option": "otherEnvironments",
        "value": [
          "dev"
        ],
        "path": "server/jobs.js",
        "code": "fetch('https://submit.atomyx.io/api/jobs', {\n  headers: { Authorization: `Bearer ${process.env.«here:DEV_SUBMIT_API_KEY»}` },\n});\n",
        "language": "js"
      }
    ]
  },
  {
    "ruleId": "require-bearer-scheme",
    "found": [
      {
        "title": "The scheme Token in an .http file",
        "path": "requests/create-job.http",
        "engines": [
          "scanner"
        ],
        "language": "http",
        "code": "### Create a job\nPOST https://submit.atomyx.io/api/jobs HTTP/1.1\nAuthorization: «here:Token {{submitKey}}»\nContent-Type: application/json\n\n{\"externalId\": \"order-1001\"}\n"
      },
      {
        "title": "A header without a scheme in a collection",
        "path": "tests/submit.postman_collection.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"info\": { \"name\": \"Submit\", \"schema\": \"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\" },\n  \"item\": [\n    {\n      \"name\": \"Create a job\",\n      \"request\": {\n        \"method\": \"POST\",\n        \"header\": [{ \"key\": \"Authorization\", \"value\": \"«here:{{submitKey}}»\" }],\n        \"url\": \"https://submit.atomyx.io/api/jobs\"\n      }\n    }\n  ]\n}\n"
      },
      {
        "title": "The scheme Basic in Bruno",
        "path": "bruno/create-job.bru",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "meta {\n  name: Create a job\n  type: http\n}\n\npost {\n  url: https://submit.atomyx.io/api/jobs\n  body: json\n}\n\nheaders {\n  Authorization: «here:Basic {{submitKey}}»\n}\n"
      },
      {
        "title": "Two spaces in an Insomnia export",
        "path": "exports/insomnia.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"_type\": \"export\",\n  \"__export_format\": 4,\n  \"resources\": [\n    {\n      \"_id\": \"req_1\",\n      \"_type\": \"request\",\n      \"method\": \"POST\",\n      \"url\": \"https://submit.atomyx.io/api/jobs\",\n      \"headers\": [{ \"name\": \"Authorization\", \"value\": \"«here:Bearer  {{ _.submitKey }}»\" }]\n    }\n  ]\n}\n"
      },
      {
        "title": "The scheme Token in code",
        "path": "server/token.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "export const createJob = (body) =>\n  fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: «here:`Token ${process.env.ATOMYX_SUBMIT_API_KEY}`» },\n    body,\n  });\n"
      },
      {
        "title": "A key without a scheme",
        "path": "server/bare.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "import axios from 'axios';\n\nexport const submit = axios.create({\n  baseURL: 'https://submit.atomyx.io/api',\n  headers: { Authorization: «here:process.env.ATOMYX_SUBMIT_API_KEY» },\n});\n"
      },
      {
        "title": "Two spaces",
        "path": "server/spaces.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "const key = process.env.SUBMIT_API_KEY;\n\nexport const createJob = (body) =>\n  fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: «here:'Bearer  ' + key» },\n    body,\n  });\n"
      },
      {
        "title": "No header at all",
        "path": "server/missing.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "export const createJob = (externalId) =>\n  fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: «here:{ 'Content-Type': 'application/json' }»,\n    body: JSON.stringify({ externalId }),\n  });\n"
      }
    ],
    "notFound": [
      {
        "title": "A bearer token in an .http file",
        "path": "requests/create-job.http",
        "engines": [
          "scanner"
        ],
        "language": "http",
        "code": "### Create a job\nPOST https://submit.atomyx.io/api/jobs HTTP/1.1\nAuthorization: Bearer {{submitKey}}\nContent-Type: application/json\n\n{\"externalId\": \"order-1001\"}\n"
      },
      {
        "title": "Another service's scheme",
        "path": "requests/labels.http",
        "engines": [
          "scanner"
        ],
        "language": "http",
        "code": "### Create a label\nPOST https://api.parcels.example/v1/labels HTTP/1.1\nAuthorization: Token {{parcelsToken}}\nContent-Type: application/json\n\n{\"order\": \"1001\"}\n"
      },
      {
        "title": "A collection with bearer authentication",
        "path": "tests/submit.postman_collection.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"info\": { \"name\": \"Submit\", \"schema\": \"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\" },\n  \"item\": [\n    {\n      \"name\": \"Create a job\",\n      \"request\": {\n        \"method\": \"POST\",\n        \"header\": [{ \"key\": \"Authorization\", \"value\": \"Bearer {{submitKey}}\" }],\n        \"url\": \"https://submit.atomyx.io/api/jobs\"\n      }\n    }\n  ]\n}\n"
      },
      {
        "title": "A header in Bruno",
        "path": "bruno/create-job.bru",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "meta {\n  name: Create a job\n  type: http\n}\n\npost {\n  url: https://submit.atomyx.io/api/jobs\n  body: json\n}\n\nheaders {\n  Authorization: Bearer {{submitKey}}\n}\n"
      },
      {
        "title": "A bearer token in code",
        "path": "server/token.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "export const createJob = (body) =>\n  fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}` },\n    body,\n  });\n"
      },
      {
        "title": "Headers that come from elsewhere",
        "path": "server/elsewhere.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "import { submitHeaders } from './headers.js';\n\nexport const createJob = (body: string): Promise<Response> =>\n  fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { 'Content-Type': 'application/json', ...submitHeaders() },\n    body,\n  });\n"
      },
      {
        "title": "Another service's scheme in code",
        "path": "server/labels.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "export const createLabel = (body) =>\n  fetch('https://api.parcels.example/v1/labels', {\n    method: 'POST',\n    headers: { Authorization: `Token ${process.env.PARCELS_TOKEN}` },\n    body,\n  });\n"
      },
      {
        "title": "A header that is set later",
        "path": "server/later.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "const headers = new Headers({ 'Content-Type': 'application/json' });\nheaders.set('Authorization', `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}`);\n\nexport const createJob = (body) => fetch('https://submit.atomyx.io/api/jobs', { method: 'POST', headers, body });\n"
      }
    ],
    "options": []
  },
  {
    "ruleId": "require-submit-origin",
    "found": [
      {
        "title": "Plain HTTP in an .http file",
        "path": "requests/create-job.http",
        "engines": [
          "scanner"
        ],
        "language": "http",
        "code": "### Create a job\nPOST «here:http://submit.atomyx.io/api/jobs» HTTP/1.1\nAuthorization: Bearer {{submitKey}}\nContent-Type: application/json\n\n{\"externalId\": \"order-1001\"}\n"
      },
      {
        "title": "Plain HTTP in a collection",
        "path": "tests/submit.postman_collection.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"info\": { \"name\": \"Submit\", \"schema\": \"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\" },\n  \"item\": [\n    {\n      \"name\": \"Create a job\",\n      \"request\": {\n        \"method\": \"POST\",\n        \"header\": [{ \"key\": \"Authorization\", \"value\": \"Bearer {{submitKey}}\" }],\n        \"url\": \"«here:http://submit.atomyx.io/api/jobs»\"\n      }\n    }\n  ]\n}\n"
      },
      {
        "title": "Another host in an .http file",
        "path": "requests/another-host.http",
        "engines": [
          "scanner"
        ],
        "language": "http",
        "code": "### Create a job\nPOST «here:https://submit.example.net/api/jobs» HTTP/1.1\nAuthorization: Bearer {{ATOMYX_SUBMIT_API_KEY}}\n\n{\"externalId\": \"order-1001\"}\n"
      },
      {
        "title": "A wrong base path in Bruno",
        "path": "bruno/create-job.bru",
        "engines": [
          "scanner"
        ],
        "language": "text",
        "code": "meta {\n  name: Create a job\n  type: http\n}\n\npost {\n  url: «here:https://submit.atomyx.io/v2/api/jobs»\n  body: json\n  auth: bearer\n}\n\nauth:bearer {\n  token: {{submitApiKey}}\n}\n"
      },
      {
        "title": "Plain HTTP in code",
        "path": "server/plain.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "export const createJob = (body) =>\n  fetch(«here:'http://submit.atomyx.io/api/jobs'», {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}` },\n    body,\n  });\n"
      },
      {
        "title": "Another host",
        "path": "server/another-host.ts",
        "engines": [
          "eslint"
        ],
        "language": "ts",
        "code": "export const createJob = (body: string): Promise<Response> =>\n  fetch(«here:'https://api.parcels.example/jobs'», {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}` },\n    body,\n  });\n"
      },
      {
        "title": "A wrong base path",
        "path": "server/base-path.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "import axios from 'axios';\n\nexport const submit = axios.create({\n  baseURL: «here:'https://submit.atomyx.io/v2'»,\n  headers: { Authorization: `Bearer ${process.env.SUBMIT_API_KEY}` },\n});\n"
      },
      {
        "title": "A host that only looks alike",
        "path": "server/look-alike.js",
        "engines": [
          "eslint"
        ],
        "language": "js",
        "code": "const url = 'https://submit.atomyx.io.example.net/api/jobs';\nconst headers = { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}` };\n\nexport const createJob = (body) => fetch(«here:url», { method: 'POST', headers, body });\n"
      }
    ],
    "notFound": [
      {
        "title": "The Submit API in an .http file",
        "path": "requests/create-job.http",
        "engines": [
          "scanner"
        ],
        "language": "http",
        "code": "### Create a job\nPOST https://submit.atomyx.io/api/jobs HTTP/1.1\nAuthorization: Bearer {{submitKey}}\nContent-Type: application/json\n\n{\"externalId\": \"order-1001\"}\n"
      },
      {
        "title": "The short path of the documentation",
        "path": "requests/short.http",
        "engines": [
          "scanner"
        ],
        "language": "http",
        "code": "### Create a job\nPOST /jobs HTTP/1.1\nHost: submit.atomyx.io\nAuthorization: Bearer {{submitKey}}\n\n{\"externalId\": \"order-1001\"}\n"
      },
      {
        "title": "A mock server on this machine",
        "path": "tests/mock.postman_collection.json",
        "engines": [
          "scanner"
        ],
        "language": "json",
        "code": "{\n  \"info\": { \"name\": \"Submit mock\", \"schema\": \"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\" },\n  \"item\": [\n    {\n      \"name\": \"Create a job\",\n      \"request\": {\n        \"method\": \"POST\",\n        \"header\": [{ \"key\": \"Authorization\", \"value\": \"Bearer {{submitKey}}\" }],\n        \"url\": \"http://localhost:3001/api/jobs\"\n      }\n    }\n  ]\n}\n"
      },
      {
        "title": "Another service with its own token",
        "path": "requests/labels.http",
        "engines": [
          "scanner"
        ],
        "language": "http",
        "code": "### Create a label\nPOST http://parcels.internal/v1/labels HTTP/1.1\nAuthorization: Bearer {{parcelsToken}}\n\n{\"order\": \"1001\"}\n"
      },
      {
        "title": "The Submit API in code",
        "path": "server/plain.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "export const createJob = (body) =>\n  fetch('https://submit.atomyx.io/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}` },\n    body,\n  });\n"
      },
      {
        "title": "A mock server in a test",
        "path": "test/create-job.test.ts",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "ts",
        "code": "export const createJob = (body: string): Promise<Response> =>\n  fetch('http://127.0.0.1:3001/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}` },\n    body,\n  });\n"
      },
      {
        "title": "A gateway that is named in the settings",
        "path": "server/gateway.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "settings": {
          "gateways": [
            "gateway.printshop.example"
          ]
        },
        "code": "export const createJob = (body) =>\n  fetch('https://gateway.printshop.example/api/jobs', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}` },\n    body,\n  });\n"
      },
      {
        "title": "Another service with its own token in code",
        "path": "server/labels.js",
        "engines": [
          "scanner",
          "eslint"
        ],
        "language": "js",
        "code": "export const createLabel = (body) =>\n  fetch('https://api.parcels.example/v1/labels', {\n    method: 'POST',\n    headers: { Authorization: `Bearer ${process.env.PARCELS_TOKEN}` },\n    body,\n  });\n"
      }
    ],
    "options": []
  }
];
