/**
 * A rolldown plugin that leaves out the names of TypeScript's standard libraries, which `@typescript-eslint/scope-manager` brings for those
 * who ask for some: 450 kB that nobody asks for here (`lib: []`) and that every start would read.
 *
 * @returns {import('rolldown').Plugin}
 */
export function withoutLibraries() {
  return {
    name: 'without-libraries',
    load: {
      filter: { id: /[\\/]scope-manager[\\/]dist[\\/]lib[\\/]index\.js$/ },
      handler: () => 'exports.lib = new Map();',
    },
  };
}
