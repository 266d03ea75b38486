/** A fact of a kind from its members; undefined where it lacks one that it cannot be without. */
import {agesOn} from '#kit/partial-date';
import type {PlainDate} from '#kit/plain-date';
import type {Assessment, Codes, Fact, FactKind} from '#register/fact';
import type {Value} from './value.ts';

export interface Members {
  readonly on: PlainDate | undefined;
  readonly codes: Codes;
  date(member: string): PlainDate | undefined;
  word(member: string): string | undefined;
  number(member: string): number | undefined;
  birth(member: string): Birth | undefined;
}

type Birth = Extract<Value, {kind: 'birth'}>;

export function buildFact(kind: FactKind, {on, codes, date, word, number, birth}: Members): Fact | undefined {
  if (on === undefined) return undefined;
  switch (kind) {
    case 'contact':
    case 'exploitation':
    case 'characteristics':
      return {kind, on, codes};
    case 'assessment': {
      const [by, outcome, born, years] = [word('by'), word('outcome'), birth('age'), number('age')];
      if (by === undefined || outcome === undefined) return undefined;
      return {kind, on, by, outcome, codes, ...only({age: born === undefined ? ageOf(years) : ageOn(born, on)})};
    }
    case 'residence-status':
      return given(word('status'), (status) => ({kind, on, status}));
    case 'asylum-claim':
    case 'charge': {
      const ended = date('ended');
      // What begins after the end given with it is another case, and still open.
      return {kind, on, ...only({ended: ended !== undefined && ended < on ? undefined : ended})};
    }
    case 'departure-deadline':
    case 'reflection-period':
      return given(number('days'), (days) => ({kind, on, days}));
    case 'prepared-return': {
      const [operator, children] = [word('operator'), number('children')];
      if (operator === undefined || children === undefined) return undefined;
      return {kind, on, operator, children, ...only({completed: date('completed')})};
    }
    case 'children':
      return given(number('accompanying'), (accompanying) => ({kind, on, accompanying}));
    case 'case-complex':
      return given(word('complex'), (complex) => ({kind, on, complex}));
    case 'attestation': {
      const earlier = word('earlier');
      if (earlier !== 'yes' && earlier !== 'unknown') return undefined;
      return {kind, on, earlier, ...only({year: number('year')})};
    }
    default:
      return undefined;
  }
}

const given = <T>(value: T | undefined, make: (value: T) => Fact): Fact | undefined =>
  value === undefined ? undefined : make(value);

/** Without the members that have no value. */
function only<T extends Readonly<Record<string, unknown>>>(members: T): {[K in keyof T]?: Exclude<T[K], undefined>} {
  const kept: {[K in keyof T]?: Exclude<T[K], undefined>} = {};
  for (const name in members) {
    const value = members[name];
    if (isGiven(value)) kept[name] = value;
  }
  return kept;
}

const isGiven = <V>(value: V): value is Exclude<V, undefined> => value !== undefined;

/** Given in completed years instead of a date. */
const ageOf = (years: number | undefined): Assessment['age'] =>
  years === undefined ? undefined : {youngest: years, oldest: years, basis: 'full'};

/** The exact birth date stays in the identity; what counts is a fact of its own. Nobody has an age before birth. */
function ageOn({date, assessed}: Birth, on: PlainDate): NonNullable<Assessment['age']> | undefined {
  const {youngest, oldest} = agesOn(date, on);
  if (oldest < 0) return undefined;
  const basis = assessed ? 'assessed' : date.length === 10 ? 'full' : 'partial';
  return {youngest: Math.max(0, youngest), oldest, basis};
}
