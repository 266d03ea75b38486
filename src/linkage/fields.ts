/** The fields of a policy, coded from their columns. A field of several columns is one text, parted. */
import {ALTERNATIVE, PART} from './comparison.ts';
import type {Field} from './field.ts';
import type {Kinds} from './kinds.ts';
import {type FieldPolicy, type LinkPolicy, MISSING} from './policy.ts';
import type {Column, Records} from './records.ts';

export function codeFields(records: Records, policy: LinkPolicy, kinds: Kinds): readonly Field[] {
  const missing = missingTexts(policy);
  return Object.entries(policy.fields).map(([name, field]) =>
    kinds[field.kind](
      {name, kind: field.kind, proves: field.proves ?? false},
      withoutMissing(columnOf(records, field, missing), missing),
    ),
  );
}

export const missingTexts = ({missing}: LinkPolicy): ReadonlySet<string> =>
  new Set((missing ?? MISSING).map((text) => text.toLowerCase()));

export const isMissing = (text: string, missing: ReadonlySet<string>) => text === '' || missing.has(text.toLowerCase());

const withoutMissing = ({codes, texts}: Column, missing: ReadonlySet<string>): Column => ({
  codes,
  texts: texts.map((text) => (isMissing(text, missing) ? '' : text)),
});

function columnOf(records: Records, {columns, aliases}: FieldPolicy, missing: ReadonlySet<string>): Column {
  const names = aliases === undefined ? columns : [...columns, aliases];
  const [only] = names;
  if (names.length === 1 && only !== undefined) return records.column(only);
  const parts = names.map((name) => records.column(name));
  const codeOf = new Map<string, number>();
  const codes = new Int32Array(records.size);
  for (let r = 0; r < records.size; r++) {
    const texts = parts.map(({codes: own, texts: said}) => said[own[r] ?? -1] ?? '');
    const known = texts.map((text) => (isMissing(text, missing) ? '' : text));
    const text =
      aliases === undefined
        ? joined(known)
        : [joined(known.slice(0, -1)), known.at(-1)].filter(Boolean).join(ALTERNATIVE);
    let code = codeOf.get(text);
    if (code === undefined) {
      code = codeOf.size;
      codeOf.set(text, code);
    }
    codes[r] = code;
  }
  return {codes, texts: [...codeOf.keys()]};
}

/** The columns of a field as one text; those without a value are there as nothing. */
export const joined = (parts: readonly string[]) => (parts.every((part) => part === '') ? '' : parts.join(PART));
