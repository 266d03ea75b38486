/** What a person has said to the proposals: once for all files, or for one of them. */
import type {Code} from '#concepts/code-list';
import type {Labels} from '#concepts/labels';
import type {FieldId} from '#intake/source-format';
import {bare} from './likeness.ts';
import {nameOf, type SheetSeen} from './sheet-seen.ts';

/** Null: leave the column out; says that none applies; does not hold. */
export interface Answers {
  readonly columns: Readonly<Record<string, FieldId | null>>;
  readonly words: Readonly<Record<string, Readonly<Record<string, Code | null>>>>;
  readonly assume: Readonly<Record<string, Code | null>>;
  /** By `FILE/SHEET`, or the file alone. */
  readonly years: Readonly<Record<string, number>>;
  /** Of blocks of figures, by title. */
  readonly tables: Readonly<Record<string, string | null>>;
  readonly files: Readonly<Record<string, {readonly columns?: Readonly<Record<string, FieldId | null>> | undefined}>>;
  /** Sheets that are not taken. */
  readonly skip: readonly string[];
  /** Codes the lists do not have yet. */
  readonly codes: readonly NewCode[];
  /** From which certainty on a proposal is taken without being asked about. */
  readonly accept?: number | undefined;
}

export interface NewCode {
  readonly list: string;
  readonly code: Code;
  readonly parent?: Code | undefined;
  readonly from?: string | undefined;
  readonly labels: Labels;
}

export const NO_ANSWERS: Answers = {
  columns: {},
  words: {},
  assume: {},
  years: {},
  tables: {},
  files: {},
  skip: [],
  codes: [],
};

/** Undefined: nobody has said. */
export function columnAnswer(answers: Answers, seen: SheetSeen, heading: string): FieldId | null | undefined {
  const own = ofSheet(answers.files, seen)?.columns ?? {};
  const said = find(own, heading);
  return said === undefined ? find(answers.columns, heading) : said;
}

export const wordAnswer = (answers: Answers, of: string, word: string): Code | null | undefined =>
  find(answers.words[of] ?? {}, word);

export const yearAnswer = ({years}: Answers, seen: SheetSeen): number | undefined => ofSheet(years, seen);

export const tableAnswer = ({tables}: Answers, title: string): string | null | undefined => find(tables, title);

export const isSkipped = ({skip}: Answers, seen: SheetSeen): boolean =>
  skip.includes(nameOf(seen)) || skip.includes(seen.file);

const ofSheet = <T>(all: Readonly<Record<string, T>>, seen: SheetSeen): T | undefined =>
  all[nameOf(seen)] ?? all[seen.file];

/** As it is written, but for case and signs. */
function find<T>(all: Readonly<Record<string, T>>, text: string): T | undefined {
  if (Object.hasOwn(all, text)) return all[text];
  const key = Object.keys(all).find((one) => bare(one) === bare(text) && bare(one) !== '');
  return key === undefined ? undefined : all[key];
}
