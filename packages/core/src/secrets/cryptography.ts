/** `node:crypto`, loaded when it is first needed: that takes a tenth of the start of a program that finds nothing. */
export const cryptography = (): typeof import('node:crypto') => process.getBuiltinModule('node:crypto');
