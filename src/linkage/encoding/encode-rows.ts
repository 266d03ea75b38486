/**
 * A table made into one that can be sent: a column for each field, encoded as the policy reads it, and a column that names
 * the record. With it the policy by which such tables are linked. Nothing of a row goes out but what is encoded here.
 */
import type {KeyedDigest} from '#kit/keyed-digest';
import {isMissing, joined, missingTexts} from '../fields.ts';
import type {FieldKind, FieldPolicy, LinkPolicy} from '../policy.ts';
import {type FilterKind, filterEncoder} from './bloom-filter.ts';
import type {EncodedKind} from './encoded-words.ts';
import {textToken, tokenEncoder} from './keyed-tokens.ts';

export const ENCODED_AS = ['tokens', 'filters'] as const;
export type EncodedAs = (typeof ENCODED_AS)[number];

/** What names a record in the list that is sent: the list and its row, its id under the key, or its id. */
export const NAMED_BY = ['row', 'keyed', 'as-is'] as const;
export type NamedBy = (typeof NAMED_BY)[number];

export interface HowEncoded {
  readonly as: EncodedAs;
  readonly id: NamedBy;
  /** What the list is called: rows of two lists put together are told apart by it. */
  readonly list: string;
}

/** Says no before a row is read. */
export type EncodingRefusal =
  | {readonly reason: 'already-encoded'; readonly field: string}
  | {readonly reason: 'no-id-column'};

export interface EncodedField {
  readonly field: string;
  readonly kind: FieldKind;
  readonly encoded: number;
  /** Nothing recorded. */
  readonly missing: number;
  /** Something is, and it cannot be read as what the field is. */
  readonly unread: number;
}

export interface RowEncoder {
  readonly columns: readonly string[];
  /** Cells in the order of `columns`. */
  encode(row: readonly string[], at: number): readonly string[];
  /** So far. */
  fields(): readonly EncodedField[];
}

export function encodingRefusal(policy: LinkPolicy, {id}: HowEncoded): EncodingRefusal | undefined {
  const [field] = Object.entries(policy.fields).find(([, {kind}]) => !isPlain(kind)) ?? [];
  if (field !== undefined) return {reason: 'already-encoded', field};
  return id !== 'row' && policy.id === undefined ? {reason: 'no-id-column'} : undefined;
}

/** The fields whose other names are not sent: an encoded value has no alternatives. */
export const leftOut = ({fields}: LinkPolicy): readonly string[] =>
  Object.entries(fields).flatMap(([name, {aliases}]) => (aliases === undefined ? [] : [`${name}.aliases`]));

/** By which encoded tables are linked. Missing words and spellings are in what is encoded; blocking is chosen anew. */
export function encodedPolicy(policy: LinkPolicy, how: HowEncoded): LinkPolicy {
  const {id, apart} = columnNames(policy);
  const fields = Object.entries(policy.fields).map(([name, {kind, proves}]): [string, FieldPolicy] => [
    name,
    {kind: encodedKind(kind, how), columns: [name], ...(proves === undefined ? {} : {proves})},
  ]);
  const {thresholds, seed} = policy;
  return {
    id,
    fields: Object.fromEntries(fields),
    ...(thresholds === undefined || Object.keys(thresholds).length === 0 ? {} : {thresholds}),
    ...(apart === undefined ? {} : {'one-to-one': apart}),
    ...(seed === undefined ? {} : {seed}),
  };
}

export function rowEncoder(
  known: readonly string[],
  policy: LinkPolicy,
  how: HowEncoded,
  keyed: KeyedDigest,
): RowEncoder {
  const missing = missingTexts(policy);
  const {id, apart} = columnNames(policy);
  const cellOf = (column: string) => {
    const at = known.indexOf(column);
    return (row: readonly string[]) => (row[at] ?? '').trim();
  };
  const names = nameRecord(how, policy.id === undefined ? () => '' : cellOf(policy.id), keyed);
  const oneToOne = policy['one-to-one'];
  const source = oneToOne === undefined ? undefined : {text: cellOf(oneToOne), token: textToken('one-to-one', keyed)};
  const fields = Object.entries(policy.fields).map(([field, {kind, columns}]) => ({
    field,
    kind: encodedKind(kind, how),
    cells: columns.map(cellOf),
    encode: kept(encoderOf(kind, how, keyed, policy)),
    count: {encoded: 0, missing: 0, unread: 0},
  }));
  return {
    columns: [id, ...fields.map(({field}) => field), ...(apart === undefined ? [] : [apart])],
    encode: (row, at) => [
      names(row, at),
      ...fields.map(({cells, encode, count}) => {
        const texts = cells.map((cell) => cell(row));
        const text = joined(texts.map((one) => (isMissing(one, missing) ? '' : one)));
        const encoded = text === '' ? '' : encode(text);
        count[encoded !== '' ? 'encoded' : text === '' ? 'missing' : 'unread']++;
        return encoded;
      }),
      ...(source === undefined ? [] : [source.token(source.text(row))]),
    ],
    fields: () => fields.map(({field, kind, count}) => ({field, kind, ...count})),
  };
}

type PlainKind = Extract<FieldKind, EncodedKind>;
const isPlain = (kind: FieldKind): kind is PlainKind => kind !== 'keyed-tokens' && kind !== 'bloom-filter';
const isFilterKind = (kind: FieldKind): kind is FilterKind => kind === 'name' || kind === 'date' || kind === 'text';

const encodedKind = (kind: FieldKind, {as}: HowEncoded): FieldKind =>
  as === 'filters' && isFilterKind(kind) ? 'bloom-filter' : 'keyed-tokens';

function encoderOf(kind: FieldKind, {as}: HowEncoded, keyed: KeyedDigest, {folding}: LinkPolicy) {
  if (as === 'filters' && isFilterKind(kind)) return filterEncoder(kind, keyed, folding);
  return isPlain(kind) ? tokenEncoder(kind, keyed, folding) : () => '';
}

/** No column twice, whatever the policy calls its fields. */
function columnNames({fields, 'one-to-one': oneToOne}: LinkPolicy) {
  const taken = new Set(Object.keys(fields));
  const free = (name: string): string => (taken.has(name) ? free(`${name}_`) : name);
  const id = free('id');
  taken.add(id);
  return {id, apart: oneToOne === undefined ? undefined : free(oneToOne)};
}

function nameRecord({id, list}: HowEncoded, idOf: (row: readonly string[]) => string, keyed: KeyedDigest) {
  switch (id) {
    case 'row':
      return (_: readonly string[], at: number) => `${list}-${at}`;
    case 'keyed': {
      const token = textToken('id', keyed);
      return (row: readonly string[]) => token(idOf(row));
    }
    case 'as-is':
      return idOf;
  }
}

const MOST_KEPT = 20_000;

/** Of values that come again. */
function kept(encode: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const encoded = encode(text);
    if (known.size < MOST_KEPT) known.set(text, encoded);
    return encoded;
  };
}
