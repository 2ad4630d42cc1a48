/** What is to be done before the process ends, also when it ends early. */
export class ExitHooks {
  readonly #hooks: (() => void)[] = [];

  add(hook: () => void): void {
    this.#hooks.push(hook);
  }

  run(): void {
    for (const hook of this.#hooks.splice(0)) hook();
  }
}
