export { openReader } from './open-reader.ts';
export type { ImageReader, ReaderOptions } from './open-reader.ts';
export type { Box, Limits, Line, Page, Reading, Word } from './reading.ts';
