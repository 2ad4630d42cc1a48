/** Methods with which loggers write. */
export const logMethods: ReadonlySet<string> = new Set([
  'log', 'trace', 'debug', 'info', 'notice', 'warn', 'warning', 'error', 'fatal', 'critical', 'verbose', 'silly', 'http', 'dir', 'table', 'success',
  'group', 'groupCollapsed', 'assert', 'alert', 'emerg', 'crit', 'event', 'start', 'await', 'complete', 'note', 'write', 'profile', 'exception',
  'captureException', 'captureMessage', 'captureEvent', 'addBreadcrumb', 'setExtra', 'setExtras', 'setContext', 'setTag', 'setTags', 'setUser',
  'setFailed', 'setOutput', 'child', 'addCustomAttribute', 'addCustomAttributes', 'recordCustomEvent', 'noticeError',
]);

/** Methods of the spans of a trace that take what is shown with it. On anything else, such as an element of a page, they log nothing. */
export const spanMethods: ReadonlySet<string> = new Set(['setAttribute', 'setAttributes', 'addEvent', 'recordException', 'setStatus', 'updateName', 'startSpan', 'startActiveSpan', 'addTags', 'setTag', 'log']);

/** Names by which a span that comes from elsewhere is known. */
export const spanName = /^(?:.*[sS]pan|tracer)$/;

/** Modules that make spans. */
export const traceModules: ReadonlySet<string> = new Set(['@opentelemetry/api', 'dd-trace', 'opentracing']);

/** Modules whose instances are loggers. */
export const loggerModules: ReadonlySet<string> = new Set([
  'pino', 'winston', 'bunyan', 'log4js', 'debug', 'loglevel', 'consola', 'signale', 'npmlog', 'tslog', 'roarr', 'electron-log', 'fancy-log', 'ololog',
  'node:console', 'console', '@actions/core', '@sentry/node', '@sentry/browser', '@sentry/react', '@sentry/nextjs', '@sentry/vue', '@sentry/svelte',
  '@sentry/angular', '@sentry/core', '@sentry/serverless', '@sentry/aws-serverless', '@datadog/browser-logs', 'rollbar', '@bugsnag/js', 'newrelic',
]);

/** Names by which a logger that comes from elsewhere is known: `logger`, `this.log`, `request.log`, `appLogger`. */
export const loggerName = /^(?:_?log|.*[lL]ogger|.*Log|LOG|winston|pino|Sentry|Rollbar|Bugsnag)$/;

/** Types by which parameters and fields are known to hold a logger. */
export const loggerType = /(?:^Log|Logger|LoggerService)$/;

/** Functions of Sentry that call what they are given with a scope. */
export const scopeFunctions: ReadonlySet<string> = new Set(['withScope', 'withIsolationScope', 'configureScope']);

/** Functions that are called to log by themselves: `log(...)`, `logError(...)`. */
export const logFunction = /^(?:log|debug|logger|log(?:Error|Info|Debug|Warn|Warning|Message|Event|It)|(?:debug|error|info|warn)Log)$/;

/** Classes whose instances are thrown, and end up in logs: `Error`, `BadRequestException`. */
export const errorName = /(?:Error|Exception)$/;
