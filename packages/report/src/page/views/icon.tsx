import type { JSX } from 'preact';

/** Outlines on a grid of 24 by 24. */
const outlines = {
  brand: 'M12 3l7.5 2.8v5.4c0 4.6-3 8.3-7.5 9.8-4.5-1.5-7.5-5.2-7.5-9.8V5.8zM12 8.2a2 2 0 100 4 2 2 0 000-4zM12 12.2v4',
  clean: 'M12 3l7.5 2.8v5.4c0 4.6-3 8.3-7.5 9.8-4.5-1.5-7.5-5.2-7.5-9.8V5.8zM9 12l2.2 2.2L15.4 10',
  auto: 'M12 4a8 8 0 100 16 8 8 0 000-16zM12 4v16M12 8h5.6M12 12h8M12 16h5.6',
  light: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  dark: 'M20 14.2A8.2 8.2 0 019.8 4a8.2 8.2 0 1010.2 10.2z',
  print: 'M7 9V4h10v5M7 17H4.5V9h15v8H17M7 14h10v6H7z',
  help: 'M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM9.6 9.6a2.4 2.4 0 114 1.8c-.9.8-1.6 1.2-1.6 2.3M12 16.6v.2',
  warning: 'M12 4.5l8.5 14.8h-17zM12 10v4.2M12 16.6v.2',
  check: 'M5 12.5l4.6 4.6L19 7.7',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M10.5 4.5a6 6 0 100 12 6 6 0 000-12zM15 15l5 5',
  copy: 'M9 9h10.5v10.5H9zM5.5 15h-1V4.5H15v1',
  up: 'M6 14.5l6-6 6 6',
  down: 'M6 9.5l6 6 6-6',
  back: 'M14.5 6l-6 6 6 6',
  filter: 'M4 6.5h16M7 12h10M10 17.5h4',
} as const;

export type IconName = keyof typeof outlines;

/** A picture that says nothing to those who do not see it: the words beside it do. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class={`icon icon--${name}`} viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  );
}
