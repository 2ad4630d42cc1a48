import { describe, expect, it } from 'vitest';
import { limits } from '../src/folding/limits.ts';
import { foldArgument, parsers, places, show } from './fold.ts';

/** Code, and what the argument of `$` folds to. */
const cases: readonly (readonly [title: string, code: string, folded: string])[] = [
  ['a literal', `$('abc')`, 'abc'],
  ['an escape', String.raw`$('a\x62\u0063\u{64}\n')`, 'abcd\n'],
  ['a template', '$(`a${"b"}c`)', 'abc'],
  ['a template with a hole', '$(`a${x}c`)', 'a{x}c'],
  ['a sum', `const a = 'a'; $(a + 'b' + ('c' + 1))`, 'abc1'],
  ['numbers before text', `$(1 + 2 + 'x')`, '3x'],
  ['concat', `$('a'.concat('b', c))`, 'ab{c}'],
  ['join', `$(['a', 'b', ['c'].join('')].join('-'))`, 'a-b-c'],
  ['join without a separator', `$(['a', 'b'].join())`, 'a,b'],
  ['slice', `$('Bearer abc'.slice(7))`, 'abc'],
  ['negative slice', `$('abcdef'.slice(-2))`, 'ef'],
  ['substring swaps', `$('abcdef'.substring(3, 1))`, 'bc'],
  ['substr', `$('abcdef'.substr(2, 2))`, 'cd'],
  ['slice in front of a hole', '$(`Bearer ${x}`.slice(7))', '{x}'],
  ['replace', `$('a-b-c'.replace('-', '+'))`, 'a+b-c'],
  ['replaceAll', `$('a-b-c'.replaceAll('-', ''))`, 'abc'],
  ['replace with a plain pattern', String.raw`$('a.b.c'.replace(/\./g, ''))`, 'abc'],
  ['replace of blanks', String.raw`$('a b\tc'.replace(/\s+/g, ''))`, 'abc'],
  ['repeat', `$('ab'.repeat(3))`, 'ababab'],
  ['padStart', `$('7'.padStart(3, '0'))`, '007'],
  ['split, reverse, join', `$('cba'.split('').reverse().join(''))`, 'abc'],
  ['spread of text', `$([...'cba'].reverse().join(''))`, 'abc'],
  ['spread of a list', `const a = ['b', 'c']; $(['a', ...a].join(''))`, 'abc'],
  ['push', `const a = ['b']; a.push('c'); $(a.join(''))`, 'bc'],
  ['fromCharCode', `$(String.fromCharCode(97, 98, ...[99]))`, 'abc'],
  ['mapped character codes', `$([98, 99].map((c) => String.fromCharCode(c - 1)).join(''))`, 'ab'],
  ['xor', `$([96, 99].map((c) => String.fromCharCode(c ^ 1)).join(''))`, 'ab'],
  ['toString of a number', `$((255).toString(16))`, 'ff'],
  ['atob', `$(atob('YWJj'))`, 'abc'],
  ['atob of no base64', `$(atob('%%'))`, '{atob <- %%}'],
  ['Buffer.from base64', `$(Buffer.from('YWJj', 'base64').toString())`, 'abc'],
  ['Buffer.from hex', `$(Buffer.from('616263', 'hex').toString('utf8'))`, 'abc'],
  ['Buffer.from bytes', `import { Buffer as B } from 'node:buffer'; $(B.from([97, 98]).toString())`, 'ab'],
  ['percent escapes', `$(decodeURIComponent('a%20b'))`, 'a b'],
  ['String.raw', '$(String.raw`a${1}b`)', 'a1b'],
  ['an object', `const o = { a: { 'b-c': 'd' } }; $(o.a['b-c'])`, 'd'],
  ['a computed name', `const k = 'b'; const o = { [k]: 'd' }; $(o[k])`, 'd'],
  ['a spread object', `const base = { a: '1' }; const o = { ...base, b: '2' }; $(o.a + o.b)`, '12'],
  ['an overridden member', `const o = { ...{ a: '1' }, a: '2' }; $(o.a)`, '2'],
  ['Object.assign', `$(Object.assign({}, { a: '1' }, { a: '2' }).a)`, '2'],
  ['Object.freeze', `$(Object.freeze({ a: '1' }).a)`, '1'],
  ['an assigned member', `const o = {}; o.a = '1'; $(o.a)`, '1'],
  ['a nested assigned member', `const o = { h: { x: '0' } }; o.h.a = '1'; $(o.h)`, '{x: 0, a: 1}'],
  ['a member assigned later', `const o = { a: '1' }; $(o.a); o.a = '2';`, '1'],
  ['a member assigned in a branch', `const o = { a: '1' }; if (x) { o.a = '2'; } $(o.a)`, '2 | 1'],
  ['destructuring', `const { a: { b = 'x' }, ...rest } = { a: {}, c: '1' }; $(b + rest.c)`, 'x1'],
  ['destructuring of a list', `const [, b] = ['a', 'b']; $(b)`, 'b'],
  ['an enum', `enum E { A = 'a', B = 'b' } $(E.B)`, 'b'],
  ['as const and satisfies', `const o = { a: 'x' } as const satisfies object; $((o!.a as string))`, 'x'],
  ['a static field', `class C { static k = 'x' } $(C.k)`, 'x'],
  ['a field', `class C { #k = 'x'; run() { $(this.#k) } }`, 'x'],
  ['a field set in the constructor', `class C { constructor() { this.k = 'x'; } run() { $(this.k) } }`, 'x'],
  ['a parameter property', `class C { constructor(private k: string) {} run() { $(this.k) } }`, '{k}'],
  ['an instance', `class C { constructor(private k: string) {} get() { return this.k } } $(new C('x').get())`, 'x'],
  ['a getter', `class C { get k() { return 'x' } run() { $(this.k) } }`, 'x'],
  ['an inherited field', `class A { k = 'x' } class B extends A { run() { $(this.k) } }`, 'x'],
  ['this in an object', `const o = { k: 'x', run() { $(this.k) } }`, 'x'],
  ['let with one write', `let k; k = 'x'; $(k)`, 'x'],
  ['let written again', `let k = 'a'; k = 'b'; $(k); k = 'c';`, 'b'],
  ['let written in a branch', `let k; if (x) k = 'a'; else k = 'b'; $(k)`, 'a | b'],
  ['let that grows', `let k = 'a'; k += 'b'; k += c; $(k)`, 'ab{c}'],
  ['a default', `$(process.env.X || 'x')`, '{process.env.X} | x'],
  ['a nullish default', `$(process.env.X ?? 'x')`, '{process.env.X} | x'],
  ['a choice', `$(dev ? 'a' : 'b')`, 'a | b'],
  ['a known left side', `$('a' || 'b')`, 'a'],
  ['an empty left side', `$('' || 'b')`, 'b'],
  ['alternatives in a text', '$(`${x || "a"}-${y}`)', '{x}-{y} | a-{y}'],
  ['a function', `function f(a, b = 'c') { return a + b } $(f('a'))`, 'ac'],
  ['an arrow function', `const f = (a) => ({ h: 'x' + a }); $(f('a').h)`, 'xa'],
  ['a destructured parameter', `const f = ({ a, b = 'c' }) => a + b; $(f({ a: 'a' }))`, 'ac'],
  ['an awaited function', `const f = async () => 'x'; $(await f())`, 'x'],
  ['then', `$(f().then((x) => x + 'b'))`, '{f}b'],
  ['a closure', `const make = (a) => () => a; $(make('x')())`, 'x'],
  ['a bound method', `const o = { f(a) { return a } }; $(o.f.bind(o)('x'))`, 'x'],
  ['a parameter', `function f(key) { $(key) }`, '{key}'],
  ['a member of a parameter', `const f = ({ api: { key } }) => $(key)`, '{api.key}'],
  ['an import', `import { a as b } from './x'; $(b.c)`, '{a.c}'],
  ['a required member', `const { a } = require('x'); $(a)`, '{a}'],
  ['a URL', `$(new URL('/jobs', 'https://h.example/api').href)`, 'https://h.example/jobs'],
  ['a relative URL', `$(new URL('jobs', 'https://h.example/api/').toString())`, 'https://h.example/api/jobs'],
  ['a URL without a path', `$(new URL('jobs', 'https://h.example').href)`, 'https://h.example/jobs'],
  ['headers', `const h = new Headers({ A: '1' }); h.set('B', '2'); $(h.get('b'))`, '2'],
  ['JSON carries', `$(JSON.stringify({ a: 'b' }))`, '{JSON.stringify <- {a: b}}'],
  ['trim carries', `$(key.trim())`, '{key.trim <- {key}}'],
  ['a cut does not carry', `$(key.slice(0, 4))`, '{key.slice}'],
  ['a hash does not carry', `$(createHash('sha256').update(key).digest('hex'))`, '{createHash.update.digest}'],
  ['a loop over a list', `for (const a of ['a', 'b']) $(a)`, 'a | b'],
  ['a variable of itself', `let a = a + 'x'; $(a)`, '{}x'],
];

