export type { Report } from '@submit-guard/core';
export type { ScanOptions } from './pipeline/collect.ts';
export { exitStatusOf, scan } from './pipeline/scan.ts';
export type { OnProgress, Progress } from './pipeline/scan-source.ts';
export type { TextScanner, TextScanOptions } from './scan-text.ts';
export { createTextScanner, scanText } from './scan-text.ts';
