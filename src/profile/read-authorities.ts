/** `authorities.yaml`: who may decide for whom, as a dated decision table. */

import * as z from 'zod';
import type {CompetenceTable} from '#register/competence';
import {code, fromDay, source, toDay} from './schema.ts';
import {validateEach} from './validate.ts';
import type {YamlFile} from './yaml-file.ts';

const codes = z.union([code.transform((one) => [one]), z.array(code).min(1)]);

const competence: z.ZodType<CompetenceTable> = z
  .strictObject({
    from: fromDay,
    to: toDay.optional(),
    source,
    'decided-by': z.array(
      z.strictObject({
        when: z.strictObject({
          charged: z.boolean().optional(),
          residence: codes.optional(),
          asylum: z.boolean().optional(),
        }),
        authority: code,
      }),
    ),
    'when-others-decide': z.enum(['count-and-flag', 'hold']),
  })
  .refine(({from, to}) => to === undefined || from <= to, {path: ['to'], params: {rule: 'date-order'}})
  .transform(({'decided-by': decidedBy, 'when-others-decide': whenOthersDecide, ...rest}) => ({
    ...rest,
    decidedBy,
    whenOthersDecide,
  }));

export const readAuthorities = (yaml: YamlFile) => validateEach(yaml, competence, ['competence']);
