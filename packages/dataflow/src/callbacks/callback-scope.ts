import type { ProgramAnalysis } from '../keys/analysis.ts';
import type { Node } from '../syntax/node.ts';
import { enclosingFunction } from '../syntax/node.ts';
import { isCallbackName, isPayloadName, passesCallbacks, saysCallbacks } from './callback-names.ts';

/** What makes something a Submit callback in one program. */
export interface CallbackScope {
  /** The program itself shows that it handles Submit callbacks. */
  readonly handles: boolean;
  /** Whether a declaration of that name is one. `node` is the declaration. */
  isCallback(name: string, node: Node): boolean;
}

/** @param isDeclared - the names that the settings declare, instead of the built-in reading. */
export function callbackScopeOf(analysis: ProgramAnalysis, isDeclared?: (name: string) => boolean): CallbackScope {
  const handles = handlesCallbacks(analysis);
  return {
    handles,
    isCallback: (name, node) => {
      if (isTagged(analysis.source, node)) return true;
      if (isDeclared) return isDeclared(name);
      return isCallbackName(name) || (handles && isPayloadName(name));
    },
  };
}

/** Whether a program mentions headers of Submit callbacks or names of their events in its code. */
export function handlesCallbacks(analysis: ProgramAnalysis): boolean {
  let handles = handling.get(analysis);
  if (handles === undefined) {
    handles = analysis.index.texts.some((text) => text.type === 'Literal' && saysCallbacks(text.value));
    handling.set(analysis, handles);
  }
  return handles;
}

const handling = new WeakMap<ProgramAnalysis, boolean>();

/** A JSDoc comment with `@submitCallback` right in front of a declaration. */
function isTagged(source: string, node: Node): boolean {
  const start = node.parent?.type === 'ExportNamedDeclaration' || node.parent?.type === 'ExportDefaultDeclaration' ? node.parent.range[0] : node.range[0];
  const before = source.slice(Math.max(0, start - 2_000), start).trimEnd();
  if (!before.endsWith('*/')) return false;
  return /@submitCallback\b/.test(before.slice(before.lastIndexOf('/**')));
}

/** The name of the function around a node that is a Submit callback by its name. */
export function callbackFunctionAround(node: Node): string | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const name = fn.type === 'FunctionDeclaration' ? fn.id?.name : fn.parent.type === 'VariableDeclarator' && fn.parent.id.type === 'Identifier' ? fn.parent.id.name : undefined;
    if (name !== undefined && passesCallbacks(name)) return name;
  }
  return undefined;
}
