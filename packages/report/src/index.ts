export type { PageOptions } from './documents/render-page.ts';
export { renderPage, serializeData } from './documents/render-page.ts';
export type { Listing, PageData, PageFinding, PageLine, PageRule, PageSource } from './model/page-data.ts';
