/** What a figure of the statement is: its table and limits, what it says now and said in every edition, its proofs, and who is behind it. */
import {join} from 'node:path';
import type {Code} from '#concepts/code-list';
import {isScale, YEAR} from '#concepts/concept';
import type {EditionId, EditionKind} from '#concepts/edition';
import type {LanguageTag} from '#concepts/labels';
import type {Observation} from '#concepts/observation';
import {calendarYear, type Period, yearPeriod} from '#concepts/period';
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {Source} from '#concepts/source';
import {addressOf, findCellAt, parseAddress, TOTAL} from '#document/address';
import {inForce} from '#kit/dated';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import {deidentify} from '#register/deidentify';
import {ALL} from '#tabulation/cube';
import {unitsIn} from '#tabulation/reconcile';
import {isKnownTo} from './case-person.ts';
import {type CountedStatement, composedFor, countedStatement} from './counted-statement.ts';
import {EDITIONS} from './edition-files.ts';
import {type Effects, exists, readBytes} from './effects.ts';
import {readFigures} from './frozen-figures.ts';
import {closed} from './history.ts';
import {type Identity, identitiesAt, sectionsIn} from './sentence-view.ts';
import {wordsOf} from './words-of.ts';
import {type OpenRegister, openRegister, withStore} from './workspace.ts';

export interface FigureView {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly address: string;
  readonly table: string;
  /** The address is of the whole table, from which the text has worked out what it says; what is told here is of its total. */
  readonly whole: boolean;
  /** What each code of the address is: `Sex: Female`; none of a total. */
  readonly codes: readonly (readonly [concept: string, code: string])[];
  readonly unit: string;
  /** What the table is limited to; empty where it is not. */
  readonly universe: string;
  readonly cutOff: Instant;
  readonly value: Observation;
  readonly rules: readonly FigureRule[];
  readonly editions: readonly FigureIn[];
  readonly identities: readonly Identity[];
  /** Sentences that print it, in this language. */
  readonly sentences: readonly string[];
  /** Undefined: not for whoever asks, or not of a figure of this kind. */
  readonly behind: Behind | undefined;
}

export interface FigureRule {
  readonly kind: (typeof RULES)[number];
  readonly id: string;
  readonly source: Source;
}
const RULES = ['population', 'attribution', 'reversal', 'lateDecisions', 'disagreement', 'repetition'] as const;

/** As an edition was frozen with it: a number, or the kind of nothing; undefined: it is not in it. */
export interface FigureIn {
  readonly edition: EditionId;
  readonly cutOff: Instant;
  readonly told: number | string | undefined;
}

export interface Behind {
  /** In order; so many at most. */
  readonly records: readonly RecordNumber[];
  /** All that whoever asks may see. */
  readonly total: number;
}

/** Whose persons may be seen; undefined: everybody's. */
export interface Sees {
  readonly authority: Code | undefined;
}

/** So many records are shown at once. */
const MOST = 200;

/**
 * `sees`: whoever asks may see persons; undefined: they may not. Nobody is told who is behind a figure of a public edition there.
 * Refused as a statement is, and: `no-such-page`.
 */
export const figureView = async (
  folder: string,
  {
    period,
    kind,
    address,
    language,
  }: {readonly period: Period; readonly kind: EditionKind; readonly address: string; readonly language: LanguageTag},
  sees: Sees | undefined,
  effects: Effects,
): Promise<Outcome<FigureView, Refusal>> =>
  withStore(await openRegister(folder), async (register) => {
    const {profile} = register;
    const counted = await countedStatement(register, {period, kind}, effects);
    if (!counted.ok) return counted;
    const cell = cellAt(counted.value, address);
    if (cell === undefined) return refuse({reason: 'no-such-page'});
    const {cube, codes, value} = cell;
    const words = wordsOf(profile, language, period.to);
    const told = cube.dimensions.flatMap(({concept}, i) => {
      const code = codes[i] ?? ALL;
      return code === ALL
        ? []
        : [[words.concept(concept), concept === YEAR ? code : words.code(concept, code)] as const];
    });
    return done({
      ...{period, kind, address, value},
      table: words.table(cube.table.id),
      codes: told,
      unit: words.unit(cube.table.unit),
      universe: words.universe(cube.table.id),
      cutOff: counted.value.request.cutOff,
      rules: rulesOn(profile, period),
      editions: await editionsOf(folder, counted.value, cube.table.id, codes),
      whole: parseAddress(address).codes === undefined,
      identities: identitiesAt(counted.value, addressOf(cube.table.id, codes)),
      sentences: printing(counted.value, profile, language, address),
      behind:
        sees === undefined || kind !== 'internal' || value.kind !== 'count' || value.published !== undefined
          ? undefined
          : await behindOf(register, counted.value, {table: cube.table.id, codes}, sees),
    });
  });

