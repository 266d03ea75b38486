/** Reads `words.<lang>.yaml`: guarded words, thresholds with their source, number words, expressions let through. */
import * as z from 'zod';
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import {readYaml, textOf} from './front-matter.ts';
import {CLAIMS, type GuardedWords} from './guarded-words.ts';
import {textFinding} from './text-finding.ts';

const threshold = z
  .strictObject({'at-least': z.number().optional(), below: z.number().optional()})
  .transform(({'at-least': atLeast, below}) => ({atLeast, below}));

const shape = z.strictObject({
  from: z.string(),
  source: z.strictObject({title: z.string().min(1), at: z.string().optional(), url: z.string().optional()}),
  thresholds: z.record(z.enum(CLAIMS), threshold),
  words: z.record(z.string(), z.array(z.string().min(1))),
  'number-words': z.array(z.string().min(1)),
  allowed: z.array(z.strictObject({pattern: z.string().min(1), why: z.string().min(1)})),
});

export interface ReadGuardedWords {
  /** Undefined when the file is not of its shape; the findings say why. */
  readonly guarded: GuardedWords | undefined;
  readonly findings: readonly Finding[];
}

export function readGuardedWords(bytes: Uint8Array, file: string, language: LanguageTag): ReadGuardedWords {
  const {value, fault} = readYaml(textOf(bytes));
  if (fault !== undefined) {
    const finding = textFinding('guarded-words-faulty', {file, line: fault.line}, {why: fault.why});
    return {guarded: undefined, findings: [finding]};
  }

  const read = shape.safeParse(value);
  if (!read.success) {
    const findings = read.error.issues.map(({path, message}) =>
      textFinding('guarded-words-faulty', {file, line: 1}, {why: `${path.join('.')}: ${message}`}),
    );
    return {guarded: undefined, findings};
  }
  const {from, source, words, thresholds, allowed} = read.data;
  const guarded: GuardedWords = {
    language,
    file,
    from,
    source,
    words: Object.entries(words).map(([claim, forms]) => ({claim, forms})),
    thresholds: thresholds,
    numberWords: read.data['number-words'],
    allowed,
  };
  const faulty = allowed.filter(({pattern}) => !compiles(pattern));
  const findings = faulty.map(({pattern}) => textFinding('guarded-words-faulty', {file, line: 1}, {why: pattern}));
  return {guarded: findings.length > 0 ? undefined : guarded, findings};
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'giu') instanceof RegExp;
  } catch {
    return false;
  }
}
