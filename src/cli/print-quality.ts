/** How well the linkage does, as a table and as figures for programs. Of persons it has nothing: only how many pairs there are. */
import type {Language} from '#language/language';
import {percentShown} from '#language/percent';
import type {
  Estimate,
  LinkageQuality,
  LookedAt,
  Missing,
  OriginFigures,
  PairFigures,
} from '#production/linkage-quality';

type Json = Readonly<Record<string, unknown>>;

export const qualityJson = (quality: LinkageQuality): Json => ({
  asAt: quality.asAt,
  policy: quality.policy,
  thresholds: quality.thresholds,
  confidence: quality.confidence,
  ...figuresJson(quality),
  beyond: quality.beyond,
  missing: quality.missing,
  atLeast: quality.atLeast,
  origins: quality.origins.map(({origin, labels, tooFew, ...figures}) => ({
    origin,
    labels,
    tooFew,
    ...figuresJson(figures),
  })),
});

const figuresJson = ({link, clerical, identifier, weight, through, strata, recall}: PairFigures): Json => ({
  bands: {link, clerical, identifier: {pairs: identifier}, weight: {pairs: weight}, through: {pairs: through}},
  strata,
  recall,
});

export function qualityText(quality: LinkageQuality, language: Language): string {
  const {quality: words} = language.review;
  const {link, clerical, identifier, weight, through, strata, recall, thresholds, beyond, missing, origins} = quality;
  const {number, percent} = numbersIn(language);
  const estimate = (one: Estimate | undefined) =>
    one === undefined ? words.none : words.estimate(percent(one.share), percent(one.from), percent(one.to));
  const row = (name: string, {pairs, decided, same}: LookedAt, one?: Estimate) => [
    name,
    ...[pairs, decided, same].map(number),
    one === undefined ? '' : percent(one.share),
    one === undefined ? '' : words.interval(percent(one.from), percent(one.to)),
  ];
  const unreviewed = (name: string, pairs: number) => (pairs === 0 ? [] : [[name, number(pairs)]]);
  return [
    words.head(quality.asAt.slice(0, 10), number(thresholds.link), number(thresholds.review)),
    '',
    ...tableOf([
      [...words.columns],
      row(words.parts.link, link, link.precision),
      row(words.parts.clerical, clerical, clerical.precision),
      ...unreviewed(words.parts.identifier, identifier),
      ...unreviewed(words.parts.weight, weight),
      ...unreviewed(words.parts.through, through),
      ...strata.map((one) => row(words.stratum(one.stratum, number(one.of)), one)),
    ]),
    '',
    `${words.precision}: ${estimate(link.precision)}`,
    `${words.recall.linked}: ${estimate(recall.linked)}`,
    `${words.recall.put}: ${estimate(recall.put)}`,
    ...(beyond === undefined ? [] : [words.beyond(number(beyond))]),
    ...missing.map((one) => missingText(one, language)),
    ...(origins.length === 0 ? [] : ['', ...originsText(quality, language)]),
    '',
    words.forStatement,
    words.statement(link.precision && estimate(link.precision), recall.put && estimate(recall.put)),
  ].join('\n');
}

function missingText(missing: Missing, language: Language): string {
  const {missing: words} = language.review.quality;
  return 'pairs' in missing
    ? words[missing.missing](numbersIn(language).number(missing.pairs))
    : words[missing.missing];
}

function originsText({origins, atLeast = 0}: LinkageQuality, language: Language): readonly string[] {
  const {quality: words} = language.review;
  const {number, percent} = numbersIn(language);
  const named = ({origin, labels}: OriginFigures) =>
    labels?.[language.tag] ?? (origin === 'unknown' ? words.unknown : words.differing);
  const estimate = (one: Estimate | undefined) =>
    one === undefined ? words.none : `${percent(one.share)} (${words.interval(percent(one.from), percent(one.to))})`;
  return [
    words.origins,
    ...tableOf([
      [...words.originColumns],
      ...origins.map((one) => [
        named(one),
        number(one.link.decided + one.clerical.decided),
        estimate(one.link.precision),
        estimate(one.recall.put),
        one.tooFew ? words.tooFew(number(atLeast)) : '',
      ]),
    ]),
  ];
}

const numbersIn = ({tag}: Language) => ({
  number: (value: number) => value.toLocaleString(tag, {maximumFractionDigits: 4}),
  percent: (share: number) => percentShown(share, 1, tag),
});

/** The first column to the left, the others to the right. */
function tableOf(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = Array.from({length: Math.max(...rows.map(({length}) => length))}, (_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
