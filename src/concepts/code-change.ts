/**
 * What changed in a code list, read off its dated rows: a code that counts under another, begins, ends, or gets another name.
 * Nobody writes it down a second time; the rows are the definition and the difference between them is the news.
 */
import {addDays, lastOf, type PlainDate} from '#kit/plain-date';
import type {Code, CodeList, CodeRow} from './code-list.ts';
import {LANGUAGES, type Labels} from './labels.ts';

export type CodeChange = {
  readonly code: Code;
  /** The first day it is so, and the last day it was otherwise. */
  readonly on: PlainDate;
  readonly before: PlainDate;
} & (
  | {readonly kind: 'moved'; readonly from: Code | undefined; readonly to: Code | undefined}
  | {readonly kind: 'renamed'; readonly from: Labels; readonly to: Labels}
  | {readonly kind: 'begun' | 'ended'}
);

/** By day, and on one day in the order of the list. A code that the list began with has not begun. */
export function changesOf({rows}: CodeList): readonly CodeChange[] {
  const [first = END] = rows.map(({from}) => from).sort();
  const codes = [...Map.groupBy(rows, ({code}) => code).values()];
  return codes
    .flatMap((own) =>
      lifeOf(
        own.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
        first,
      ),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

const END = lastOf(9999);

/** One code's rows, in order of time. */
function lifeOf(rows: readonly CodeRow[], first: PlainDate): readonly CodeChange[] {
  return rows.flatMap((row, i): readonly CodeChange[] => {
    const next = rows[i + 1];
    const begun: readonly CodeChange[] = i === 0 && row.from > first ? [{kind: 'begun', ...starting(row)}] : [];
    if (next !== undefined) return [...begun, ...between(row, next)];
    return row.to === undefined || row.to === END
      ? begun
      : [...begun, {kind: 'ended', code: row.code, on: addDays(row.to, 1), before: row.to}];
  });
}

const starting = ({code, from}: CodeRow) => ({code, on: from, before: addDays(from, -1)});

function between(row: CodeRow, next: CodeRow): readonly CodeChange[] {
  const at = {code: next.code, on: next.from, before: row.to ?? addDays(next.from, -1)};
  const renamed = LANGUAGES.some((tag) => row.labels[tag] !== next.labels[tag]);
  return [
    ...(row.parent === next.parent ? [] : [{kind: 'moved', ...at, from: row.parent, to: next.parent} as const]),
    ...(renamed ? [{kind: 'renamed', ...at, from: row.labels, to: next.labels} as const] : []),
  ];
}
