import type { Provider } from '@nestjs/common';

export const ATOMYX_TOKEN = Symbol('ATOMYX_TOKEN');

export const providers: Provider[] = [
  { provide: ATOMYX_TOKEN, useFactory: () => process.env.ATOMYX_TOKEN },
  { provide: 'ATOMYX_API_KEY', useFactory: () => process.env.ATOMYX_API_KEY },
  { provide: 'STRIPE_KEY', useValue: '«other:base62»' },
  { provide: 'ATOMYX_SIGNING_SECRET', useValue: '«other:hex»' },
];
