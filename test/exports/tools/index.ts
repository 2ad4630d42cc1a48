import type { Tool } from '../tool.ts';
import { artillery } from './artillery.ts';
import { bruno } from './bruno.ts';
import { curl } from './curl.ts';
import { httpYac } from './httpyac.ts';
import { insomnia } from './insomnia.ts';
import { jmeter, wiremock } from './java.ts';
import { k6 } from './k6.ts';
import { newman } from './newman.ts';
import { pact } from './pact.ts';
import { playwright } from './playwright.ts';
import { betamax, responses, schemathesis, vcrpy } from './python-recorders.ts';
import { nock, polly } from './recorders.ts';

/** All tools, in the order in which they are run. A new one is a file next to these and a line here. */
export const tools: readonly Tool[] = [newman, bruno, insomnia, httpYac, artillery, k6, jmeter, playwright, nock, polly, vcrpy, betamax, responses, schemathesis, wiremock, pact, curl];
