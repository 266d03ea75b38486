/** `rules.yaml`: how persons are counted. Each rule has an id, the day it holds from, a source and its parameters. */

import * as z from 'zod';
import type {CountingRules, DatedRule} from '#register/counting-rules';
import {fault, type Located, type Reading} from './fault.ts';
import {code, dateOrder, ruled} from './schema.ts';
import {placesOf, validate, validateEach} from './validate.ts';
import type {YamlFile} from './yaml-file.ts';

const ruleOf = <P>(parameters: z.ZodType<P>): z.ZodType<DatedRule<P>> =>
  z
    .strictObject({id: code, ...ruled, parameters})
    .refine(dateOrder, {path: ['until'], params: {rule: 'date-order'}})
    .transform(({since, until, ...rest}) => ({...rest, from: since, to: until}));

const population = ruleOf(z.strictObject({fact: z.enum(['assessment', 'contact']), positive: z.array(code)}));
const attribution = ruleOf(z.strictObject({take: z.enum(['first', 'last'])}));
const reversal = ruleOf(
  z
    .strictObject({'on-the-merits': z.enum(['count-as-assessed', 'remove'])})
    .transform((parameters) => ({onTheMerits: parameters['on-the-merits']})),
);
const lateDecisions = ruleOf(z.strictObject({policy: z.enum(['revise', 'next-edition'])}));
const disagreement = ruleOf(z.strictObject({take: z.array(z.enum(['attributed-source', 'latest-recorded'])).min(1)}));
const repetition = ruleOf(z.strictObject({attested: z.enum(['counts', 'ignored'])}));
const deadline = ruleOf(
  z.strictObject({
    fact: z.enum(['departure-deadline', 'reflection-period']),
    usual: z.int().positive(),
    maximum: z.int().positive(),
  }),
);
const age = z.strictObject({concept: code, list: code});

/** A rule apart from its parameters: what ids, dates and overlaps are checked on. */
export type AnyRule = Located<DatedRule<unknown>>;

export interface RulesReading {
  readonly rules: CountingRules;
  /** By kind; of one kind only one holds on a day. */
  readonly byKind: Readonly<Record<string, readonly AnyRule[]>>;
  readonly population: readonly Located<CountingRules['population'][number]>[];
  readonly age: Located<z.output<typeof age>> | undefined;
}

export function readRules(yaml: YamlFile): Reading<RulesReading> {
  const kinds = {
    population: validateEach(yaml, population, ['population']),
    attribution: validateEach(yaml, attribution, ['attribution']),
    reversal: validateEach(yaml, reversal, ['reversal']),
    'late-decisions': validateEach(yaml, lateDecisions, ['late-decisions']),
    disagreement: validateEach(yaml, disagreement, ['disagreement']),
    repetition: validateEach(yaml, repetition, ['repetition']),
  };
  const deadlines = validateEach(yaml, deadline, ['deadlines']);
  const ageRule = validate(yaml, age.optional(), ['age']);
  const keys = validate(yaml, z.strictObject(anything([...Object.keys(kinds), 'deadlines', 'age'])));
  const readings = [keys, ageRule, deadlines, ...Object.values(kinds)];
  const empty = Object.entries(kinds)
    .filter(([_kind, {value, findings}]) => value.length === 0 && findings.length === 0)
    .map(([kind]) => fault('missing-key', {file: yaml.file, line: yaml.lineOf([kind])}, {key: kind}));
  return {
    value: {
      rules: {
        population: values(kinds.population.value),
        attribution: values(kinds.attribution.value),
        reversal: values(kinds.reversal.value),
        lateDecisions: values(kinds['late-decisions'].value),
        disagreement: values(kinds.disagreement.value),
        repetition: values(kinds.repetition.value),
        deadlines: values(deadlines.value),
        age: ageRule.value,
      },
      byKind: {
        ...Object.fromEntries(Object.entries(kinds).map(([kind, {value}]) => [kind, value])),
        ...Object.groupBy(deadlines.value, ({value}) => value.parameters.fact),
      },
      population: kinds.population.value,
      age: ageRule.value && {value: ageRule.value, ...placesOf(yaml, ['age'])},
    },
    findings: yaml.value === undefined ? yaml.findings : [...empty, ...readings.flatMap(({findings}) => findings)],
  };
}

const values = <T>(all: readonly Located<T>[]): readonly T[] => all.map(({value}) => value);

/** Their contents are validated one by one; here only the keys. */
const anything = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, z.unknown().optional()]));
