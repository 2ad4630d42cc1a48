/**
 * A rolldown plugin that leaves `node:child_process` out of commander, which wants it for commands that are programs of their own: there are
 * none, and loading it, with all that it needs of the network, takes some milliseconds of every start.
 *
 * @returns {import('rolldown').Plugin}
 */
export function withoutSubprocesses() {
  const stub = '\0no-child-process';
  return {
    name: 'without-subprocesses',
    resolveId: {
      filter: { id: /^(?:node:)?child_process$/ },
      handler: (_id, importer) => (importer !== undefined && /[\\/]commander[\\/]/.test(importer) ? stub : undefined),
    },
    load: {
      filter: { id: new RegExp(`^${stub}$`) },
      handler: () => 'module.exports = {};',
    },
  };
}
