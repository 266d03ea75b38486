/** `concepts.yaml`: what the dimensions of tables are about, and which code list each reads at which level. */

import * as z from 'zod';
import type {Concept} from '#concepts/concept';
import {code, labels} from './schema.ts';
import {validateEach} from './validate.ts';
import type {YamlFile} from './yaml-file.ts';

const concept: z.ZodType<Concept> = z
  .strictObject({
    id: code,
    labels,
    list: code,
    of: code.optional(),
    level: z.enum(['recorded', 'top', 'leaf']).default('recorded'),
    multiple: z.boolean().default(false),
  })
  .transform(({of, ...rest}) => ({...rest, of: of ?? rest.id}));

export const readConcepts = (yaml: YamlFile) => validateEach(yaml, concept);
