import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isLoopback } from './base-url.ts';

/** Resolves a name to addresses of this machine only: what goes there is not encrypted. */
export const lookUpLoopback: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const own = error === null ? addresses.filter(({ address }) => isLoopback(address)) : [];
    const [first] = own;
    if (first === undefined) done(error ?? Object.assign(new Error('not this machine'), { code: 'ENOTLOOPBACK' }), '', 0);
    else if (options.all === true) done(null, own);
    else done(null, first.address, first.family);
  });
};