describe.each(Object.keys(parsers) as (keyof typeof parsers)[])('folding with %s', (parser) => {
  it.each(cases)('%s', (_title, code, folded) => {
    expect(show(foldArgument(code, parser))).toBe(folded);
  });
});

describe('places', () => {
  it.each([
    ['a cut', `const a = 'Bearer xyz'; $(a.slice(7))`, ['xyz']],
    ['an escape', String.raw`$('Bearer \x78\u{79}z'.slice(7))`, [String.raw`\x78\u{79}z`]],
    ['a line continuation', "$('ab\\\r\ncd'.slice(1))", ['b\\\r\ncd']],
    ['pieces', '$(`a${"b" + "c"}`.concat("d"))', ['a', 'b', 'c', 'd']],
    ['decoded text', `$(atob('YWJj').slice(1))`, ['YWJj']],
    ['an octal escape', String.raw`$('\0a'.slice(1))`, ['a']],
    ['a template with CRLF', '$(`a\r\nb${1}`)', ['a\r\nb', '1']],
    ['JSX text with entities', `$(<a b="x&amp;y" />)`, []],
  ])('%s', (_title, code, expected) => {
    expect(places(code, foldArgument(code))).toEqual(expected);
    expect(places(code, foldArgument(code, 'oxc'))).toEqual(expected);
  });
});

