/** Notes numbered in order of first mention; one that is never mentioned is not printed. */
export class NoteNumbers {
  private readonly known: ReadonlySet<string>;
  private readonly mentioned: string[] = [];

  constructor(known: readonly string[]) {
    this.known = new Set(known);
  }

  /** Undefined when nobody wrote it. */
  mention(id: string): string | undefined {
    if (!this.known.has(id)) return undefined;
    if (!this.mentioned.includes(id)) this.mentioned.push(id);
    return id;
  }

  inOrder(): readonly {readonly id: string; readonly number: number}[] {
    return this.mentioned.map((id, i) => ({id, number: i + 1}));
  }
}
