/** What was worked out of a register that is held, kept for as long as it stays so: the key says all that it follows from. */
import type {Refusal} from '#concepts/refusal';
import type {Outcome} from '#kit/outcome';
import type {Store} from '#storage/store';

type Working<T> = Promise<Outcome<T, Refusal>>;

export class KeptOf<T> {
  readonly #most: number;
  readonly #kept = new WeakMap<Store, Map<string, Working<T>>>();

  /** `most`: as many are kept of one register. */
  constructor(most: number) {
    this.#most = most;
  }

  /** What is being worked out already is waited for; what was refused or failed is tried again. */
  of(store: Store, key: string, work: () => Working<T>): Working<T> {
    const known = this.#kept.get(store) ?? new Map<string, Working<T>>();
    this.#kept.set(store, known);
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= this.#most) known.clear();
    const working = work();
    known.set(key, working);
    const forget = () => known.get(key) === working && known.delete(key);
    working.then(({ok}) => ok || forget(), forget);
    return working;
  }
}
