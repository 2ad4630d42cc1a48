import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tool, Work } from '../tool.ts';

/** A script with `requests`, all of whose connections end at the server. */
async function runPython({ project, installation, run, plainPort, url, otherUrl, key, exports }: Work, code: string): Promise<void> {
  writeFileSync(join(project, 'record.py'), `
import sys, urllib3, requests
urllib3.disable_warnings()
url, other_url, key, out = sys.argv[1:]
def send_both(session=None):
    session = session or requests.Session()
    session.post(url, json={"externalId": "ORD-1"}, headers={"Authorization": "Bearer " + key}, verify=False)
    session.get(other_url, verify=False)
${code}
`);
  const proxy = `http://127.0.0.1:${plainPort}`;
  await run(join(installation, 'bin/python'), ['record.py', url, otherUrl, key, exports], { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, NO_PROXY: '' });
}

const installation = { from: 'PyPI', folder: 'python', packages: ['vcrpy==8.1.1', 'betamax==0.9.0', 'responses==0.26.3', 'schemathesis==4.32.5', 'requests==2.34.2'] } as const;

/** VCR.py, in YAML and in JSON. */
export const vcrpy: Tool = {
  name: 'VCR.py',
  installation,
  exports: [{ path: 'cassette.yaml', words: /interaction 1 of a VCR cassette, POST/ }, { path: 'cassette.json', words: /interaction 1 of a VCR cassette, POST/ }],
  run: (work) => runPython(work, `
import vcr
for serializer in ("yaml", "json"):
    with vcr.VCR(serializer=serializer).use_cassette(f"{out}/cassette.{serializer}"):
        send_both()
`),
};

/** Betamax writes cassettes as VCR does; it keeps Authorization where it is not told to hide it. */
export const betamax: Tool = {
  name: 'Betamax',
  installation,
  exports: [{ path: 'jobs.json', words: /interaction 1 of a VCR cassette, POST/ }],
  run: (work) => runPython(work, `
import betamax
session = requests.Session()
with betamax.Betamax(session, cassette_library_dir=out).use_cassette("jobs"):
    send_both(session)
`),
};

/** The recorder of \`responses\` keeps answers only. */
export const responses: Tool = {
  name: 'responses',
  installation,
  exports: [{ path: 'recorded.yaml', isMasked: true }],
  run: (work) => runPython(work, `
from responses import _recorder
@_recorder.record(file_path=f"{out}/recorded.yaml")
def record():
    send_both()
record()
`),
};

/** Schemathesis sends requests that it makes from a description of the API, and reports them as cassettes, as HAR and as JUnit. */
export const schemathesis: Tool = {
  name: 'Schemathesis',
  installation,
  exports: [{ path: 'report.yaml', words: /interaction \d+ of a VCR cassette/ }, { path: 'report.har', words: /entry \d+ of a HAR recording/ }],
  async run({ project, exports, run, url, otherUrl, key, plainPort, installation: folder }) {
    writeFileSync(join(project, 'openapi.json'), JSON.stringify({ openapi: '3.0.3', info: { title: 'Prepress', version: '1', description: otherUrl }, paths: { [new URL(url).pathname]: { post: { responses: { 201: { description: 'Created' } } } } } }));
    const proxy = `http://127.0.0.1:${plainPort}`;
    await run(join(folder, 'bin/schemathesis'), [
      'run', 'openapi.json', '--url', new URL(url).origin, '--header', `Authorization: Bearer ${key}`, '--tls-verify', 'false', '--max-examples', '2', '--phases', 'examples,fuzzing', '--output-sanitize', 'false', '--report', 'vcr,har',
      '--report-vcr-path', join(exports, 'report.yaml'), '--report-har-path', join(exports, 'report.har'),
    ], { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, NO_PROXY: '' });
  },
};
