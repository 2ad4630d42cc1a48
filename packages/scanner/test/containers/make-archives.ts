import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

/** What a zip entry is to be, where it is not as usual. */
export interface ZipOptions {
  readonly method?: number;
  readonly flags?: number;
  readonly checksum?: number;
  /** Sizes stand behind the bytes. */
  readonly describedBehind?: boolean;
  /** Left out of the directory. */
  readonly unlisted?: boolean;
  /** Sizes and the offset stand in the extra field. */
  readonly zip64?: boolean;
}

export interface ZipFile extends ZipOptions {
  readonly name: string | Buffer;
  readonly content: string | Buffer;
}

function parts(format: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  return Buffer.concat(format.map(([length, value]) => {
    const bytes = Buffer.alloc(length);
    if (length === 8) bytes.writeBigUInt64LE(BigInt(value));
    else bytes.writeUIntLE(value, 0, length);
    return bytes;
  }));
}

const most32 = 0xffffffff;

/** A zip archive, written by the specification (APPNOTE.TXT). */
export function zipOf(files: readonly ZipFile[], { before = Buffer.alloc(0), comment = '' } = {}): Buffer {
  const local: Buffer[] = [before];
  const directory: Buffer[] = [];
  let count = 0;
  for (const { name, content, method = 8, checksum, describedBehind = false, unlisted = false, zip64 = false, flags = 0 } of files) {
    const plain = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(plain) : plain;
    const path = Buffer.from(name);
    const sum = checksum ?? crc32(plain);
    const bits = flags | (describedBehind ? 8 : 0);
    const offset = Buffer.concat(local).length;
    const known = describedBehind ? [0, 0, 0] as const : [sum, packed.length, plain.length] as const;
    local.push(parts([[4, 0x04034b50], [2, 20], [2, bits], [2, method], [4, 0], [4, known[0]], [4, known[1]], [4, known[2]], [2, path.length], [2, 0]]), path, packed);
    if (describedBehind) local.push(parts([[4, 0x08074b50], [4, sum], [4, packed.length], [4, plain.length]]));
    if (unlisted) continue;
    const extra = zip64 ? parts([[2, 1], [2, 24], [8, plain.length], [8, packed.length], [8, offset]]) : Buffer.alloc(0);
    const [size, packedSize, at] = zip64 ? [most32, most32, most32] : [plain.length, packed.length, offset];
    directory.push(parts([
      [4, 0x02014b50], [2, 20], [2, 20], [2, bits], [2, method], [4, 0], [4, sum], [4, packedSize], [4, size], [2, path.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, at],
    ]), path, extra);
    count++;
  }
  const entries = Buffer.concat(local);
  const listing = Buffer.concat(directory);
  const remark = Buffer.from(comment);
  const end = parts([[4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, listing.length], [4, entries.length], [2, remark.length]]);
  return Buffer.concat([entries, listing, end, remark]);
}

export interface TarFile {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  readonly type?: string;
  /** What the header says, where that is not the length of the content. */
  readonly size?: string;
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);

/** One header of a tar archive (POSIX ustar), and the bytes behind it. */
export function tarMember({ name, content = '', type = '0', size }: TarFile): Buffer {
  const body = Buffer.from(content);
  const header = Buffer.alloc(512);
  Buffer.from(name).copy(header, 0, 0, 100);
  header.write('0000644\0', 100);
  header.write(size ?? `${body.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, padded(body)]);
}

export function tarOf(files: readonly TarFile[]): Buffer {
  return Buffer.concat([...files.map(tarMember), Buffer.alloc(1024)]);
}

export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const length = Buffer.byteLength(rest);
  const digits = String(length + String(length).length).length;
  return `${length + digits}${rest}`;
}

/** An archive of Electron. */
export function asarOf(header: object, bodies: Buffer): Buffer {
  const text = Buffer.from(JSON.stringify(header));
  const filled = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4)]);
  return Buffer.concat([parts([[4, 4], [4, filled.length + 8], [4, filled.length + 4], [4, text.length]]), filled, bodies]);
}

/** Something that was compressed so many times. */
export function gzipTimes(content: string, times: number): Buffer {
  let bytes = Buffer.from(content);
  for (let time = 0; time < times; time++) bytes = gzipSync(bytes);
  return bytes;
}

/** RFC 8878: a frame of one raw block, and its size before that. */
export function zstandardOf(text: string): Buffer {
  const content = Buffer.from(text);
  const head = Buffer.alloc(12);
  head.writeUInt32LE(0xfd2fb528, 0);
  head.writeUInt8(0xa0, 4);
  head.writeUInt32LE(content.length, 5);
  head.writeUIntLE((content.length << 3) | 1, 9, 3);
  return Buffer.concat([head, content]);
}
