/** Pairs with their weights, in three arrays that grow. */
export class ScoredPairs {
  #left = new Int32Array(1024);
  #right = new Int32Array(1024);
  #weights = new Float64Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(left: number, right: number, weight: number): void {
    if (this.#size === this.#left.length) this.#grow();
    this.#left[this.#size] = Math.min(left, right);
    this.#right[this.#size] = Math.max(left, right);
    this.#weights[this.#size++] = weight;
  }

  left = (at: number): number => this.#left[at] ?? -1;
  right = (at: number): number => this.#right[at] ?? -1;
  weight = (at: number): number => this.#weights[at] ?? 0;

  #grow(): void {
    const [left, right, weights] = [this.#left, this.#right, this.#weights];
    this.#left = new Int32Array(this.#size * 2);
    this.#right = new Int32Array(this.#size * 2);
    this.#weights = new Float64Array(this.#size * 2);
    this.#left.set(left);
    this.#right.set(right);
    this.#weights.set(weights);
  }
}
