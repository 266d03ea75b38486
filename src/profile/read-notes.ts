/** `notes.yaml`: what the office notes of the statement, a table, a concept, a category or a cell. A profile need not have any. */
import * as z from 'zod';
import type {DeclaredNote} from '#concepts/note';
import type {Located, Reading} from './fault.ts';
import {code, dateOrder, ruled, text} from './schema.ts';
import {validateEach} from './validate.ts';
import {readYamlFile} from './yaml-file.ts';

/** A year is a code that YAML takes for a number. */
const coded = z.union([code, z.int().transform(String)]);

const place = z.union([
  z.literal('statement').transform(() => ({kind: 'statement'}) as const),
  z.strictObject({table: code}).transform(({table}) => ({kind: 'table', table}) as const),
  z
    .strictObject({table: code.optional(), concept: code})
    .transform(({table, concept}) => ({kind: 'concept', table, concept}) as const),
  z
    .strictObject({table: code.optional(), concept: code, code: coded})
    .transform((on) => ({kind: 'category', ...on}) as const),
  z
    .strictObject({table: code, cell: z.record(code, coded)})
    .transform(({table, cell}) => ({kind: 'cell', table, codes: cell}) as const),
]);

const note: z.ZodType<DeclaredNote> = z
  .strictObject({id: code, ...ruled, on: place, da: text, en: text})
  .refine(dateOrder, {path: ['until'], params: {rule: 'date-order'}})
  .transform(({since, until, da, en, ...rest}) => ({...rest, text: {da, en}, from: since, to: until}));

export function readNotes(file: string, bytes: Uint8Array | undefined): Reading<readonly Located<DeclaredNote>[]> {
  return bytes === undefined ? {value: [], findings: []} : validateEach(readYamlFile(file, bytes), note);
}
