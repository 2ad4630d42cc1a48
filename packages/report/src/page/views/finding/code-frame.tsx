import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PageLine } from '../../../model/page-data.ts';

interface CodeFrameProps {
  readonly lines: readonly PageLine[];
  /** What may be shown of the key; absent where the finding has none. */
  readonly redacted: string | undefined;
}

type Mark = PageLine['marks'][number];

const isKey = ({ kind }: Pick<Mark, 'kind'>): boolean => kind === 'key' || kind === 'piece';

/** Where two marks lie over each other, the key counts, then the one that begins first. */
const byWeight = (a: Mark, b: Mark): number => Number(isKey(b)) - Number(isKey(a)) || a.column - b.column;

/** A part of a line that has one look. */
interface Part {
  readonly text: string;
  readonly mark?: Mark;
}

/** A line cut where its marks begin and end. */
function partsOf({ text, marks }: PageLine): readonly Part[] {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ column, endColumn }) => [column - 1, endColumn - 1])])].filter((edge) => edge >= 0 && edge <= text.length).sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    const [mark] = marks.filter(({ column, endColumn }) => column - 1 <= start && endColumn - 1 >= end).sort(byWeight);
    return { text: text.slice(start, end), ...(mark !== undefined && { mark }) };
  });
}

/** The marks of a line that get a word beneath, the last first, so that the words do not cross. */
const notesOf = ({ marks }: PageLine): readonly Mark[] =>
  [...marks]
    .sort(byWeight)
    .filter((mark, index, all) => mark.kind !== 'value' && all.findIndex((other) => other.column === mark.column) === index)
    .sort((a, b) => b.column - a.column);

/** The lines around a finding, with what convicted it underlined and named. Every credential in them has been masked. */
export function CodeFrame({ lines, redacted }: CodeFrameProps): JSX.Element {
  const frame = useRef<HTMLElement>(null);
  // Of a long line, such as that of a bundle, the key is what should be in view.
  useLayoutEffect(() => {
    const key = frame.current?.querySelector<HTMLElement>('mark.is-key');
    if (frame.current === null || key === null || key === undefined) return;
    const { left, right } = key.getBoundingClientRect();
    const view = frame.current.getBoundingClientRect();
    if (right > view.right) frame.current.scrollLeft = Math.min(left - view.left, right - view.right + view.width / 4);
  }, []);
  const nameOf = ({ kind }: Mark): string => (kind === 'key' ? (redacted === undefined ? 'here' : `key ${redacted}`) : kind === 'piece' ? 'piece of the key' : kind);
  return (
    <figure class="code" ref={frame} tabIndex={0} role="group" aria-label="Code around the finding, keys masked">
      {lines.map((line, index) => (
        <div key={line.line} class={line.marks.some(isKey) ? 'code__line code__line--key' : 'code__line'}>
          {line.line > (lines[index - 1]?.line ?? line.line) + 1 && <div class="code__gap" aria-hidden="true">⋮</div>}
          <div class="code__row">
            <span class="code__number">{line.line}</span>
            <code>
              {partsOf(line).map(({ text, mark }) => (mark === undefined ? text : <mark class={isKey(mark) ? 'is-key' : 'is-evidence'}>{text}</mark>))}
            </code>
          </div>
          {notesOf(line).map((mark) => (
            <div key={`${mark.column} ${mark.kind}`} class="code__row code__note">
              <span class="code__number" />
              <span class="code__before" aria-hidden="true">
                {line.text.slice(0, mark.column - 1)}
              </span>
              <span class={isKey(mark) ? 'code__name is-key' : 'code__name is-evidence'}>{nameOf(mark)}</span>
            </div>
          ))}
        </div>
      ))}
    </figure>
  );
}
