/** The facts a row makes, by the rules of its layout. What a fact cannot be without, and the row does not say, is a fault of the row. */
import type {Code} from '#concepts/code-list';
import {agesOn} from '#kit/partial-date';
import type {PlainDate} from '#kit/plain-date';
import type {Assessment, Codes, Fact} from '#register/fact';
import {type FactRule, fieldOf, type Operand, type When} from './source-format.ts';
import type {Fault, Value} from './value.ts';

export type Values = ReadonlyMap<string, Value>;

/** `column` names the field that should have been filled in. */
export interface Lacking extends Fault {
  readonly field: string;
}

export function holds(conditions: readonly When[], values: Values): boolean {
  return conditions.every(({field, is}) => {
    const value = values.get(field);
    return value !== undefined && (is === undefined || wordsOf(value).some((word) => is.includes(word)));
  });
}

export function makeFact(rule: FactRule, values: Values, day: PlainDate): Fact | Lacking | undefined {
  if (!holds(rule.when, values)) return undefined;
  const members = membersOf(rule, values, day);
  const says = Object.keys(members.codes).length > 0;
  if (!says && (rule.kind === 'exploitation' || rule.kind === 'characteristics')) return undefined;
  const fact = build(rule, members);
  return fact ?? lacking(rule, members);
}

interface Members {
  readonly on: PlainDate | undefined;
  readonly codes: Codes;
  date(member: string): PlainDate | undefined;
  word(member: string): string | undefined;
  number(member: string): number | undefined;
  age(): Assessment['age'];
}

function membersOf({set, codes}: FactRule, values: Values, day: PlainDate): Members {
  const first = <T>(
    member: string,
    read: (operand: Operand, value: Value | undefined) => T | undefined,
  ): T | undefined => {
    for (const operand of set[member] ?? []) {
      const field = fieldOf(operand);
      const found = read(operand, field === undefined ? undefined : values.get(field));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const constant = (operand: Operand) => (fieldOf(operand) === undefined ? operand : undefined);
  const date = (member: string) => first(member, (_, value) => (value?.kind === 'day' ? value.day : undefined));
  const on = set.on === undefined ? day : date('on');
  return {
    on,
    date,
    codes: bag(codes, values),
    word: (member) =>
      first(member, (operand, value) => (value === undefined ? constant(operand)?.toString() : wordsOf(value)[0])),
    number: (member) =>
      first(member, (operand, value) => {
        const number = value?.kind === 'number' ? value.number : constant(operand);
        return typeof number === 'number' ? number : undefined;
      }),
    age: () => first('age', (_, value) => (value?.kind === 'birth' && on !== undefined ? ageOn(value, on) : undefined)),
  };
}

function build({kind}: FactRule, {on, codes, date, word, number, age}: Members): Fact | undefined {
  if (on === undefined) return undefined;
  switch (kind) {
    case 'contact':
      return {kind, on, codes};
    case 'exploitation':
    case 'characteristics':
      return {kind, on, codes};
    case 'assessment': {
      const [by, outcome, years] = [word('by'), word('outcome'), age()];
      if (by === undefined || outcome === undefined) return undefined;
      return {kind, on, by, outcome, codes, ...(years === undefined ? {} : {age: years})};
    }
    case 'residence-status':
      return given(word('status'), (status) => ({kind, on, status}));
    case 'asylum-claim':
    case 'charge': {
      const ended = date('ended');
      return {kind, on, ...(ended === undefined ? {} : {ended})};
    }
    case 'departure-deadline':
    case 'reflection-period':
      return given(number('days'), (days) => ({kind, on, days}));
    case 'prepared-return': {
      const [operator, children, completed] = [word('operator'), number('children'), date('completed')];
      if (operator === undefined || children === undefined) return undefined;
      return {kind, on, operator, children, ...(completed === undefined ? {} : {completed})};
    }
    case 'children':
      return given(number('accompanying'), (accompanying) => ({kind, on, accompanying}));
    case 'case-complex':
      return given(word('complex'), (complex) => ({kind, on, complex}));
    case 'attestation': {
      const [earlier, year] = [word('earlier'), number('year')];
      if (earlier !== 'yes' && earlier !== 'unknown') return undefined;
      return {kind, on, earlier, ...(year === undefined ? {} : {year})};
    }
    default:
      return undefined;
  }
}

const given = <T>(value: T | undefined, make: (value: T) => Fact): Fact | undefined =>
  value === undefined ? undefined : make(value);

/** The first member without a value, by the field the layout would take it from. */
function lacking({set}: FactRule, {on, date, word, number}: Members): Lacking | undefined {
  const isEmpty = (member: string) =>
    member === 'on' ? on === undefined : (date(member) ?? word(member) ?? number(member)) === undefined;
  const fields = Object.entries(set).flatMap(([member, operands]) =>
    isEmpty(member) ? operands.flatMap((operand) => fieldOf(operand) ?? []) : [],
  );
  const [field] = fields;
  return field === undefined ? undefined : {rule: 'required-cell-empty', facts: {}, field};
}

function bag(codes: FactRule['codes'], values: Values): Codes {
  const filled = Object.entries(codes).map(([concept, operands]): readonly [string, readonly Code[]] => [
    concept,
    [...new Set(operands.flatMap((operand) => codesOf(operand, values)))],
  ]);
  return Object.fromEntries(filled.filter(([, all]) => all.length > 0));
}

function codesOf(operand: Operand, values: Values): readonly Code[] {
  const field = fieldOf(operand);
  if (field === undefined) return [String(operand)];
  const value = values.get(field);
  return value === undefined ? [] : wordsOf(value);
}

/** Codes and answers, for conditions and bags. */
function wordsOf(value: Value): readonly string[] {
  switch (value.kind) {
    case 'codes':
      return value.codes;
    case 'answer':
      return [value.answer];
    case 'text':
      return [value.text];
    case 'number':
      return [String(value.number)];
    default:
      return [];
  }
}

/** The exact birth date stays in the identity; what counts is a fact of its own. */
function ageOn({date, assessed}: Extract<Value, {kind: 'birth'}>, on: PlainDate): NonNullable<Assessment['age']> {
  const {youngest, oldest} = agesOn(date, on);
  const basis = assessed ? 'assessed' : date.length === 10 ? 'full' : 'partial';
  return {youngest: Math.max(0, youngest), oldest: Math.max(0, oldest), basis};
}
