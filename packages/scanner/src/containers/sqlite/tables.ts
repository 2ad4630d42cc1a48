import { columnNamesOf } from './column-names.ts';
import type { Database } from './database.ts';
import { pageTypes } from './database.ts';
import { payloadAt, textsIn, varintAt } from './records.ts';

/** A table of a database. */
export interface Table {
  readonly name: string;
  /** Number of the first page of its b-tree. */
  readonly root: number;
  /** In the order in which rows have their values; empty where that is not known. */
  readonly columns: readonly string[];
}

/** The table of all tables, indexes, views and triggers, whose statements may hold keys, too. */
const schema: Table = { name: 'sqlite_schema', root: 1, columns: ['type', 'name', 'tbl_name', 'rootpage', 'sql'] };

/** Columns of {@link schema} as numbers. */
const [typeColumn, nameColumn, sqlColumn] = [0, 1, 4];

/** The tables of a database, that of all tables first. Virtual tables have no rows of their own. */
export function* tablesOf(database: Database): Generator<Table> {
  const tables: Table[] = [];
  const lines: string[] = [];
  for (const payload of payloadsOf(database, schema.root)) {
    const texts = textsIn(database, payload);
    lines.push(lineOf(texts, schema.columns));
    const root = rootPageIn(payload);
    const name = texts[nameColumn];
    if (texts[typeColumn] === 'table' && root > 0 && name !== undefined) tables.push({ name, root, columns: columnNamesOf(texts[sqlColumn] ?? '') });
  }
  statements.set(database, lines);
  yield schema;
  yield* tables;
}

/** What has been read of the table of all tables already: no page of a tree is read twice. */
const statements = new WeakMap<Database, readonly string[]>();

/** The rows of a table as lines of JSON, those without text left out. */
export function* readRows(database: Database, table: Table): Generator<string> {
  if (table === schema) yield* statements.get(database) ?? [];
  else for (const payload of payloadsOf(database, table.root)) yield lineOf(textsIn(database, payload), table.columns);
}

/** A row as a line of JSON: an object by the names of its columns, or a list where they have none. */
export function lineOf(texts: readonly (string | undefined)[], columns: readonly string[]): string {
  const known = texts.flatMap((text, index) => (text === undefined || text === '' ? [] : [[columns[index], JSON.stringify(text)] as const]));
  if (known.length === 0) return '\n';
  if (columns.length < texts.length) return `[${known.map(([, text]) => text).join(', ')}]\n`;
  return `{ ${known.map(([name = '', text]) => `${JSON.stringify(name)}: ${text}`).join(', ')} }\n`;
}

/** The records of a b-tree, in the order of its pages; without recursion, as trees may be any depth. */
function* payloadsOf(database: Database, root: number): Generator<Buffer> {
  const waiting = [root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const { bytes, type, cells, right } = database.treePage(number);
    const isInterior = right !== 0;
    if (isInterior) {
      waiting.push(right);
      for (const cell of [...cells].reverse()) waiting.push(bytes.readUInt32BE(cell));
    }
    if (type !== pageTypes.tableInterior) for (const cell of cells) yield payloadAt(database, bytes, type, cell);
  }
}

/** The fourth column of a record of {@link schema}: the number of a page. */
function rootPageIn(payload: Buffer): number {
  const { value: headerEnd, end: first } = varintAt(payload, 0);
  let at = headerEnd;
  for (let column = 0, header = first; header < headerEnd; column++) {
    const { value: type, end } = varintAt(payload, header);
    header = end;
    const length = type >= 12 ? Math.floor((type - 12) / 2) : [0, 1, 2, 3, 4, 6, 8][type] ?? 0;
    if (column === 3) return type === 9 ? 1 : type >= 1 && type <= 5 ? payload.readUIntBE(at, length) : 0;
    at += length;
  }
  return 0;
}
