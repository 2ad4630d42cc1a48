import { describe, expect, it } from 'vitest';
import { targetsIn } from '../../src/targets/targets.ts';

const hostsIn = (text: string): readonly string[] => targetsIn(text, ['submit.atomyx.io']).map(({ host }) => host);

describe('hosts that a request may go to', () => {
  it.each([
    ['Host: api.shop.example', ['api.shop.example']],
    ['"hostname": "api.shop.example"', ['api.shop.example']],
    ['host = f"api.shop.example"', ['api.shop.example']],
    ['http.client.HTTPSConnection("api.shop.example")', ['api.shop.example']],
    ['connected to localhost port 8080', ['localhost']],
    ['proxy_pass   10.0.0.1;', ['10.0.0.1']],
    ['endpoint:\n    api.shop.example', ['api.shop.example']],
    ['url = https://api.shop.example/v1', ['api.shop.example']],
    ['POST /jobs, Host: submit.atomyx.io', ['submit.atomyx.io']],
    ['["submit", "atomyx", "io"]', ['submit.atomyx.io']],
  ])('%s', (text, hosts) => {
    expect(hostsIn(text)).toEqual(hosts);
  });

  it.each(['see api.shop.example', 'const port = config.host.test', 'not-submit.atomyx.io.example', 'host: shop', 'hosts.example', 'callbackURL: "https://shop.example/done"'])('not in %s', (text) => {
    expect(hostsIn(text)).toEqual([]);
  });
});
