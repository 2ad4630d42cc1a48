import { createHash } from 'node:crypto';
import type { PageData } from '../model/page-data.ts';
import { embeddedJson } from './embedded-json.ts';
import { loadAssets } from './page-assets.ts';

export interface PageOptions {
  /** The page asks the server that it came from for newer results. Default: it asks nobody for anything. */
  readonly isLive?: boolean;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** What the page may do: run its own program, have its own style, and nothing besides (CSP 3). */
function policyOf(script: string, style: string, isLive: boolean): string {
  return [
    `default-src 'none'`,
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    ...(isLive ? [`connect-src 'self'`] : []),
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ');
}

/** Data as the page reads it: one finding on a line. */
export function serializeData({ findings, ...rest }: PageData): string {
  const head = embeddedJson({ ...rest, findings: [] });
  const rows = findings.map((finding) => `\n${embeddedJson(finding)}`);
  return `${head.slice(0, -2)}${rows.join(',')}\n]}`;
}

/**
 * One HTML file that shows a report and needs nothing else: no network, no other file.
 *
 * @returns the file, which ends with a line feed.
 */
export function renderPage(data: PageData, { isLive = false }: PageOptions = {}): string {
  const { script, style } = loadAssets();
  return `<!doctype html>
<html lang="en"${isLive ? ' data-live' : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style, isLive)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>submit-guard report</title>
<style>${style}</style>
</head>
<body>
<noscript><p>This page shows its findings with a program of its own, and scripts are turned off. It asks nobody for anything; let it run, or read the report in another format.</p></noscript>
<div id="page"></div>
<script type="application/json" id="data">${serializeData(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}
