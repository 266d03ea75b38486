/**
 * Who is whom, as an office comes to know it: links above the upper threshold stand, pairs of the clerical band are put to a
 * reviewer, likeliest first, and never one whose answer follows from earlier answers. An answer holds in later years.
 */
export interface Question {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

export class Identities {
  readonly #root: number[] = [];
  /** Per cluster, the clusters a reviewer has told apart from it. */
  readonly #apart = new Map<number, Set<number>>();

  add(): void {
    this.#root.push(this.#root.length);
  }

  of(record: number): number {
    let at = record;
    while (this.#root[at] !== undefined && this.#root[at] !== at) at = this.#root[at] ?? at;
    return at;
  }

  isSettled({left, right}: Question): boolean {
    const [a, b] = [this.of(left), this.of(right)];
    return a === b || (this.#apart.get(a)?.has(b) ?? false);
  }

  same(left: number, right: number): void {
    const [a, b] = [this.of(left), this.of(right)].sort((x, y) => x - y);
    if (a === undefined || b === undefined || a === b) return;
    this.#root[b] = a;
    for (const other of this.#apart.get(b) ?? []) this.#tellApart(a, other);
  }

  different(left: number, right: number): void {
    this.#tellApart(this.of(left), this.of(right));
  }

  #tellApart(a: number, b: number): void {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      this.#apart.set(one, (this.#apart.get(one) ?? new Set()).add(other));
  }
}

/** How many questions were put; `answer` is the reviewer's. */
export function review(
  identities: Identities,
  queue: readonly Question[],
  answer: (question: Question) => boolean,
): number {
  let asked = 0;
  for (const question of queue.toSorted((a, b) => b.weight - a.weight)) {
    if (identities.isSettled(question)) continue;
    asked++;
    if (answer(question)) identities.same(question.left, question.right);
    else identities.different(question.left, question.right);
  }
  return asked;
}
