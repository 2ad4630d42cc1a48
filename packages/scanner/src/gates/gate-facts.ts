/** What kind of event a continuous-integration run is about. */
export type GateEvent = 'pull request' | 'push' | 'merge queue' | 'tag' | 'whole repository' | 'deletion';

/** What the environment of a run says of the change that is to be checked. Commits are named as the environment names them. */
export interface GateFacts {
  readonly system: string;
  readonly event: GateEvent;
  /** Commit to check; what is checked out where nothing is said. */
  readonly head?: string;
  /** Commit that had been checked before: what the target branch, or the pushed branch, was. */
  readonly before?: string;
  /** Name of the branch that the change is to go into. */
  readonly target?: string;
  /** Name of the branch that was pushed. */
  readonly branch?: string;
  /** Name of the default branch. */
  readonly defaultBranch?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** A system that runs jobs, told by its environment. */
export interface GateSystem {
  readonly isHere: (environment: Environment) => boolean;
  /**
   * @param readEvent - reads the JSON file that describes the event.
   * @throws {GateError} where what is needed is not there.
   */
  readonly read: (environment: Environment, readEvent: (path: string) => unknown) => GateFacts;
}

/** An id of nothing, as events write it. */
const zeros = /^0+$/;

/** A variable that says something: neither absent nor empty. */
export function valueOf(environment: Environment, name: string): string | undefined {
  const value = environment[name];
  return value === undefined || value === '' ? undefined : value;
}

/** A commit id from outside; `undefined` for none, for zeros and for what is no id. */
export function commitOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) && !zeros.test(value) ? value : undefined;
}

/** A branch by its short name, from a short or a full one; `undefined` for what could be an option or is no name. */
export function branchOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const name = value.replace(/^refs\/heads\//, '');
  // eslint-disable-next-line no-control-regex -- git-check-ref-format(1) forbids them, and a name comes from outside
  return name === '' || name.startsWith('-') || name.startsWith('refs/') || /[\u0000- \u007f~^:?*[\\]|\.\.|@\{|\/$|\.lock$/.test(name) ? undefined : name;
}

/** Facts without the fields that are not known. */
export function factsOf(facts: { readonly [Field in keyof GateFacts]: GateFacts[Field] | undefined } & Pick<GateFacts, 'system' | 'event'>): GateFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as unknown as GateFacts;
}
