/**
 * The YAML of one source layout, checked and made a `SourceFormat`. Faults are zod issues whose path leads to the line;
 * the messages are states of affairs (`no-such-field`), their facts in `params`.
 */
import * as z from 'zod';
import type {CodeList, CodeListId} from '#concepts/code-list';
import {LANGUAGES, type LanguageTag} from '#concepts/labels';
import {columnSchema, whenSchema} from './column-schema.ts';
import {checkFormat} from './format-check.ts';
import type {Column, FileLayout, Operand, SourceFormat} from './source-format.ts';

type Words = Readonly<Record<string, string | null>>;

const labels = z.strictObject({da: z.string().min(1), en: z.string().min(1)});
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const oneOrMany = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((one) => [one]), z.array(item).min(1)]).pipe(z.custom<z.output<T>[]>());

const decimal = z.enum([',', '.']).default(',');
const totals = z.string().min(1).optional();
const common = {
  decimal,
  totals,
  ends: z.enum(['blank-row']).optional(),
  'day-numbers': z.enum(['since-1900', 'since-1904']).optional(),
};
const fileYaml = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('csv'),
    delimiter: z.string().length(1),
    encoding: z.enum(['utf-8', 'windows-1252']),
    ...common,
  }),
  z.strictObject({type: z.enum(['xlsx', 'ods', 'xls']), sheet: z.string().min(1).optional(), ...common}),
]);
const file = fileYaml.transform(({'day-numbers': dayNumbers, ...rest}): FileLayout => ({...rest, dayNumbers}));

const when = oneOrMany(whenSchema).default([]);
const operand: z.ZodType<Operand> = z.union([z.string().min(1), z.number()]);

const fact = z.strictObject({
  kind: z.enum([
    'contact',
    'assessment',
    'exploitation',
    'characteristics',
    'residence-status',
    'asylum-claim',
    'charge',
    'departure-deadline',
    'reflection-period',
    'prepared-return',
    'children',
    'case-complex',
    'attestation',
  ]),
  when,
  set: z.record(z.string(), oneOrMany(operand)).default({}),
  codes: z.record(id, oneOrMany(operand)).default({}),
});

const controlTotal = z.strictObject({
  measure: id,
  labels,
  counts: z.union([z.enum(['rows', 'persons']), z.strictObject({sum: id})]),
  when,
  year: id.optional(),
});

const order = z.strictObject({earlier: id, later: id, otherwise: z.enum(['hold', 'note']).default('hold')});

const layoutIn = (first: LanguageTag) =>
  z
    .strictObject({
      id,
      labels,
      source: z.strictObject({title: z.string().min(1), at: z.string().optional(), url: z.url().optional()}),
      language: z.enum(LANGUAGES).default(first),
      file,
      delivery: z.enum(['snapshot', 'increment']),
      'most-withdrawn': z.number().min(0).max(1).default(0.2),
      key: z.array(z.string()).default([]),
      day: oneOrMany(id).default([]),
      year: z.int().min(1900).max(2100).optional(),
      'unknown-words': z.array(z.string()).default([]),
      // What the source calls the codes of a list, in every column that is of it.
      words: z.record(z.string(), z.record(z.string(), z.string().nullable())).default({}),
      columns: z.array(columnSchema).min(1),
      order: z.array(order).default([]),
      facts: z.array(fact).min(1),
      'control-totals': z.array(controlTotal).default([]),
    })
    .refine(({day, year}) => day.length > 0 !== (year !== undefined), {
      path: ['day'],
      params: {expected: 'day / year'},
    })
    .transform(
      ({
        'unknown-words': unknownWords,
        'control-totals': controlTotals,
        'most-withdrawn': mostWithdrawn,
        words,
        columns,
        ...rest
      }): SourceFormat => ({
        ...rest,
        mostWithdrawn,
        unknownWords,
        controlTotals,
        columns: columns.map((column) => withWords(column, words)),
      }),
    );

/** A column's own words come before those of its list. */
function withWords(column: Column, words: Readonly<Record<string, Words>>): Column {
  const {type} = column;
  return type.kind === 'code' ? {...column, type: {...type, words: {...words[type.list], ...type.words}}} : column;
}

/**
 * With the profile's code lists, so that a list or code that is not there is found where it is named, and its first language,
 * which is the agencies' where a layout gives no other.
 */
export const sourceFormatSchema = (
  lists: ReadonlyMap<CodeListId, CodeList>,
  first: LanguageTag,
): z.ZodType<SourceFormat> =>
  layoutIn(first).superRefine((format, context) => {
    for (const {path, message, params} of checkFormat(format, lists))
      context.addIssue({code: 'custom', path: [...path], message, params});
  });
