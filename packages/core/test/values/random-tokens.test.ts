import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credibilityOf, isPlaceholder, randomTokenIn } from '@submit-guard/core';

const kindOf = (value: string): string | undefined => randomTokenIn(Buffer.from(` ${value} `), 1, value.length + 1);

const hexadecimal = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 14, maxLength: 130 });
const alphanumeric = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ')), minLength: 14, maxLength: 130 });
const base64url = fc.uint8Array({ minLength: 10, maxLength: 98 }).map((bytes) => Buffer.from(bytes).toString('base64url'));

describe('randomTokenIn', () => {
  it('tells random tokens', () => {
    expect(kindOf('920b3e1b-f489-44ce-87ed-8db61fec9af3')).toBe('hexadecimal');
    expect(kindOf('3c58c040dbf873e335809ca651971540cfe67f01')).toBe('hexadecimal');
    expect(kindOf('8Kq2vXz71LmP0sTb94Rw63Yh')).toBe('alphanumeric');
    expect(kindOf('8Kq2vXz71Lm_P0sTb94Rw63-Yh7Qw')).toBe('base64url');
  });

  it.each(['00000000-0000-0000-0000-000000000000', '12345678-1234-1234-1234-123456789012', 'deadbeef7cafebabe3deadbeef7cafebabe', 'printable-words-in-a-row', '1234567890123456', 'abababab12abababab12abababab12', '0123456789abcdef0123456789abcdef', '3f9a1c', 'auth_9Kq2vXz71LmP0sTb94Rw63Yh', '9Kq2vXz71LmP0sTb94Rw-2026-x3Tq', '-9Kq2vXz71LmP0sTb94Rw', 'a1-b2-c3-d4-e5-f6-g7-h8', 'sk_9Kq2vXz71LmP0sTb94Rw', Buffer.from('a text of 24 letters!!!!').toString('hex')])('says no to %s', (value) => {
    expect(kindOf(value)).toBeUndefined();
  });

  it('says so only of strong values that are no placeholders', () => {
    fc.assert(fc.property(fc.oneof(hexadecimal, alphanumeric, base64url, fc.uuid()), (value) => {
      if (kindOf(value) !== undefined) expect([credibilityOf(value), isPlaceholder(value)]).toEqual(['strong', false]);
    }), { numRuns: 2000 });
  });
});
