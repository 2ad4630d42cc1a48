import type { Document, YAMLMap } from 'yaml';
import { isMap, isScalar, parseDocument } from 'yaml';
import { HooksError } from '../hooks-error.ts';
import type { ConfigFile } from './config-files.ts';

/**
 * Takes a YAML file for a document that can be changed; comments and order stay.
 *
 * @throws {HooksError} where it is faulty.
 */
export function readYaml({ name, text }: ConfigFile): Document {
  const document = parseDocument(text);
  if (document.errors.length > 0) throw new HooksError(`${name} is no YAML. Mend it first.`);
  return document;
}

/** The text of a changed document; long lines stay as they are. */
export function printYaml(document: Document): string {
  return document.toString({ lineWidth: 0 });
}

/**
 * The map at a path of a document; made where there is nothing yet.
 *
 * @throws {HooksError} where something else stands there: a list, a text, or an alias, whose change would change other places.
 */
export function mapAt(document: Document, path: readonly string[], { name }: Pick<ConfigFile, 'name'>): YAMLMap {
  const found: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(found)) return found;
  if (found !== undefined && found !== null && !(isScalar(found) && found.value === null)) {
    throw new HooksError(`${name} has no map ${path.length === 0 ? 'at its top' : `at \`${path.join('.')}\``}, but something else, which submit-guard does not change. Mend it first.`);
  }
  const made = document.createNode({});
  made.flow = false;
  if (path.length === 0) document.contents = made;
  else {
    mapAt(document, path.slice(0, -1), { name });
    document.setIn(path, made);
  }
  return made;
}
