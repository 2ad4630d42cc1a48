import { columnNamesOf } from './column-names.ts';
import type { Database } from './database.ts';
import { pageTypes } from './database.ts';
import type { Column } from './records.ts';
import { columnsIn, payloadAt, textsIn } from './records.ts';

/** A table of a database. */
export interface Table {
  readonly name: string;
  /** Number of the first page of its b-tree. */
  readonly root: number;
  /** In the order in which rows have their values; empty where that is not known. */
  readonly columns: readonly string[];
}

/** What the table of all tables says. */
export interface Schema {
  /** Its rows as lines of JSON: the statements of tables, indexes, views and triggers may hold keys, too. */
  readonly lines: readonly string[];
  /** Virtual tables have no rows of their own, and are not among them. */
  readonly tables: readonly Table[];
}

/** Columns of the table of all tables, which is page 1. */
const schemaColumns = ['type', 'name', 'tbl_name', 'rootpage', 'sql'];

export function schemaOf(database: Database): Schema {
  const tables: Table[] = [];
  const lines: string[] = [];
  for (const payload of payloadsOf(database, 1)) {
    const texts = textsIn(database, payload);
    lines.push(lineOf(texts, schemaColumns));
    const [type, name, , , sql = ''] = texts;
    const root = numberOf([...columnsIn(payload)][3]);
    if (type === 'table' && root > 0 && name !== undefined) tables.push({ name, root, columns: columnNamesOf(sql) });
  }
  return { lines, tables };
}

/** A number of a record; 0 where it is none, or no number of a page. */
function numberOf(column: Column | undefined): number {
  if (column === undefined || column.type > 9) return 0;
  const { type, bytes } = column;
  return type === 9 ? 1 : bytes.length > 0 && bytes.length <= 6 ? bytes.readUIntBE(0, bytes.length) : 0;
}

/** The rows of a table as lines of JSON; those without text are empty lines. */
export function* readRows(database: Database, table: Table): Generator<string> {
  for (const payload of payloadsOf(database, table.root)) yield lineOf(textsIn(database, payload), table.columns);
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
