/** The covering letters beside a folder of agency files: `deliveries.yaml`, in the order received. */
import {join} from 'node:path';
import {load} from 'js-yaml';
import * as z from 'zod';
import type {Refusal} from '#concepts/refusal';
import {type Instant, instant, parseInstant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {exists, readBytes} from './effects.ts';

export interface CoveringLetter {
  readonly file: string;
  readonly source: string;
  readonly recordedAt: Instant;
  readonly receivedFrom: string;
  readonly controlTotals: Readonly<Record<string, number>>;
}

const Letter = z
  .strictObject({
    file: z.string(),
    source: z.string(),
    'recorded-at': z
      .string()
      .refine((text) => parseInstant(text) !== undefined, 'no such moment')
      .transform((text) => instant(text)),
    'received-from': z.string(),
    'control-totals': z.record(z.string(), z.number().int().nonnegative()).default({}),
  })
  .transform(
    (letter): CoveringLetter => ({
      file: letter.file,
      source: letter.source,
      recordedAt: letter['recorded-at'],
      receivedFrom: letter['received-from'],
      controlTotals: letter['control-totals'],
    }),
  );

const LETTERS = 'deliveries.yaml';

export async function readCoveringLetters(folder: string): Promise<Outcome<readonly CoveringLetter[], Refusal>> {
  const path = join(folder, LETTERS);
  if (!(await exists(path))) return refuse({reason: 'no-such-file', file: path});
  const text = Buffer.from(await readBytes(path)).toString('utf8');
  const letters = z.array(Letter).safeParse(load(text));
  if (letters.success) return done(letters.data);
  const [issue] = letters.error.issues;
  return refuse({
    reason: 'impossible-value',
    field: `${LETTERS}: ${issue?.path.join('.') ?? ''}`,
    rule: issue?.message ?? '',
  });
}
