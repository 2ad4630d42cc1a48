/**
 * The one way to the value of a `Secret` from outside of this package, for asking the service that issued it. It stands apart, so
 * that whoever imports it is seen to do so.
 */
export { revealTo } from './secrets/secret.ts';
