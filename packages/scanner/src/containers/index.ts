import { asar } from './asar.ts';
import { brotli } from './codecs/brotli.ts';
import { bzip2 } from './codecs/bzip2.ts';
import { rar, sevenZip } from './closed-archives.ts';
import { gzip } from './codecs/gzip.ts';
import { xz } from './codecs/xz.ts';
import { zlib } from './codecs/zlib.ts';
import { zstandard } from './codecs/zstandard.ts';
import type { ContainerFormat, ContainerHead } from './container.ts';
import { playwrightReport } from './playwright-report.ts';
import { propertyList } from './property-list.ts';
import { encryptedSqlite, sqlite, sqliteLog } from './sqlite.ts';
import { tar } from './tar.ts';
import { zip } from './zip.ts';

/** All formats, asked in this order. A new one is a file next to these and a line here. */
const formats: readonly ContainerFormat[] = [zip, gzip, tar, bzip2, xz, zstandard, asar, sqlite, sqliteLog, propertyList, playwrightReport, brotli, zlib, encryptedSqlite, sevenZip, rar];

/** The format of a container; `undefined` where a blob is none that can be read. */
export function containerFormatOf(head: ContainerHead): ContainerFormat | undefined {
  return formats.find((format) => format.accepts(head));
}
