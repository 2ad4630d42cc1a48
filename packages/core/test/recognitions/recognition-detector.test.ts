import { describe, expect, it } from 'vitest';
import { renderMarkers } from '../../../../rules/src/markers.ts';
import { createDetector } from '../../src/detectors/detector.ts';
import { confidenceOf } from '../../src/evidence/confidence.ts';
import { createRecognitionDetector } from '../../src/recognitions/recognition-detector.ts';
import { Secret } from '../../src/secrets/secret.ts';

const keyOf = (marker: string, seed = 1): string => renderMarkers(marker, { seed }).text;
const detect = createRecognitionDetector(createDetector());

/** What is found of a text in which `§` stands for a key, as it stands in the text. */
function found(text: string, key: string): readonly string[] {
  const shown = text.replaceAll('§', key);
  return detect(shown).filter(({ secret }) => secret !== undefined).map((match) => (match.pieces ?? [match]).map(({ start, end }) => shown.slice(start, end)).join('+'));
}

describe('a key that is known', () => {
  const key = keyOf('«key:base64url-43»');
  const knowing = createRecognitionDetector(createDetector(), { knownKeys: [{ secret: new Secret(key), label: '.env' }] });
  const wrong = (text: string, ...places: readonly number[]): string => places.reduce((read, at) => `${read.slice(0, at)}*${read.slice(at + 1)}`, text);

  it.each([
    ['as it is', key],
    ['with wrong characters', wrong(key, 3, 9, 20, 31)],
    ['with characters missing and doubled', `${key.slice(0, 5)}${key.slice(6, 20)}${key.slice(19, 30)}${key.slice(32)}`],
    ['with letters for digits', key.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('5', 'S').replaceAll('8', 'B')],
    ['in pieces', `${key.slice(0, 12)} ${key.slice(12, 25)}\n${key.slice(25)}`],
  ])('is told %s', (_, read) => {
    const [match, ...others] = knowing(`Some words\nvalue ${read} and more`);
    expect([match?.evidence[0]?.kind, match?.secret?.toJSON(), others]).toEqual(['known', new Secret(key).toJSON(), []]);
    expect(match && confidenceOf(match.evidence)).toBe('certain');
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed + 2))('is not told in another one (seed %d)', (seed) => {
    expect(knowing(`value ${keyOf('«key:base64url-43»', seed)} ${keyOf('«key:hex-64»', seed)}`)).toEqual([]);
  });

  it('is searched in long texts and for many keys in little time', () => {
    const many = createRecognitionDetector(createDetector(), { knownKeys: Array.from({ length: 50 }, (_, seed) => ({ secret: new Secret(keyOf('«key:hex-64»', seed)), label: '.env' })) });
    expect(many('0123456789abcdef '.repeat(500))).toEqual([]);
  });
});

describe('a key that nobody knows', () => {
  const key = keyOf('«key:hex-40»');

  it.each([
    ['in a header', 'POST https://submit.atomyx.io/api/jobs\nAuthorization: Bearer §'],
    ['behind misread words', 'POST hitps://subrnit.atornyx,io/api/jobs\nAuthorlzation; Beaner §'],
    ['behind a host whose dot is a gap', 'Base URL\nhttps://submit atomyx.io/api\nSubmit API key\n§'],
    ['behind a host whose slash is a letter', 'POST   https://submit.atomyx.iofapifjobs\nToken   §'],
    ['below its label', 'Atomyx Submit\nSubmit API key\n§\nCallback URL\nhttps://shop.example/callbacks'],
    ['beside a label that was not read, below the selection', 'POST   https://submit.atomyx.io/api/jobs\nAuth Type   Bearer Token\nJen   §'],
    ['under a name without its underlines', '1   PORT=8080\n4   ATOMYX SUBMIT_API KEY=§'],
  ])('is found %s', (_, text) => expect(found(text, key)).toEqual([key]));

  it('is found where it was wrapped', () => {
    const [first, second] = [key.slice(0, 18), key.slice(18)];
    expect(found(`POST https://submit.atomyx.io/api/jobs\nAuthorization: Bearer ${first}\n${second}\nContent-Type: application/json`, key)).toEqual([`${first}+${second}`]);
  });

  it('is found with an underline read as a gap, or with a stroke through a letter', () => {
    const prefixed = keyOf('«key:prefixed»');
    const gap = prefixed.replaceAll('_', ' ');
    expect(found(`API = "https://submit.atomyx.io/api"\nTOKEN = "${gap}"`, key)).toEqual([gap]);
    expect(found(`curl https://submit.atomyx.io/api/jobs\n> -H "Authorization: Bearer ${key.slice(0, 9)}¢${key.slice(9)}"`, key)).toEqual([`${key.slice(0, 9)}¢${key.slice(9)}`]);
  });
});

describe('nothing is found', () => {
  const key = keyOf('«key:uuid»');

  it.each([
    'seessceeesscesscessccsssccsscccss', 'eeeeeeeeeeeeee', '0000000000000000', 'ee000', 'SEERARINNINRRNNIRRRRNRRRNNS', 'ccccecccccooooccco00', '************************',
  ])('in masking dots that were read as %s', (dots) => {
    expect(found(`POST https://submit.atomyx.io/api/jobs\nAuthorization: Bearer ${dots}\nToken   ${dots}\nATOMYX_SUBMIT_API_KEY=${dots}`, key)).toEqual([]);
  });

  it.each([
    ['beside the label of something else', 'https://submit.atomyx.io/api/jobs\nAuthorization: Bearer 0000000000\nX-Request-Id:   §'],
    ['beside an identifier', 'https://submit.atomyx.io/api/jobs\nAPI key   hidden\nJob   §'],
    ['sent to another service', 'POST https://api.mailer.example/v1/send\nAuthorization: Bearer §'],
    ['sent to another service below a request to Submit', 'GET https://submit.atomyx.io/api\nPOST https://api.mailer.example/v1/send\nToken   §'],
    ['where nothing speaks of Submit', 'Integrations\nAPI key\n§'],
    ['in prose', 'The API key of submit.atomyx.io\nis in the vault, see ticket § for more'],
  ])('%s', (_, text) => expect(found(text, key)).toEqual([]));

  it.each(['YOUR_API_KEY', '$ATOMYX_SUBMIT_API_KEY', '{{submit_api_key}}', '<your key>', '${SUBMIT_KEY}'])('for %s', (value) => {
    expect(found(`POST   https://submit.atomyx.io/api/jobs\nAuth Type   Bearer Token\nToken   ${value}\nAuthorization: Bearer ${value}`, key)).toEqual([]);
  });
});

it('hostile texts take little time', () => {
  for (const text of ['A'.repeat(50_000), 'A_'.repeat(25_000), 'a]'.repeat(25_000), '1 '.repeat(25_000), 'Bearer '.repeat(7000), '.a'.repeat(25_000), '"'.repeat(50_000)]) expect(detect(`submit.atomyx.io\n${text}`)).toEqual([]);
});

describe('a host that a column has wrapped', () => {
  const key = keyOf('«key:hex»');
  const table = (host: string): string => `Host               Owner    Key\n\n${host.slice(0, 9)}          Ben      ${key}\n${host.slice(9)}`;

  it('is put together', () => {
    expect(found(table('submit.atomyx.io'), key)).toEqual([key]);
  });

  it('is none where it is too short to be wrapped', () => {
    const short = createRecognitionDetector(createDetector({ hosts: ['s.io'] }), { hosts: ['s.io'], stagingHosts: [] });
    expect(short(`API key\n${key}\n`)).toEqual([]);
  });
});
