/**
 * Five years of one agency's lists about persons who come back: each time under a new number, their names spelt anew and
 * their birth dates half known. Whoever asks for the truth is told.
 */
import {type OfficeRecord, office as yearsOf} from '../../bench/linkage/office.ts';
import {withoutMarks} from '../../bench/linkage/slips.ts';
import {decision, type Row, type Rows} from './small-office.ts';

export interface AgencyYears {
  /** The agency's whole list after each year. */
  readonly lists: readonly Rows[];
  /** The person and the year of a number the agency gave. */
  readonly truth: ReadonlyMap<string, {readonly person: number; readonly year: number}>;
  /** Who was there before, by year. */
  readonly repeats: ReadonlyMap<number, number>;
}

export function agencyYears(seed: number, firstYear: number, years: number): AgencyYears {
  const rows = new Map<string, Row>();
  const truth = new Map<string, {person: number; year: number}>();
  const repeats = new Map<number, number>();
  const lists: Rows[] = [];
  const before = new Set<number>();
  for (const records of yearsOf(seed, years)) {
    const year = firstYear + lists.length;
    const now = new Set(records.map(({person}) => person));
    repeats.set(year, [...now].filter((person) => before.has(person)).length);
    records.forEach((one, i) => {
      const number = String(900_000 + truth.size);
      rows.set(`${year}-${i + 1}`, rowOf(one, number, year, i));
      truth.set(number, {person: one.person, year});
    });
    for (const person of now) before.add(person);
    lists.push(new Map(rows));
  }
  return {lists, truth, repeats};
}

function rowOf({record}: OfficeRecord, number: string, year: number, i: number): Row {
  const {given, surname, alias, born, sex, citizenship} = record;
  const day = `${String((i % 28) + 1).padStart(2, '0')}-${String((i % 12) + 1).padStart(2, '0')}-${year}`;
  return {
    ...decision(number, day, 'Prostitution', {F: 'Kvinde', M: 'Mand'}[sex] ?? ''),
    Navn: inWindows1252(`${given} ${surname}`.trim()),
    Alias: inWindows1252(alias),
    Fødselsdato: born.split('-').reverse().join('-'),
    Statsborgerskab: citizenship,
  };
}

/** The agency's system has no other letters. */
const inWindows1252 = (name: string): string =>
  [...name].map((letter) => ((letter.codePointAt(0) ?? 0) < 256 ? letter : withoutMarks(letter))).join('');
