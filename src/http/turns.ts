/** Who looks does so together with others who look; who changes something does so alone. Nobody sees a change half-way. */
export class Turns {
  #changing: Promise<unknown> = Promise.resolve();
  #looking = new Set<Promise<unknown>>();

  /** Begins when what was asked to change before it is done. */
  async look<T>(work: () => Promise<T>): Promise<T> {
    // What is asked to change meanwhile waits behind this one.
    const begun = this.#changing.then(work);
    const ended = begun.catch(() => undefined);
    this.#looking.add(ended);
    try {
      return await begun;
    } finally {
      this.#looking.delete(ended);
    }
  }

  /** When what was asked to change by now is done. */
  async free(): Promise<void> {
    await this.#changing;
  }

  /** Begins when everything that was asked before it is done. */
  change<T>(work: () => Promise<T>): Promise<T> {
    const before = [this.#changing, ...this.#looking];
    const begun = Promise.all(before).then(work);
    this.#changing = begun.catch(() => undefined);
    return begun;
  }
}
