/**
 * A small office, year after year: some eighty persons, a tenth of them met before, written down by two authorities, each in
 * its own way. What comes back is rows in the order they arrive, and whose they are.
 */
import {type Random, randomFrom} from '../../examples/synthesis/random.ts';
import type {Names} from './names.ts';
import {invent, type Person} from './person.ts';
import {anyNames, type Stocks, stocks} from './population.ts';
import {type PersonRecord, writeDown} from './record.ts';

export interface OfficeRecord {
  readonly record: PersonRecord;
  readonly year: number;
  /** The truth: who it is. */
  readonly person: number;
}

const PERSONS_A_YEAR = 76;
const MET_BEFORE = 0.1;
const YEARS_BACK = 8;
/** Both authorities write to the same person in a year. */
const IN_BOTH = 0.12;
const FIRST_NOISE = 0.3;

export function* office(seed: number, years: number): Generator<readonly OfficeRecord[]> {
  const random = randomFrom(seed);
  const known: Stocks = stocks();
  const persons: Person[] = [];
  const seen: number[][] = [];
  for (let year = 0; year < years; year++) {
    const names: Names[] = Array.from({length: PERSONS_A_YEAR}, () => anyNames(random, known));
    const now = new Set<number>();
    const rows = names.flatMap((one) => {
      const back = random.chance(MET_BEFORE) ? metBefore(random, seen, now) : undefined;
      const who = back ?? persons.push(invent(random, one, {from: year + 1955, to: year + 1990})) - 1;
      now.add(who);
      const times = random.chance(IN_BOTH) ? 2 : 1;
      return written(random, persons[who], times, back === undefined).map((record) => ({record, year, person: who}));
    });
    seen.push([...now]);
    yield rows;
  }
}

function metBefore(random: Random, seen: readonly (readonly number[])[], now: ReadonlySet<number>): number | undefined {
  const lately = seen.slice(-YEARS_BACK).flat();
  const free = lately.filter((who) => !now.has(who));
  return free.length === 0 ? undefined : random.pick(free);
}

const written = (random: Random, person: Person | undefined, times: number, isNew: boolean): readonly PersonRecord[] =>
  person === undefined
    ? []
    : Array.from({length: times}, (_, time) => writeDown(random, person, isNew && time === 0 ? FIRST_NOISE : 1));
