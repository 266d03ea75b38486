/**
 * An answer's JSON as JSON.stringify indents it by two, in pieces that end where a line does: a list of a million pairs is
 * never one text. A member may be anything that gives its items one by one.
 */
type Json = Readonly<Record<string, unknown>>;

/** Items that go into one piece. */
const TOGETHER = 500;

export function* jsonLines(answer: Json): Generator<string> {
  const members = Object.entries(answer).filter(([, value]) => value !== undefined);
  let before = '{';
  for (const [key, value] of members) {
    const name = `  ${JSON.stringify(key)}: `;
    if (isList(value)) {
      const items = itemLines(value);
      const first = items.next();
      if (first.done === true) before = `${before}\n${name}[]`;
      else {
        yield `${before}\n${name}[`;
        let piece = first.value;
        for (const next of items) {
          yield `${piece},`;
          piece = next;
        }
        before = `${piece}\n  ]`;
      }
    } else before = `${before}\n${name}${indented(value, 2)}`;
    before = `${before},`;
  }
  yield members.length === 0 ? '{}' : `${before.slice(0, -1)}\n}`;
}

/** A text gives its letters and a map its entries, and neither is a list. */
const isList = (value: unknown): value is Iterable<unknown> =>
  Array.isArray(value) || (value instanceof Iterator && Symbol.iterator in value);

function* itemLines(items: Iterable<unknown>): Generator<string> {
  let together: string[] = [];
  for (const item of items) {
    together.push(`    ${indented(item, 4)}`);
    if (together.length < TOGETHER) continue;
    yield together.join(',\n');
    together = [];
  }
  if (together.length > 0) yield together.join(',\n');
}

const indented = (value: unknown, by: number): string =>
  (JSON.stringify(value, undefined, 2) ?? 'null').replaceAll('\n', `\n${' '.repeat(by)}`);
