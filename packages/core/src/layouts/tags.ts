import type { Layout } from './layout.ts';

/** Whether a text may hold an element of XML or HTML; for `Layout.derived`. */
export const holdsTag = ({ text }: Layout): boolean => text.includes('<');