describe('hostile input', () => {
  const quick = (code: string): string => {
    const values = foldArgument(code, 'oxc');
    expect(values.length).toBeLessThanOrEqual(limits.alternatives);
    return values[0]?.kind === 'text' ? show(values) : (values[0]?.kind ?? '');
  };

  it('does not repeat without end', () => expect(quick(`$('a'.repeat(1e9))`)).toBe('opaque'));
  it('does not pad without end', () => expect(quick(`$('a'.padStart(1e9))`)).toBe('opaque'));
  it('does not double without end', () => {
    const doublings = Array.from({ length: 60 }, (_, index) => `const a${index + 1} = a${index} + a${index};`).join('');
    expect(quick(`const a0 = 'ab'; ${doublings} $(a60)`)).not.toContain('ab');
  });
  it('follows long sums in one go', () => expect(quick(`$(${Array(900).fill("'a'").join('+')})`)).toBe('a'.repeat(900)));
  it('gives up on longer ones', () => expect(quick(`$(${Array(1500).fill("'a'").join('+')})`)).toBe('opaque'));
  it('ends recursion', () => quick(`const f = (n) => f(n - 1) + f(n - 2) + 'x'; $(f(10))`));
  it('ends classes that extend themselves', () => quick(`class A extends B { run() { $(this.k) } } class B extends A {}`));
  it('ends many alternatives', () => quick(`$(\`${'${x ? "a" : "b"}'.repeat(30)}\`)`));
  it('ends lists of lists', () => foldArgument(`const a = [1]; ${Array.from({ length: 40 }, () => 'a.push(a);').join('')} $(a.join(''))`, 'oxc'));
  it('ends objects that are merged into themselves', () => {
    foldArgument(`function f(all, result = {}) { for (const one of all) { const nested = this.f(one, result); Object.assign(result, nested, result); result = { ...result, ...nested }; } return result; } class C { f = f; g() { $(f([], {})) } }`, 'oxc');
    foldArgument(`class C { f(result = {}) { const nested = this.f(result); Object.assign(result, nested); Object.assign(result, nested); return result; } g() { $(this.f()) } }`, 'oxc');
  });
  it('takes no prototype for a method', () => expect(quick(`$('a'.constructor('b'))`)).toBe('opaque'));
  it('bounds the cost of a file with many uses of one variable', () => {
    const uses = Array.from({ length: 3000 }, (_, index) => `o.k${index % 70} = o.k${index % 50} + 'x';`).join('\n');
    quick(`const o = {}; ${uses} $(o.k1)`);
  });
});
