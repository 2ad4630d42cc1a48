import { stamp } from '../layouts/records.ts';
import type { SurfaceEntry } from './surface-entry.ts';

/** Logs by their names. */
export const logNames: readonly SurfaceEntry[] = [
  {
    surface: 'log',
    what: 'log files, rotated ones too',
    globs: [
      '*.{log,logs,stdout,stderr,syslog,cast}',
      '*.log.{[0-9]*,old,bak,txt,json,jsonl}',
      '*[-_]log{,s}.{txt,json,jsonl,ndjson}',
      '{nohup,catalina}.out',
      'syslog',
    ],
  },
  {
    surface: 'log',
    what: 'text beneath a folder of logs',
    globs: ['**/{log,logs}/**/*.{txt,json,jsonl,ndjson,csv,out,err}'],
  },
];

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';

/** One line of these is enough. */
const logLines: readonly RegExp[] = [
  // GitHub Actions and Azure Pipelines; GitLab.
  /##\[(?:group|endgroup|section|command|debug|warning|error)\]|^::(?:group|endgroup)::/m,
  /section_(?:start|end):\d+:/,
  // Docker's json-file driver, journalctl -o json, pino and bunyan.
  /^\{"log":"/m,
  /"(?:__REALTIME_TIMESTAMP|_SYSTEMD_UNIT)"\s*:/,
  /^\{(?=[^\n]*"level"\s*:)(?=[^\n]*"(?:time|timestamp|ts|@timestamp)"\s*:)(?=[^\n]*"(?:msg|message)"\s*:)/m,
  // logfmt.
  /^(?=[^\n]*\blevel=\w)(?=[^\n]*\bmsg=)/m,
  // Access logs in the common log format.
  new RegExp(String.raw`\[\d{2}/${month}/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4}\] "`),
  // curl -v.
  /^> (?:GET|POST|PUT|PATCH|DELETE|HEAD) \S+ HTTP\/[\d.]+\r?$/m,
];

/** How many lines from the beginning are looked at. */
const linesOfHead = 40;

/** Whether a text reads like a log: one line that only logs have, or most lines begin with a time or a level. */
function readsLikeLog(head: string): boolean {
  if (logLines.some((pattern) => pattern.test(head))) return true;
  const lines = head.split('\n', linesOfHead).filter((line) => line.trim() !== '');
  return lines.length > 0 && lines.filter((line) => stamp.test(line)).length * 2 > lines.length;
}

/** Logs under other names, by what is in them. */
export const logSigns: readonly SurfaceEntry[] = [
  {
    surface: 'log',
    what: 'output of CI jobs, containers and programs',
    globs: ['*.{txt,text,json,jsonl,ndjson,out,err,output}', '<*>'],
    sign: readsLikeLog,
  },
  {
    surface: 'log',
    what: 'the same in a file without an extension',
    fits: (path) => /(?:^|\/)[^./]+$/.test(path),
    sign: readsLikeLog,
  },
];
