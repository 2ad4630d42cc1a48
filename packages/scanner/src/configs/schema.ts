/**
 * The part of JSON Schema (draft 2020-12) that the configuration needs. The type is the list of what `validate.ts`
 * checks: a keyword that it does not know does not compile.
 */
export type Schema = TextSchema | NumberSchema | SwitchSchema | ListSchema | MapSchema;

interface Described {
  /** For the docs and for completion in editors. */
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

export interface TextSchema extends Described {
  readonly type: 'string';
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  /** ECMAScript, with the flag `u`; must take linear time. */
  readonly pattern?: string;
  /** What a text has to be, to go on after "must be". Editors show it too. */
  readonly patternErrorMessage?: string;
}

export interface NumberSchema extends Described {
  readonly type: 'integer';
  readonly minimum: number;
  readonly maximum: number;
}

export interface SwitchSchema extends Described {
  readonly type: 'boolean';
}

export interface ListSchema extends Described {
  readonly type: 'array';
  readonly items: Schema;
  readonly maxItems: number;
}

export interface MapSchema extends Described {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
  /** What a property is called in messages. */
  readonly title: string;
}
