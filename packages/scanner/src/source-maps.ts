export { inlineMapOf } from './source-maps/inline-map.ts';
export type { InlineMap } from './source-maps/inline-map.ts';
export { mappingUrlOf } from './source-maps/mapping-url.ts';
export type { MappingUrl } from './source-maps/mapping-url.ts';
export { parseSourceMap, SourceMapError } from './source-maps/source-map.ts';
export type { MappedPlace, MappedSource, SourceMap } from './source-maps/source-map.ts';
