/** What a column may hold. */
export type SqlValue = string | number | Uint8Array | null;

export type SqlRow = Readonly<Record<string, SqlValue>>;

/** A database that understands SQL. Statements are those that SQLite and PostgreSQL have in common; `?` stands for a value. */
export interface SqlConnection {
  /** @throws {FleetError} where the database refuses. */
  readonly run: (sql: string, values?: readonly SqlValue[]) => Promise<void>;
  readonly all: (sql: string, values?: readonly SqlValue[]) => Promise<readonly SqlRow[]>;
  /** Does all of it, or nothing. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Words for a type of bytes, which the two call by different names. */
  readonly bytesType: string;
  close(): Promise<void>;
}
