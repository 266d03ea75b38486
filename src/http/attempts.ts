/** Failed attempts to come in: after some, whoever tries waits, and each further one makes the wait longer. */
const FREE = 5;
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 15 * 60_000;

interface Tried {
  readonly failed: number;
  readonly until: number;
}

export class Attempts {
  readonly #now: () => number;
  readonly #tried = new Map<string, Tried>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Seconds that whoever is there has to wait; 0: they may try. */
  wait(from: string): number {
    const left = (this.#tried.get(from)?.until ?? 0) - this.#now();
    // However far a clock is set back, nobody waits longer than the longest.
    return Math.max(0, Math.ceil(Math.min(left, LONGEST_WAIT_MS) / 1000));
  }

  failed(from: string): void {
    const failed = (this.#tried.get(from)?.failed ?? 0) + 1;
    const wait = failed < FREE ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failed - FREE));
    this.#tried.set(from, {failed, until: wait === 0 ? 0 : this.#now() + wait});
  }

  succeeded(from: string): void {
    this.#tried.delete(from);
  }
}
