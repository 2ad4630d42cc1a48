/** Source text that reads the signature of a Submit callback: `headers['x-atomyx-signature']`. */
export const signatureHeader = /x[-_]?atomyx[-_]?signature|atomyx\w*signature|submit\w*signature/i;
