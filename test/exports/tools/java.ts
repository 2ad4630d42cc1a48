import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tool } from '../tool.ts';

/** JMeter runs a plan; its results hold the headers of requests where that is switched on. */
export const jmeter: Tool = {
  name: 'JMeter',
  installation: { from: 'Maven Central', folder: 'jmeter', packages: ['org.apache.jmeter:ApacheJMeter_http:5.6.3', 'org.apache.jmeter:ApacheJMeter_config:5.6.3'] },
  exports: [{ path: 'results.jtl' }],
  async run({ project, exports, run, url, otherUrl, key, installation, plainPort }) {
    const sampler = (name: string, method: string, address: string, headers: string): string => `<HTTPSamplerProxy guiclass="HttpTestSampleGui" testclass="HTTPSamplerProxy" testname="${name}" enabled="true">
      <elementProp name="HTTPsampler.Arguments" elementType="Arguments"><collectionProp name="Arguments.arguments"/></elementProp>
      <stringProp name="HTTPSampler.domain">${new URL(address).host}</stringProp><stringProp name="HTTPSampler.protocol">https</stringProp>
      <stringProp name="HTTPSampler.path">${new URL(address).pathname}</stringProp><stringProp name="HTTPSampler.method">${method}</stringProp><boolProp name="HTTPSampler.use_keepalive">false</boolProp>
    </HTTPSamplerProxy><hashTree>${headers}</hashTree>`;
    const manager = `<HeaderManager guiclass="HeaderPanel" testclass="HeaderManager" testname="Headers" enabled="true"><collectionProp name="HeaderManager.headers"><elementProp name="" elementType="Header"><stringProp name="Header.name">Authorization</stringProp><stringProp name="Header.value">Bearer ${key}</stringProp></elementProp></collectionProp></HeaderManager><hashTree/>`;
    writeFileSync(join(project, 'plan.jmx'), `<?xml version="1.0" encoding="UTF-8"?>
<jmeterTestPlan version="1.2" properties="5.0" jmeter="5.6.3"><hashTree><TestPlan guiclass="TestPlanGui" testclass="TestPlan" testname="Plan" enabled="true"/><hashTree>
    <ThreadGroup guiclass="ThreadGroupGui" testclass="ThreadGroup" testname="Users" enabled="true"><elementProp name="ThreadGroup.main_controller" elementType="LoopController" guiclass="LoopControlPanel" testclass="LoopController"><boolProp name="LoopController.continue_forever">false</boolProp><stringProp name="LoopController.loops">1</stringProp></elementProp><stringProp name="ThreadGroup.num_threads">1</stringProp><stringProp name="ThreadGroup.ramp_time">1</stringProp><stringProp name="ThreadGroup.on_sample_error">continue</stringProp></ThreadGroup>
    <hashTree>${sampler('Create job', 'POST', url, manager)}${sampler('Health', 'GET', otherUrl, '')}</hashTree>
  </hashTree></hashTree></jmeterTestPlan>
`);
    const properties = ['jmeter.save.saveservice.output_format=xml', 'jmeter.save.saveservice.requestHeaders=true', 'jmeter.save.saveservice.url=true', 'jmeter.save.saveservice.samplerData=true'];
    writeFileSync(join(project, 'jmeter.properties'), `${properties.join('\n')}\nsearch_paths=${join(installation, 'lib').replaceAll('\\', '/')}\n`);
    // What classes the elements of a plan are.
    await run('jar', ['xf', join(installation, 'lib/ApacheJMeter_config-5.6.3.jar'), 'bin/saveservice.properties', 'bin/upgrade.properties']);
    await run('java', ['-Djava.awt.headless=true', `-Djmeter.home=${project}`, '-cp', join(installation, 'lib', '*'), 'org.apache.jmeter.NewDriver', '-n', '-p', 'jmeter.properties', '-t', 'plan.jmx', '-l', join(exports, 'results.jtl'), '-H', '127.0.0.1', '-P', String(plainPort)]);
  },
};

/** WireMock stands between a client and a service, and records mappings. */
export const wiremock: Tool = {
  name: 'WireMock',
  installation: { from: 'Maven Central', folder: 'wiremock', packages: ['org.wiremock:wiremock-standalone:3.13.2'] },
  exports: [{ path: 'mappings/*.json', words: /a WireMock mapping for/ }],
  async run({ exports, url, otherUrl, key, installation, plainPort }) {
    const port = 20_000 + (plainPort % 20_000);
    const server = spawn('java', ['-jar', join(installation, 'lib/wiremock-standalone-3.13.2.jar'), '--port', String(port), '--root-dir', exports, '--proxy-via', `127.0.0.1:${plainPort}`, '--disable-banner'], { stdio: 'ignore' });
    const ask = (path: string, method: string, headers: Readonly<Record<string, string>>, body = ''): Promise<number> => new Promise((resolve) => {
      request({ host: '127.0.0.1', port, path, method, headers: { ...headers, ...(body !== '' && { 'content-type': 'application/json' }) } }, (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0))).on('error', () => resolve(0)).end(body);
    });
    try {
      for (let tries = 0; tries < 120 && (await ask('/__admin/mappings', 'GET', {})) !== 200; tries++) await sleep(250);
      for (const [target, method, headers] of [[url, 'POST', { authorization: `Bearer ${key}` }], [otherUrl, 'GET', {}]] as const) {
        const { origin, pathname } = new URL(target);
        await ask('/__admin/recordings/start', 'POST', {}, JSON.stringify({ targetBaseUrl: origin, captureHeaders: { Authorization: {}, Host: {} }, persist: true }));
        await ask(pathname, method, { ...headers, host: new URL(target).host });
        await ask('/__admin/recordings/stop', 'POST', {});
      }
    } finally {
      server.kill();
    }
  },
};
