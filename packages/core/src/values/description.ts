/** Words for a person on what a value looks like; says nothing of its characters. */
export function describeValue(value: string): string {
  const alphabet = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value)
    ? 'a UUID'
    : /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(value)
      ? 'a JSON Web Token'
      : /^[0-9a-f]+$/i.test(value)
        ? 'hexadecimal'
        : /^[\w-]+$/.test(value)
          ? 'letters and digits'
          : 'letters, digits and signs';
  return `${String(value.length)} characters, ${alphabet}, not a word or a placeholder`;
}
