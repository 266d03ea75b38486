/** One column of a layout as YAML: `type` names the kind, what belongs to the kind stands beside it. */
import * as z from 'zod';
import type {Column, ColumnType} from './source-format.ts';

export const whenSchema = z.strictObject({field: z.string(), is: z.array(z.string()).min(1).optional()});

const common = {
  heading: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]),
  field: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  required: z.union([z.boolean(), z.strictObject({when: whenSchema}).transform(({when}) => when)]).default(false),
};
const word = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const separators = z.array(z.string().min(1)).default([]);

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
const pattern = z.string().refine(isPattern, {message: 'not-a-pattern'});

const yaml = z.discriminatedUnion('type', [
  z.strictObject({...common, type: z.literal('text')}),
  z.strictObject({...common, type: z.literal('number'), min: z.number().optional(), max: z.number().optional()}),
  z.strictObject({...common, type: z.literal('answer'), words: z.record(z.string(), z.string())}),
  z.strictObject({
    ...common,
    type: z.literal('date'),
    format: z.enum(['dd-mm-yyyy', 'yyyy-mm-dd', 'yyyy']),
    'not-before': z.iso.date().optional(),
    yes: z.array(word).default([]),
    no: z.array(word).default([]),
  }),
  z.strictObject({
    ...common,
    type: z.literal('birth-date'),
    format: z.enum(['dd-mm-yyyy', 'yyyy-mm-dd']),
    'assessed-if': whenSchema.optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('code'),
    list: z.string(),
    words: z.record(z.string(), z.string().nullable()).default({}),
    separators,
  }),
  z.strictObject({
    ...common,
    type: z.literal('name'),
    role: z.enum(['name', 'alias', 'given', 'family']).default('name'),
    separators,
  }),
  z.strictObject({...common, type: z.literal('phone')}),
  z.strictObject({
    ...common,
    type: z.literal('identifier'),
    scheme: z.string(),
    pattern: pattern.optional(),
    ignore: z.string().default(''),
    'starts-with-birth-date': z.boolean().default(false),
    part: z.strictObject({scheme: z.string(), pattern}).optional(),
  }),
]);

export const columnSchema = yaml.transform((column): Column => {
  const {heading, aliases, field, required} = column;
  return {heading, aliases, field, required, type: typeOf(column)};
});

function typeOf(column: z.output<typeof yaml>): ColumnType {
  switch (column.type) {
    case 'text':
    case 'phone':
      return {kind: column.type};
    case 'number':
      return {kind: 'number', min: column.min, max: column.max};
    case 'answer':
      return {kind: 'answer', words: column.words};
    case 'date':
      return {kind: 'date', format: column.format, notBefore: column['not-before'], yes: column.yes, no: column.no};
    case 'birth-date':
      return {kind: 'birth-date', format: column.format, assessedIf: column['assessed-if']};
    case 'code':
      return {kind: 'code', list: column.list, words: column.words, separators: column.separators};
    case 'name':
      return {kind: 'name', role: column.role, separators: column.separators};
    case 'identifier':
      return {
        kind: 'identifier',
        scheme: column.scheme,
        pattern: column.pattern,
        ignore: column.ignore,
        startsWithBirthDate: column['starts-with-birth-date'],
        part: column.part,
      };
  }
}
