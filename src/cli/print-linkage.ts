/** A linkage as it is printed: pairs, clusters and the model behind them. Cells of the table are in a waterfall only. */
import type {Language} from '#language/language';
import {percentShown} from '#language/percent';
import {
  inOrder,
  type LinkedPair,
  type LinkedTable,
  type ModelWarning,
  reviewPairs,
  type Waterfall,
  weightOf,
} from '#production/link-table';

type Json = Readonly<Record<string, unknown>>;

export function linkageJson(table: LinkedTable): Json {
  const {linkage, name} = table;
  const {model, thresholds, fields, blocking, candidates, identical} = linkage;
  const pair = ({left, right, weight, probability}: LinkedPair) => ({
    left: name(left),
    right: name(right),
    weight: round(weight, 3),
    probability: round(probability, 6),
  });
  return {
    pairs: inOrder(linkage.clusters).map(pair),
    clusters: linkage.clusters.clusters.map((cluster) => cluster.map(name)),
    review: reviewPairs(linkage.pairs, linkage.clusters, weightOf(thresholds.link)).map(pair),
    records: linkage.records,
    silent: linkage.silent,
    repeatedIds: table.repeatedIds,
    thresholds,
    model: {
      lambda: model.lambda,
      deterministic: model.deterministic,
      fields: fields.map(({name: field, kind, levels, known}, f) => ({
        field,
        kind,
        known,
        levels: levels.map((level, at) => levelOf(level, model.fields[f]?.m[at] ?? 0, model.fields[f]?.u[at] ?? 0)),
      })),
    },
    compared: {
      pairs: candidates.proposed,
      expectedRecall: blocking?.recall ?? 1,
      rules: blocking?.rules.map(({name: rule, pairs, recall}) => ({rule, pairs: Math.round(pairs), recall})) ?? [],
      oversized: candidates.oversized,
      identical: {groups: identical.large.length, records: sum(identical.large)},
      unsaid: {groups: identical.unsaid.length, records: sum(identical.unsaid)},
    },
    contradictions: linkage.contradictions.map(([left, right]) => ({left: name(left), right: name(right)})),
    warnings: model.warnings,
  };
}

const round = (number: number, digits: number) => Number(number.toFixed(digits));
const sum = (groups: readonly (readonly number[])[]) => groups.reduce((all, {length}) => all + length, 0);
const levelOf = (level: string, m: number, u: number) => ({level, m, u, weight: round(Math.log2(m / u), 3)});

export function waterfallJson({name}: LinkedTable, left: number, right: number, waterfall: Waterfall): Json {
  return {left: name(left), right: name(right), ...waterfall};
}

export function linkageText(table: LinkedTable, {linkage: words}: Language): string {
  const {linkage} = table;
  const {model, candidates, identical, clusters} = linkage;
  const review = reviewPairs(linkage.pairs, clusters, weightOf(linkage.thresholds.link)).length;
  const about = (groups: readonly (readonly number[])[], say: (groups: number, records: number) => string) =>
    groups.length === 0 ? [] : [say(groups.length, sum(groups))];
  return [
    words.summary(linkage.records, clusters.links.size, clusters.clusters.length),
    words.review(review),
    ...comparedLines(table, words),
    ...(candidates.oversized.blocks === 0
      ? []
      : [words.oversized(candidates.oversized.blocks, candidates.oversized.pairs)]),
    ...about(identical.large, words.identical),
    ...about(identical.unsaid, words.unsaid),
    ...(linkage.silent === 0 ? [] : [words.silent(linkage.silent)]),
    ...(table.repeatedIds === 0 ? [] : [words.repeatedIds(table.repeatedIds)]),
    '',
    words.lambda(written(model.lambda.toExponential(2), words), Math.round(model.matches)),
    ...modelLines(table, words),
    ...warningLines(table, words),
  ].join('\n');
}

function comparedLines({linkage}: LinkedTable, words: Language['linkage']): readonly string[] {
  const {blocking, candidates, clusters} = linkage;
  if (candidates.proposed === 0) return [words.noneCompared(clusters.clusters.length > 0)];
  if (blocking === undefined) return [words.compared(candidates.proposed)];
  const share = (recall: number) => (blocking.matches === 0 ? undefined : percent(recall, words));
  return [
    words.blocked(candidates.proposed, share(blocking.recall)),
    ...blocking.rules.map(({name, pairs, recall}) => words.rule(name, Math.round(pairs), share(recall))),
  ];
}

function modelLines({linkage: {fields, model}}: LinkedTable, words: Language['linkage']): readonly string[] {
  return fields.flatMap(({name, known, levels}, f) => [
    words.field(name, known),
    ...levels.map((level, at) => {
      const [m, u] = [model.fields[f]?.m[at] ?? 0, model.fields[f]?.u[at] ?? 0];
      return words.level(
        level.padEnd(16),
        written(m.toFixed(3), words),
        written(u.toExponential(1), words),
        bits(Math.log2(m / u), words),
      );
    }),
  ]);
}

function warned(warning: ModelWarning, words: Language['linkage']['warnings']): string {
  switch (warning.warning) {
    case 'm-below-u':
    case 'not-monotone':
      return words[warning.warning](warning);
    case 'lambda-far-from-deterministic':
      return words[warning.warning](warning);
    case 'too-few-matches':
      return words[warning.warning](warning);
    case 'nothing-to-compare':
      return words[warning.warning]();
    case 'identical-records':
      return words[warning.warning](warning);
  }
}

function warningLines({linkage}: LinkedTable, {warnings: words}: Language['linkage']): readonly string[] {
  const said = linkage.model.warnings.map((warning) => warned(warning, words));
  const contradictions = linkage.contradictions.length;
  const all = contradictions === 0 ? said : [...said, words.contradiction({pairs: contradictions})];
  return all.length === 0 ? [] : ['', ...all];
}

type Words = Pick<Language['linkage'], 'decimal'>;
const written = (digits: string, {decimal}: Words) => digits.replace('.', decimal);
const percent = (share: number, {decimal}: Words) => percentShown(share, 1, decimal === ',' ? 'da' : 'en');
const bits = (weight: number, words: Words) =>
  written(`${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`, words);

export function waterfallText(
  {start, steps, weight, probability, proven}: Waterfall,
  {linkage: words}: Language,
): string {
  const rows = [
    [words.start, bits(start, words)],
    ...steps.flatMap(({field, level, weight: own, frequency}) => [
      [`${field}: ${level ?? words.missing}`, bits(own, words)],
      ...(frequency === 0 ? [] : [[`  ${words.frequency}`, bits(frequency, words)]]),
    ]),
    ...(proven ? [[words.proven, '']] : []),
    [words.sum, `${bits(weight, words)}  p ${written(probability.toFixed(4), words)}`],
  ];
  return rows.map(([label = '', value = '']) => `${label.padEnd(36)}${value}`.trimEnd()).join('\n');
}
