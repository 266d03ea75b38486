/** A pair side by side, what speaks for and against as bars, and what each verdict would move. */
import type {LanguageTag} from '#concepts/labels';
import type {Words} from '#concepts/words';
import {daysShown} from '#language/days';
import {decimals} from '#language/decimals';
import type {Language} from '#language/language';
import {numberShown} from '#language/person-numbers';
import type {DecidedView, DeskView, Moved, SeenPair, Side, Verdict, Waterfall} from '#production/review';
import {waterfallBars} from './waterfall-bars.ts';

const LABEL = 16;
const NARROW = 60;
const WIDE = 120;

export function pairText(
  view: DeskView,
  {at, of}: {readonly at: number; readonly of: number},
  language: Language,
  columns: number,
): string {
  const {review: words} = language;
  const {waiting, moves} = view;
  const width = widthIn(columns);
  const bits = words.weight(signed(waiting.weight, language.tag), decimals(waiting.probability, 3, language.tag));
  const again = waiting.again ? ` · ${words.again}` : '';
  return [
    `${words.head(at, of)} · ${bits} · ${words.parts[waiting.part]}${again}`,
    '',
    ...seenText(view, language, width),
    '',
    ...VERDICTS.map(([key, verdict]) => verdictText(key, verdict, moves?.[verdict], language)),
    moves === undefined ? words.settlesNothing : words.openRule,
    '',
    words.keys,
  ].join('\n');
}

/** One that was decided, with what stands. */
export const decidedText = (view: DecidedView, language: Language, columns: number): string =>
  [decidedLine(view, language), '', ...seenText(view, language, widthIn(columns)), '', language.review.anyKey].join(
    '\n',
  );

/** A reason names nobody. */
export const decidedLine = ({decision}: DecidedView, {review}: Language): string =>
  review.decidedBefore({...decision, verdict: review.verdicts[decision.verdict], reason: printable(decision.reason)});

const widthIn = (columns: number): number => Math.max(NARROW, Math.min(WIDE, columns));

const seenText = (view: SeenPair, language: Language, width: number): readonly string[] => [
  ...sidesText(view, language, width),
  '',
  ...(view.waterfall === undefined
    ? [language.review.nothing]
    : waterfallText(view.waterfall, fieldNames(view, language), language, width)),
];

const VERDICTS: readonly (readonly [key: string, verdict: Verdict])[] = [
  ['r', 'returning'],
  ['i', 'same-incident'],
  ['f', 'filed-twice'],
  ['d', 'different'],
];

function verdictText(
  key: string,
  verdict: Verdict,
  moved: readonly Moved[] | undefined,
  {review: words}: Language,
): string {
  const said = moved?.map(({year, persons, repeats}) => words.moves(year, persons, repeats));
  const what = said === undefined ? '' : said.length === 0 ? words.movesNothing : said.join('; ');
  return `${key}  ${words.verdicts[verdict].padEnd(30)} ${what}`.trimEnd();
}

function sidesText({sides: [left, right], naming}: SeenPair, language: Language, width: number): readonly string[] {
  const words = naming.words(language.tag);
  const column = Math.floor((width - LABEL) / 2);
  const [one, other] = [rowsOf(left, words, language), rowsOf(right, words, language)];
  const labels = [...new Set([...one.keys(), ...other.keys()])];
  const line = (label: string, a: string, b: string) =>
    `${label.padEnd(LABEL)}${cut(a, column - 2).padEnd(column)}${cut(b, column - 2)}`.trimEnd();
  return [
    line('', left.record, right.record),
    ...labels.flatMap((label) => {
      const [a, b] = [one.get(label) ?? [], other.get(label) ?? []];
      const height = Math.max(1, a.length, b.length);
      return Array.from({length: height}, (_, i) => line(i === 0 ? label : '', a[i] ?? '', b[i] ?? ''));
    }),
  ];
}

function rowsOf(side: Side, words: Words, {review, tag}: Language): ReadonlyMap<string, readonly string[]> {
  const {rows} = review;
  const day = daysShown(side.born ?? '', tag);
  const born = side.born === undefined ? [] : [side.assessed ? `${day} (${review.assessed})` : day];
  const numbers = Map.groupBy(side.identifiers, ({scheme}) => words.scheme(scheme));
  return new Map([
    [rows.name, side.names.map(printable)],
    ...(side.aliases.length === 0 ? [] : [[rows.alias, side.aliases.map(printable)] as const]),
    [rows.born, born],
    ...side.codes.map(
      ([concept, codes]) => [words.concept(concept), codes.map((code) => words.code(concept, code))] as const,
    ),
    ...(side.phones.length === 0 ? [] : [[rows.phone, side.phones.map(printable)] as const]),
    ...[...numbers].map(
      ([name, values]) => [name, values.map(({scheme, value}) => printable(numberShown(scheme, value)))] as const,
    ),
    [
      rows.decided,
      side.assessments.map(
        ({on, by, outcome}) =>
          `${daysShown(on, tag)} ${words.code('authority', by)}: ${words.code('outcome', outcome)}`,
      ),
    ],
  ]);
}

/** What somebody wrote into a name must not steer the terminal, nor turn the line around. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');

const cut = (text: string, length: number): string => {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`;
};

const signed = (weight: number, tag: LanguageTag): string => `${weight < 0 ? '' : '+'}${decimals(weight, 1, tag)}`;

/** A field by the profile's word for the concept it has the name of, or by ours. */
function fieldNames({naming}: SeenPair, {tag, review}: Language): (field: string) => string {
  const words = naming.words(tag);
  const rows: ReadonlyMap<string, string> = new Map(Object.entries(review.rows));
  return (field) => rows.get(field) ?? words.concept(field);
}

function waterfallText(
  {start, steps, weight, proven}: Waterfall,
  named: (field: string) => string,
  {linkage, review, tag}: Language,
  width: number,
): readonly string[] {
  const levelOf = (level: string) => review.levels.get(level) ?? level;
  const bars = [
    {label: linkage.start, weight: start},
    ...steps.flatMap(({field, level, weight: own, frequency}) => [
      {label: `${named(field)}: ${level === undefined ? linkage.missing : levelOf(level)}`, weight: own},
      ...(frequency === 0 ? [] : [{label: `  ${linkage.frequency}`, weight: frequency}]),
    ]),
  ];
  // What leans on what, or proves, moves the sum besides.
  const rest = weight - bars.reduce((sum, bar) => sum + bar.weight, 0);
  const all = Math.abs(rest) < 0.05 ? bars : [...bars, {label: proven ? linkage.proven : review.rest, weight: rest}];
  const drawn = waterfallBars(all, width - LABELS);
  return [
    review.forAndAgainst,
    ...[...all, {label: linkage.sum, weight}].map(({label, weight: own}, i) =>
      `${cut(label, LABELS - 9).padEnd(LABELS - 8)}${signed(own, tag).padStart(6)}  ${drawn[i] ?? ''}`.trimEnd(),
    ),
  ];
}

const LABELS = 40;
