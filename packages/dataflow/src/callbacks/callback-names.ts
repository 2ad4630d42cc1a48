import { classifyName, wordsOf } from '@submit-guard/core';

const callbackWords: ReadonlySet<string> = new Set(['callback', 'callbacks', 'webhook', 'webhooks', 'notification', 'notifications']);

/** Words with which "submit" is a form's, or a callback a function. */
const formWords: ReadonlySet<string> = new Set(['form', 'forms', 'button', 'dialog', 'modal', 'on', 'use', 'react', 'click', 'field', 'fn', 'func', 'function', 'ref', 'listener', 'args']);

/** Words for what manages callbacks: settings, addresses, subscriptions. */
const managingWords: ReadonlySet<string> = new Set([
  'option', 'options', 'config', 'configuration', 'settings', 'secret', 'url', 'urls', 'uri', 'endpoint', 'registration', 'subscription', 'subscriptions', 'credentials', 'create', 'register',
  'subscribe', 'update', 'delete', 'simulator',
]);

/** Verbs of functions that make or send callbacks, and so receive none. */
const sendingWords: ReadonlySet<string> = new Set(['send', 'simulate', 'fake', 'deliver', 'notify', 'emit', 'publish', 'dispatch', 'fire', 'trigger', 'track', 'build', 'make']);

/** Words for what sends, receives, checks or carries callbacks. */
const actingWords: ReadonlySet<string> = new Set([
  'props', 'client', 'handler', 'handlers', 'context', 'params', 'service', 'controller', 'verifier', 'server', 'deps', 'dependencies', 'header', 'headers', 'emitter', 'queue', 'bus', 'manager',
  'factory', 'module', 'middleware', 'guard', 'processor', 'consumer', 'sender', 'dispatcher', 'receiver', 'router', 'store', 'repository', 'logger', 'worker', 'validator', 'parser', 'builder',
  'provider', 'error', 'exception', 'env', 'environment', 'auth', 'api', 'state', 'test', 'tests',
]);

/** Words that make an event of Submit out of `SubmitEvent`, which is also a type of the browser. */
const jobWords: ReadonlySet<string> = new Set(['job', 'jobs', 'preflight', 'proof', 'payload', 'delivery', 'status']);

/** Whether the name of a type or a value says that it is a Submit callback. `FormSubmitEvent` does not say Submit. */
export function isCallbackName(name: string): boolean {
  if (!saysSubmit(name)) return false;
  const words = wordsOf(name);
  return saysCallback(words) && !words.some((word) => managingWords.has(word) || actingWords.has(word));
}

/** Whether a path, or the name of a function, says that Submit callbacks arrive there. */
export function receivesCallbacks(name: string): boolean {
  if (!saysSubmit(name)) return false;
  const words = wordsOf(name);
  // A route is called `/hooks/atomyx`; in the name of a type, hooks are functions.
  const says = saysCallback(words) || (words.includes('hooks') && saysCallback([...words, 'hook']));
  return says && !words.some((word) => managingWords.has(word) || sendingWords.has(word));
}

/** Whether the name of a function says that it has to do with what is in Submit callbacks: it receives them, or sends them. */
export function passesCallbacks(name: string): boolean {
  if (!saysSubmit(name)) return false;
  const words = wordsOf(name);
  return saysCallback(words) && !words.some((word) => managingWords.has(word));
}

/** A cheap question in front of dearer ones: most names say neither. */
function saysSubmit(name: string): boolean {
  return /atomyx|submit/i.test(name);
}

/** Submit or Atomyx, and callback, webhook or event. */
function saysCallback(words: readonly string[]): boolean {
  const atomyx = words.includes('atomyx');
  if (!atomyx && !words.includes('submit')) return false;
  if (words.some((word) => formWords.has(word))) return false;
  if (words.some((word) => callbackWords.has(word))) return true;
  const event = words.includes('event') || words.includes('events') || words.includes('hook');
  return event && (atomyx || words.some((word) => jobWords.has(word)));
}

/** Whether a name is that of something that is delivered: what it is called in a module that is known to handle callbacks. */
export function isPayloadName(name: string): boolean {
  const words = wordsOf(name);
  if (words.some((word) => formWords.has(word) || managingWords.has(word) || actingWords.has(word)) || isOtherVendor(words)) return false;
  return words.some((word) => callbackWords.has(word) || /^(?:payload|event|body|message|delivery)s?$/.test(word));
}

/** In a module with webhooks of several vendors, a name that says another vendor is that vendor's. */
function isOtherVendor(words: readonly string[]): boolean {
  return classifyName('key', words.filter((word) => !callbackWords.has(word))) === 'other-key';
}

/**
 * Whether a field of a callback is meant to hold a Submit key.
 *
 * @param tokens - whether `token` and `secret` alone count.
 */
export function isKeyField(name: string, tokens: boolean): boolean {
  const says = classifyName(name);
  if (says === 'submit-key' || says === 'submit-key-with-atomyx') return true;
  if (says !== 'generic-key') return false;
  const words = wordsOf(name);
  if (words.includes('bearer') || words.includes('authorization') || words.includes('authorisation') || words.includes('apikey')) return true;
  if (words.includes('api') && (words.includes('key') || words.includes('token'))) return true;
  return tokens && (words.includes('token') || words.includes('secret'));
}

/** Headers that only Submit callbacks have. */
export const callbackHeader = /^x-atomyx-(?:signature|event|delivery|timestamp)$/i;

/** A literal that says that a module handles callbacks: a header of them, or the name of an event. Comments say nothing. */
export function saysCallbacks(text: string): boolean {
  return /^x-atomyx-\w/i.test(text) || /^(?:preflight|proof|job|submission)_(?:passed|failed|created|completed|approved|rejected|started|finished)$/.test(text);
}
