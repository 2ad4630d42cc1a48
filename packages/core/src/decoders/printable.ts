/** Made for the first encoded text: a decoder costs a scan of plain files more than they do. */
let decoders: { readonly utf8: InstanceType<typeof TextDecoder>; readonly utf16: InstanceType<typeof TextDecoder> } | undefined;

function textDecoders(): NonNullable<typeof decoders> {
  return (decoders ??= { utf8: new TextDecoder('utf-8', { fatal: true }), utf16: new TextDecoder('utf-16le') });
}

/**
 * Bytes as text, where they are text: UTF-8 without control characters, or UTF-16 LE as PowerShell encodes commands.
 * Random bytes practically never are.
 */
export function printableText(bytes: Uint8Array): string | undefined {
  if (bytes.length < 6) return undefined;
  if (bytes.length % 2 === 0 && bytes[1] === 0 && bytes[3] === 0 && bytes[5] === 0) {
    const text = textDecoders().utf16.decode(bytes);
    return isPrintable(text) ? text : undefined;
  }
  let high = 0;
  const head = Math.min(bytes.length, 32);
  for (let i = 0; i < head; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) return undefined;
    if (byte > 127) high++;
  }
  if (high * 3 > head) return undefined;
  try {
    const text = textDecoders().utf8.decode(bytes);
    return isPrintable(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function isPrintable(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f\ufffd]/.test(text) && /^[\t\n\r\u001b -~]*$/.test(text.slice(0, 24));
}
