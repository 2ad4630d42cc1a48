import { describe, expect, it } from 'vitest';
import { payloadLeaks } from '../src/callbacks/payload-leaks.ts';
import { signatureProblems } from '../src/callbacks/signature-problems.ts';
import { analyze } from './analyze.ts';
import { parsers } from './fold.ts';

const options = { tokens: false, isCallbackType: undefined };

/** The linter's tests have the cases; these show that every parser's tree says the same. */
describe.each(Object.keys(parsers) as (keyof typeof parsers)[])('callbacks with %s', (parser) => {
  it.each([
    [`interface SubmitCallback { get apiKey(): string; readonly id: string }`, ['apiKey']],
    [`namespace Submit { export interface WebhookPayload { apiKey: string } }`, ['apiKey']],
    [`interface Base { id: string; apiKey: string } type SubmitCallback = { [K in keyof Base]?: string }`, ['apiKey']],
    [`interface Base { id: string; apiKey: string } interface SubmitCallback extends Omit<Base, 'apiKey'> { status: string }`, []],
    [`class SubmitCallback { constructor(public apiKey: string, private token: string) {} }`, ['apiKey']],
    [`class SubmitCallbackDto { @IsString() apiKey!: string; #secret = 1 }`, ['apiKey']],
    [`type Keys = 'id' | 'apiKey'; type SubmitCallback = Record<Keys, string>`, ['apiKey']],
    [`import { z } from 'zod'; const schema = z.object({ apiKey: z.string() }); type SubmitCallback = z.infer<typeof schema>`, ['apiKey']],
    [`function build(): Promise<SubmitCallback[]> { return [{ apiKey: load() }]; }`, ['apiKey']],
    [`const body = { apiKey: load() } satisfies SubmitCallback;`, ['apiKey']],
  ])('%s', (code, names) => {
    expect(payloadLeaks(analyze(code, parser).analysis, options).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    [`app.route('/submit/callback').post((req, res) => save(req.body))`, 1],
    [`app.route('/submit/callback').post(verifySignature, (req, res) => save(req.body))`, 0],
    [`@Controller('submit') class C { @Post('callback') handle(@Body() { status }: Dto) { save(status); } }`, 1],
    [`@UseGuards(SignatureGuard) @Controller('submit') class C { @Post('callback') handle(@Body() dto: Dto) { save(dto); } }`, 0],
    [`const [, given] = req.get('X-Atomyx-Signature')!.split('='); if (given !== expected) fail();`, 1],
  ])('%s', (code, count) => {
    expect(signatureProblems(analyze(code, parser).analysis, 'src/file.ts')).toHaveLength(count);
  });
});
