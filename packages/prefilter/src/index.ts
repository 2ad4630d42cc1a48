export type { CompileOptions } from './compile-prefilter.ts';
export { compilePrefilter } from './compile-prefilter.ts';
export type { Stretch, Unpacker } from './engines/engine.ts';
export type { Hits } from './hits.ts';
export type { TokenSet } from './images/token-tables.ts';
export type { Literal } from './literal.ts';
export { createPrefilter, loadPrefilter } from './load-prefilter.ts';
export type { CompiledPrefilter, EngineKind, Prefilter, SearchOptions } from './prefilter.ts';
export { isTaggable, taggerFor, tagOf } from './tag.ts';
