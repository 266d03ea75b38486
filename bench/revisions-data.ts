/**
 * The revision bench's register: persons assessed over many years, most facts known in time, some late, corrected, overturned, and
 * some persons back in a later year. Seeded by the person's number, so any part of it is made again at any time.
 */
import {recordNumber} from '#concepts/record-number';
import {type Instant, instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import type {Fact, Recorded} from '#register/fact';
import type {PersonFile} from '#register/person-file';
import {random} from './count-data.ts';

export interface Size {
  readonly firstYear: number;
  readonly years: number;
  readonly personsPerYear: number;
}

export const personsIn = ({years, personsPerYear}: Size): number => years * personsPerYear;
export const yearOfPerson = (serial: number, {firstYear, personsPerYear}: Size): number =>
  firstYear + Math.floor((serial - 1) / personsPerYear);

/** A delivery a month, from the first year on. */
const instants = new Map<number, Instant>();
function deliveryAt(month: number, {firstYear}: Size): Instant {
  const known = instants.get(month) ?? instant(new Date(Date.UTC(firstYear, month, 10)).toISOString());
  instants.set(month, known);
  return known;
}

const DAYS = ['03', '11', '19', '26'];
const dayOf = (year: number, month: number, pick: number) =>
  plainDate(`${year}-${String(month + 1).padStart(2, '0')}-${DAYS[Math.floor(pick * DAYS.length)] ?? '03'}`);

export function fileOf(serial: number, size: Size): PersonFile {
  const next = random(serial);
  const pick = (codes: readonly string[]) => codes[Math.floor(next() ** 2 * codes.length)] ?? 'unknown';
  const record = recordNumber(serial);
  const facts: Recorded[] = [];
  const say = (month: number, ...said: readonly Fact[]) => {
    for (const fact of said)
      facts.push({
        // Numbered as a store does, in the order recorded; of two persons never the same.
        id: serial * 32 + facts.length,
        record,
        recordedAt: deliveryAt(month, size),
        recordedBy: 'bench',
        submission: month,
        source: 'us',
        row: serial,
        fact,
      });
    return facts.length;
  };
  const year = yearOfPerson(serial, size);
  const month = Math.floor(next() * 12);
  const elapsed = (year - size.firstYear) * 12 + month;
  const forms = [pick(['prostitution', 'forced-labour', 'cannabis-production', 'drug-sales'])];
  const assessment = (of: number, outcome = 'victim'): Fact => {
    const age = 16 + Math.floor(next() * 40);
    return {
      kind: 'assessment',
      on: dayOf(of, month, next()),
      by: pick(['us', 'cmm', 'court']),
      outcome,
      age: {youngest: age, oldest: age, basis: 'full'},
      codes: {exploitation: forms, forms, 'contact-form': [pick(['police', 'outreach', 'self'])]},
    };
  };
  const on = dayOf(year, month, next());
  // Three in a hundred are heard of more than a year later.
  let known = elapsed + (next() < 0.03 ? 14 : 1);
  say(
    known,
    {
      kind: 'characteristics',
      on,
      codes: {sex: [pick(['female', 'male'])], nationality: [pick(['NG', 'RO', 'VN', 'TH'])]},
    },
    {kind: 'residence-status', on, status: pick(['unlawful', 'asylum-seeker', 'lawful'])},
    {kind: 'contact', on, codes: {'contact-form': ['police']}},
  );
  const decided = say(known, assessment(year, next() < 0.9 ? 'victim' : 'not-victim'));
  const of = serial * 32 + decided - 1;
  if (next() < 0.05) {
    known += 1 + Math.floor(next() * 24);
    say(known, {kind: 'withdrawal', on, of, why: 'corrected'}, assessment(year));
  } else if (next() < 0.02) {
    known += 6;
    say(known, {kind: 'reversal', on, of, ground: next() < 0.5 ? 'on-the-merits' : 'registration-error'});
  }
  if (next() < 0.1) {
    known += 3;
    say(known, {kind: 'prepared-return', on, completed: dayOf(year, 11, next()), operator: 'iom', children: 0});
  }
  if (next() < 0.08 && year + 2 < size.firstYear + size.years) say(Math.max(known, elapsed + 26), assessment(year + 2));
  return {record, facts};
}