function cellAt({draft, request}: CountedStatement, address: string) {
  const {table, codes = [TOTAL]} = parseAddress(address);
  const cube = draft.cubes.find((one) => one.table.id === table);
  if (cube === undefined) return undefined;
  const cell = findCellAt(cube, codes, request.period);
  return cell && {cube, codes: cube.dimensions.map((_, i) => cell.codes[i] ?? ALL), value: cell.observation};
}

const rulesOn = ({rules}: Profile, {to}: Period): readonly FigureRule[] =>
  RULES.flatMap((kind) => rules[kind].filter((rule) => inForce(rule, to)).map(({id, source}) => ({kind, id, source})));

/** In the order released. Beside a public figure stands what public editions told, and nothing that they withheld. */
async function editionsOf(
  folder: string,
  {history, request}: CountedStatement,
  table: string,
  codes: readonly Code[],
): Promise<readonly FigureIn[]> {
  const changed = history.changed.map((one) => ({...one, kind: 'public' as const}));
  const same = [...history.editions, ...changed].filter(
    ({period, kind}) =>
      (request.policy.edition === 'internal' || kind === 'public') &&
      period.from === request.period.from &&
      period.to === request.period.to,
  );
  return Promise.all(
    same.map(async ({id, cutOff}) => {
      const path = join(folder, EDITIONS, id, 'figures.json');
      const figures = (await exists(path)) ? readFigures(await readBytes(path)) : undefined;
      const cells = figures?.find((one) => one.table === table)?.cells ?? [];
      return {edition: id, cutOff, told: cells.find((one) => one.codes.join('.') === codes.join('.'))?.told};
    }),
  );
}

function printing(
  counted: CountedStatement,
  profile: Profile,
  language: LanguageTag,
  address: string,
): readonly string[] {
  const statement = composedFor(counted, profile).statements.find((one) => one.language === language);
  const outline = profile.outlines.find((one) => one.language === language);
  if (statement === undefined || outline === undefined) return [];
  return sectionsIn({counted, statement, outline, profile, behind: [], differing: []})
    .flatMap(({sentences}) => sentences)
    .filter(({said}) => said.some((one) => one.kind === 'figure' && one.addresses.includes(address)))
    .map(({id}) => id);
}

/** The persons that the cell counts; of a series, those of its year. */
async function behindOf(
  {store, profile}: OpenRegister,
  {request, history, draft}: CountedStatement,
  cell: {readonly table: string; readonly codes: readonly Code[]},
  {authority}: Sees,
): Promise<Behind | undefined> {
  const table = profile.tables.find(({id}) => id === cell.table);
  if (table === undefined || table.dimensions.some((concept) => isScale(concept) && concept !== YEAR)) return undefined;
  const definitions = closed(profile, history.closings);
  const units = await unitsIn(cell, profile.tables, definitions, async (_, year) => {
    if (year === undefined || year === calendarYear(request.period)) return draft.counted.units;
    const [found] = await deidentify(store.personFiles(request.cutOff), definitions, [yearPeriod(year)]);
    return found?.units ?? [];
  });
  const records = [...new Set(units.map(({record}) => record))].sort();
  const known: RecordNumber[] = [];
  for (const record of records) {
    const file = authority === undefined ? undefined : await store.findPersonFile(record, request.cutOff);
    if (authority === undefined || (file !== undefined && isKnownTo(file, authority))) known.push(record);
  }
  return {records: known.slice(0, MOST), total: known.length};
}
