/** The facts a row makes, by the rules of its layout. What a fact cannot be without, and the row does not say, is a fault of the row. */
import type {Code} from '#concepts/code-list';
import type {PlainDate} from '#kit/plain-date';
import type {Codes, Fact} from '#register/fact';
import {buildFact, type Members} from './build-fact.ts';
import {MEMBERS} from './fact-members.ts';
import {type FactRule, fieldOf, type Operand, type When} from './source-format.ts';
import type {Fault, Value} from './value.ts';

export type Values = ReadonlyMap<string, Value>;

/** `field` should have been filled in, or with another value. */
export interface Lacking extends Fault {
  readonly field: string;
}

/** What a rule makes of a row: a fact, the fault that hinders it, or nothing. */
export type FactMaker = (values: Values, day: PlainDate) => Fact | Lacking | undefined;

export function holds(conditions: readonly When[], values: Values): boolean {
  return conditions.every(({field, is}) => {
    const value = values.get(field);
    return value !== undefined && (is === undefined || wordsOf(value).some((word) => is.includes(word)));
  });
}

/** An operand looked at once: it reads a field, or is a value. */
type Read = {readonly field: string} | {readonly constant: string | number};

export function factMaker({kind, when, set, codes}: FactRule): FactMaker {
  const members = Object.entries(set).map(([name, operands]) => [name, operands.map(readOf)] as const);
  const reads = new Map(members);
  const bags = Object.entries(codes).map(([concept, operands]) => [concept, operands.map(readOf)] as const);
  const ranges = Object.entries(MEMBERS[kind] ?? {}).flatMap(([name, {min, max}]) =>
    min === undefined || max === undefined ? [] : [{name, min, max}],
  );
  const saysOnlyCodes = kind === 'exploitation' || kind === 'characteristics';

  return (values, day) => {
    if (!holds(when, values)) return undefined;
    const bag = bagOf(bags, values);
    if (saysOnlyCodes && Object.keys(bag).length === 0) return undefined;
    const given = membersOf(reads, values, day, bag);
    return outOfRange(ranges, given, reads) ?? buildFact(kind, given) ?? lacking(members, values);
  };
}

/** One fact by one rule: what is entered by hand has no file to make the rules ready for. */
export const makeFact = (rule: FactRule, values: Values, day: PlainDate) => factMaker(rule)(values, day);

function readOf(operand: Operand): Read {
  const field = fieldOf(operand);
  return field === undefined ? {constant: operand} : {field};
}

function membersOf(reads: ReadonlyMap<string, readonly Read[]>, values: Values, day: PlainDate, codes: Codes): Members {
  /** The first operand of the member that has a value. */
  const first = (member: string): Value | string | number | undefined => {
    for (const read of reads.get(member) ?? NONE) {
      const value = readValue(read, values);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const date = (member: string) => {
    const value = first(member);
    return typeof value === 'object' && value.kind === 'day' ? value.day : undefined;
  };
  return {
    on: reads.has('on') ? date('on') : day,
    codes,
    date,
    word: (member) => {
      const value = first(member);
      return typeof value === 'object' ? wordsOf(value)[0] : value?.toString();
    },
    number: (member) => {
      const value = first(member);
      if (typeof value === 'object') return value.kind === 'number' ? value.number : undefined;
      return typeof value === 'number' ? value : undefined;
    },
    birth: (member) => {
      const value = first(member);
      return typeof value === 'object' && value.kind === 'birth' ? value : undefined;
    },
  };
}

const NONE: readonly Read[] = [];

/** A day that is not given (`Ja`) is not a value here: the next operand is asked. */
function readValue(read: Read, values: Values): Value | string | number | undefined {
  if ('constant' in read) return read.constant;
  const value = values.get(read.field);
  return value?.kind === 'day' && value.day === undefined ? undefined : value;
}

/** A number that no fact of the kind can have, by the field it was taken from. */
function outOfRange(
  ranges: readonly {readonly name: string; readonly min: number; readonly max: number}[],
  given: Members,
  reads: ReadonlyMap<string, readonly Read[]>,
): Lacking | undefined {
  for (const {name, min, max} of ranges) {
    const number = given.number(name);
    if (number === undefined || (number >= min && number <= max)) continue;
    const read = reads.get(name)?.find((one) => 'field' in one);
    if (read !== undefined && 'field' in read)
      return {rule: 'number-out-of-range', facts: {min, max}, field: read.field};
  }
  return undefined;
}

/** The first member without a value, by the field the layout would take it from. */
function lacking(members: readonly (readonly [string, readonly Read[]])[], values: Values): Lacking | undefined {
  for (const [, reads] of members) {
    if (reads.some((read) => readValue(read, values) !== undefined)) continue;
    const read = reads.find((one) => 'field' in one);
    if (read !== undefined && 'field' in read) return {rule: 'required-cell-empty', facts: {}, field: read.field};
  }
  return undefined;
}

function bagOf(bags: readonly (readonly [string, readonly Read[]])[], values: Values): Codes {
  const bag: Record<string, readonly Code[]> = {};
  for (const [concept, reads] of bags) {
    const codes = reads.flatMap((read) => {
      const value = readValue(read, values);
      return typeof value === 'object' ? wordsOf(value) : value === undefined ? [] : [String(value)];
    });
    if (codes.length > 0) bag[concept] = codes.length === 1 ? codes : [...new Set(codes)];
  }
  return bag;
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
