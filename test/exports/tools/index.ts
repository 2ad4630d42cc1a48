import type { Tool } from '../tool.ts';
import { artillery } from './artillery.ts';
import { bruno } from './bruno.ts';
import { curl } from './curl.ts';
import { gatling } from './gatling.ts';
import { httpYac } from './httpyac.ts';
import { insomnia } from './insomnia.ts';
import { inso } from './inso.ts';
import { jmeter, wiremock } from './java.ts';
import { k6 } from './k6.ts';
import { msw } from './msw.ts';
import { newman } from './newman.ts';
import { pact } from './pact.ts';
import { playwright } from './playwright.ts';
import { betamax, responses, schemathesis, vcrpy } from './python-recorders.ts';
import { nock, polly } from './recorders.ts';
import { swaggerUi } from './swagger-ui.ts';

/** All tools, in the order in which they are run. A new one is a file next to these and a line here. */
export const tools: readonly Tool[] = [newman, bruno, insomnia, inso, httpYac, artillery, k6, jmeter, gatling, playwright, nock, msw, polly, vcrpy, betamax, responses, schemathesis, wiremock, pact, swaggerUi, curl];
