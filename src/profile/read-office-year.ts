/** `office-year.yaml`: the wheel of the year and whom to ask. A profile need not have one. */
import * as z from 'zod';
import {parsePlainDate} from '#kit/plain-date';
import type {Reading} from './fault.ts';
import {NO_YEAR, type OfficeYear} from './office-year.ts';
import {labels, text} from './schema.ts';
import {validate} from './validate.ts';
import {readYamlFile} from './yaml-file.ts';

/** A day of every year: not 29 February. */
const day = z
  .string()
  .refine((written) => parsePlainDate(`2001-${written}`) !== undefined, {params: {rule: 'bad-date'}});

const officeYear: z.ZodType<OfficeYear> = z.strictObject({
  wheel: z.array(z.strictObject({on: day, what: labels, command: text.optional()})),
  contacts: z.array(z.strictObject({who: labels, about: labels, reach: text.optional()})),
});

export function readOfficeYear(file: string, bytes: Uint8Array | undefined): Reading<OfficeYear> {
  if (bytes === undefined) return {value: NO_YEAR, findings: []};
  const {value, findings} = validate(readYamlFile(file, bytes), officeYear);
  return {value: value ?? NO_YEAR, findings};
}
