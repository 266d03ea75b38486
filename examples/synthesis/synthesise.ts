/** The synthetic files of the three sources for one cut-off, as bytes, with the figures they must give. */
import type {Case, Return} from './case.ts';
import {cmmFile} from './cmm-file.ts';
import {yearOf} from './day.ts';
import {type Delivery, deliveriesFile} from './deliveries.ts';
import {drawFigures, type Figures} from './figures.ts';
import {historyOf, type PlannedYear} from './history.ts';
import {type Counts, promised} from './promise.ts';
import {randomFrom} from './random.ts';
import {returnsFile} from './returns-file.ts';
import {usFile} from './us-file.ts';

export interface Wanted {
  readonly seed: number;
  /** The reference year, the last in the files. */
  readonly year: number;
  /** The first year of the files; 2007 unless told. */
  readonly firstYear?: number;
  /** Persons in the reference year; 100 unless told. */
  readonly persons?: number;
  /** Persons in years before; what is not given rises towards the reference year's. */
  readonly before?: Readonly<Record<number, number>>;
  /** The reference year's figures, to be met exactly; drawn unless given. */
  readonly figures?: Figures;
}

export interface Synthesis {
  /** By file name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly cases: readonly Case[];
  readonly returns: readonly Return[];
  /** What a right count of the files gives for a year. */
  promised(year: number): Counts;
}

/** Each part of the run draws from a stream of its own, so that a change in one file leaves the others as they were. */
const STREAM = {plan: 0, people: 1, us: 2, cmm: 3} as const;
export const streamOf = (seed: number, stream: keyof typeof STREAM) => randomFrom(seed * 8 + STREAM[stream]);

export function synthesise(wanted: Wanted): Synthesis {
  const history = historyOf(streamOf(wanted.seed, 'people'), planOf(wanted));
  const cases = [...history.cases];
  const returns = history.returns();
  return {files: filesOf(wanted, cases, returns), cases, returns, promised: (year) => promised(cases, returns, year)};
}

export function planOf({
  seed,
  year,
  firstYear = 2007,
  persons = 100,
  before = {},
  figures,
}: Wanted): readonly PlannedYear[] {
  const random = streamOf(seed, 'plan');
  const years = Array.from({length: year - firstYear + 1}, (_, index) => firstYear + index);
  return years.map((one, index) => {
    if (one === year && figures !== undefined) return {figures, exact: true};
    const rising = Math.max(1, Math.round((persons * (index + 2)) / (years.length + 1)));
    return {figures: drawFigures(random, one, one === year ? persons : (before[one] ?? rising)), exact: false};
  });
}

interface Sent extends Delivery {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/** A list with nobody in it is not sent. */
function filesOf(wanted: Wanted, cases: readonly Case[], returns: readonly Return[]): ReadonlyMap<string, Uint8Array> {
  const us = cases.filter(({authority}) => authority === 'us');
  const cmm = cases.filter(({authority}) => authority !== 'us');
  const all = [usSends(wanted, us), cmmSends(wanted, cmm), cmmSendsReturns(wanted, returns, cmm)];
  const sent = all.filter(({rows}) => rows > 0);
  const letters = deliveriesFile(sent.map(({bytes: _, rows: __, ...letter}) => letter));
  return new Map([...sent.map(({file, bytes}) => [file, bytes] as const), ['deliveries.yaml', letters]]);
}

const CMM = 'Center mod Menneskehandel (syntetisk)';
const span = ({year, firstYear = 2007}: Wanted) => `${firstYear}–${year}`;

function usSends({seed, year}: Wanted, cases: readonly Case[]): Sent {
  const csv = usFile(streamOf(seed, 'us'));
  return {
    file: `us-afgoerelser-${year}.csv`,
    source: 'us',
    'recorded-at': `${year + 1}-01-27T09:30:00Z`,
    'received-from': 'Udlændingestyrelsen (syntetisk)',
    'control-totals': {rows: cases.length, [`persons-${year}`]: personsIn(cases, year)},
    bytes: Buffer.concat([csv.head, ...cases.map((one) => csv.line(one))]),
    rows: cases.length,
  };
}

function cmmSends(wanted: Wanted, cases: readonly Case[]): Sent {
  const {seed, year} = wanted;
  return {
    file: `cmm-sager-${year}.xlsx`,
    source: 'cmm',
    'recorded-at': `${year + 1}-02-03T10:00:00Z`,
    'received-from': CMM,
    'control-totals': {rows: cases.length, [`persons-${year}`]: personsIn(cases, year)},
    bytes: cmmFile(streamOf(seed, 'cmm'), cases, span(wanted)),
    rows: cases.length,
  };
}

function cmmSendsReturns(wanted: Wanted, returns: readonly Return[], atCmm: readonly Case[]): Sent {
  const {year} = wanted;
  return {
    file: `hjemsendelser-${year}.ods`,
    source: 'returns',
    'recorded-at': `${year + 1}-02-03T10:15:00Z`,
    'received-from': CMM,
    'control-totals': {rows: returns.length, [`returns-${year}`]: completedIn(returns, year)},
    bytes: returnsFile(returns, new Set(atCmm.map(({person}) => person)), span(wanted)),
    rows: returns.length,
  };
}

const completedIn = (returns: readonly Return[], year: number): number =>
  returns.filter(({departedOn}) => departedOn !== undefined && yearOf(departedOn) === year).length;

/** Persons the sender assessed as victims in the year. */
const personsIn = (cases: readonly Case[], year: number): number =>
  new Set(cases.filter((one) => one.outcome === 'victim' && yearOf(one.decidedOn) === year).map(({person}) => person))
    .size;
