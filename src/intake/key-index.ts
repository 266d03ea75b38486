/**
 * Which keys of a file have been seen, in some forty bytes a row however long the keys: two independent 52-bit hashes stand for a key,
 * so two keys are taken for one about once in 10^17 files of a million rows.
 */
const EMPTY = 0;

export class KeyIndex {
  #size = 1024;
  #used = 0;
  #first = new Float64Array(this.#size);
  #second = new Float64Array(this.#size);
  #rows = new Uint32Array(this.#size);

  /** The earlier row with the same key, or undefined: the key is new and stays. */
  add(key: readonly string[], row: number): number | undefined {
    const text = key.join('\u001f');
    const [first, second] = [hash(text, 0x9e3779b9) + 1, hash(text, 0x85ebca6b)];
    const place = this.#placeOf(first, second);
    if (this.#first[place] !== EMPTY) return this.#rows[place];
    this.#put(place, first, second, row);
    if (2 * this.#used > this.#size) this.#grow();
    return undefined;
  }

  #placeOf(first: number, second: number): number {
    let place = first % this.#size;
    while (this.#first[place] !== EMPTY && !(this.#first[place] === first && this.#second[place] === second))
      place = (place + 1) % this.#size;
    return place;
  }

  #put(place: number, first: number, second: number, row: number): void {
    this.#first[place] = first;
    this.#second[place] = second;
    this.#rows[place] = row;
    this.#used += 1;
  }

  #grow(): void {
    const [first, second, rows] = [this.#first, this.#second, this.#rows];
    this.#size *= 2;
    this.#used = 0;
    this.#first = new Float64Array(this.#size);
    this.#second = new Float64Array(this.#size);
    this.#rows = new Uint32Array(this.#size);
    for (const [i, one] of first.entries()) {
      const other = second[i] ?? 0;
      if (one !== EMPTY) this.#put(this.#placeOf(one, other), one, other, rows[i] ?? 0);
    }
  }
}

/** Two 26-bit multiplicative hashes side by side. */
function hash(text: string, seed: number): number {
  let a = seed ^ 0xdeadbeef;
  let b = seed ^ 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (a >>> 6) * 0x4000000 + (b >>> 6);
}
