import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Rows that are drawn beyond either edge of the view, so that scrolling shows no gaps. */
const margin = 8;

/** The longest list, in pixels, that all browsers lay out; a longer one is scrolled in larger steps than its rows. */
const longest = 8_000_000;

export interface VirtualRows {
  /** Goes to the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  /** Rows from `first` to before `end` are in view or near it. */
  readonly first: number;
  readonly end: number;
  /** Pixels of all rows together. */
  readonly height: number;
  /** Pixels from the top at which the first of the drawn rows stands. */
  readonly top: number;
}

/**
 * Which rows of a long list are to be drawn.
 *
 * @param rowHeight - pixels, the same for all rows.
 * @param active - a row to keep in view when it changes; -1 for none.
 */
export function useVirtualRows(count: number, rowHeight: number, active: number): VirtualRows {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const full = count * rowHeight;
  const height = Math.min(full, longest);
  const stretch = height === full ? 1 : (full - view.height) / Math.max(1, height - view.height);
  const onScroll = (): void => {
    const element = scroller.current;
    if (element !== null && (element.scrollTop !== view.top || element.clientHeight !== view.height)) setView({ top: element.scrollTop, height: element.clientHeight });
  };
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setView({ top: element.scrollTop, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || active < 0) return;
    const from = element.scrollTop * stretch;
    const start = active * rowHeight;
    if (start < from) element.scrollTop = start / stretch;
    else if (start + rowHeight > from + element.clientHeight) element.scrollTop = (start + rowHeight - element.clientHeight) / stretch;
    onScroll();
  }, [active, count]);
  const offset = view.top * stretch;
  const first = Math.max(0, Math.floor(offset / rowHeight) - margin);
  const end = Math.min(count, Math.ceil((offset + view.height) / rowHeight) + margin);
  return { scroller, onScroll, first, end, height, top: view.top - (offset - first * rowHeight) };
}
