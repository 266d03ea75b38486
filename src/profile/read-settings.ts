/** `profile.yaml`: whose statement this is, in which languages, from which year. */

import * as z from 'zod';
import {LANGUAGES} from '#concepts/labels';
import {code, labels, text} from './schema.ts';
import {validate} from './validate.ts';
import type {YamlFile} from './yaml-file.ts';

const settings = z.strictObject({
  id: code,
  version: text,
  office: labels,
  country: labels,
  languages: z.array(z.enum(LANGUAGES)).min(1),
  'first-year': z.int().min(1900).max(2999),
  units: z.record(code, labels),
  /** What the program's own categories are called: the margin of a dimension, the years of a series. */
  terms: z.strictObject({total: labels, year: labels}),
});

export const readSettings = (yaml: YamlFile) => validate(yaml, settings);
export type Settings = z.output<typeof settings>;
