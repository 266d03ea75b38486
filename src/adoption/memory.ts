/** What earlier files taught: which headings stood for which field, and which words for which code, in every layout of the profile. */
import type {Code, CodeList, CodeListId} from '#concepts/code-list';
import {folded} from '#intake/cell';
import {type FieldId, fieldOf, type SourceFormat} from '#intake/source-format';

export interface Memory {
  /** Headings, bare, that somebody said are to be left out. */
  readonly leftOut?: ReadonlySet<string> | undefined;
  /** Members that were said to hold of every row, with the code. */
  readonly assumed?: ReadonlyMap<string, Code> | undefined;
  /** By folded heading. */
  readonly headings: ReadonlyMap<string, ReadonlySet<FieldId>>;
  /** By list or field, then by folded word. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, Code | null>>;
}

export function memoryOf(layouts: readonly SourceFormat[]): Memory {
  const headings = new Map<string, Set<FieldId>>();
  const words = new Map<string, Map<string, Code | null>>();
  for (const {columns} of layouts) {
    for (const {heading, aliases, field, type} of columns) {
      for (const name of [heading, ...aliases]) {
        const fields = headings.get(folded(name)) ?? new Set();
        headings.set(folded(name), fields.add(field));
      }
      if (type.kind !== 'code' && type.kind !== 'answer') continue;
      const of = type.kind === 'code' ? type.list : field;
      const known = words.get(of) ?? new Map<string, Code | null>();
      words.set(of, known);
      for (const [word, code] of Object.entries(type.words))
        if (!known.has(folded(word))) known.set(folded(word), code);
    }
  }
  return {headings, words};
}

/** Constants that adopted layouts give members they have no column for. */
export function assumedIn(layouts: readonly SourceFormat[]): ReadonlyMap<string, Code> {
  const assumed = new Map<string, Code>();
  for (const {facts} of layouts)
    for (const {set} of facts)
      for (const [member, operands] of Object.entries(set)) {
        const [only, ...more] = operands;
        if (typeof only === 'string' && more.length === 0 && fieldOf(only) === undefined && !assumed.has(member))
          assumed.set(member, only);
      }
  return assumed;
}

const known = new WeakMap<CodeList, ReadonlyMap<string, Code>>();

/** What a list's codes are called, in every language, and the codes themselves: the first to claim a word keeps it. */
export function labelsOf(list: CodeList): ReadonlyMap<string, Code> {
  const before = known.get(list);
  if (before !== undefined) return before;
  const labels = new Map<string, Code>();
  const claim = (word: string, code: Code) => {
    const key = folded(word);
    if (key !== '' && !labels.has(key)) labels.set(key, code);
  };
  for (const row of list.rows) for (const label of Object.values(row.labels)) claim(label, row.code);
  for (const row of list.rows) claim(row.code, row.code);
  known.set(list, labels);
  return labels;
}

export type Lists = ReadonlyMap<CodeListId, CodeList>;
