/** Pairs of records with their weights, in arrays that grow; of linked pairs also the weight of the chain that links them. */
export class ScoredPairs {
  #left = new Int32Array(1024);
  #right = new Int32Array(1024);
  #weights = new Float32Array(1024);
  #chains = new Float32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(one: number, other: number, weight: number, chain = weight): void {
    if (this.#size === this.#left.length) this.#grow();
    this.#left[this.#size] = Math.min(one, other);
    this.#right[this.#size] = Math.max(one, other);
    this.#weights[this.#size] = weight;
    this.#chains[this.#size++] = chain;
  }

  left = (at: number): number => this.#left[at] ?? -1;
  right = (at: number): number => this.#right[at] ?? -1;
  weight = (at: number): number => this.#weights[at] ?? 0;
  chain = (at: number): number => this.#chains[at] ?? 0;

  #grow(): void {
    const length = this.#size * 2;
    this.#left = grown(new Int32Array(length), this.#left);
    this.#right = grown(new Int32Array(length), this.#right);
    this.#weights = grown(new Float32Array(length), this.#weights);
    this.#chains = grown(new Float32Array(length), this.#chains);
  }
}

function grown<T extends Int32Array | Float32Array>(into: T, from: T): T {
  into.set(from);
  return into;
}
