import type {FoldingTable} from './folding/folding-table.ts';

/**
 * What an office says about a table before it is linked: which columns are which kind of thing. All else has a default.
 * The same object is a YAML file at the edge (docs/method/linkage.md).
 */
export interface LinkPolicy {
  /** The column that names a record; else its 0-based row does. It never enters the model. */
  readonly id?: string;
  /** Texts that mean nothing is recorded, whatever their case. */
  readonly missing?: readonly string[];
  readonly fields: Readonly<Record<string, FieldPolicy>>;
  readonly thresholds?: {readonly link?: number; readonly review?: number};
  /** Rules of keys that must agree: a field, or a field and one of its keys: `name.family`. */
  readonly blocking?: readonly (readonly string[])[];
  /** No two records of one value of this column are the same person: two files of distinct persons. */
  readonly 'one-to-one'?: string;
  readonly seed?: number;
  /** Spellings the office knows of; one with the id of a table that ships takes its place. */
  readonly folding?: readonly FoldingTable[];
}

export type {FoldingTable};

export interface FieldPolicy {
  readonly kind: FieldKind;
  readonly columns: readonly string[];
  /** A column of other names, parted by `;`. */
  readonly aliases?: string;
  /** Agreement on the whole value proves that two records are one person. */
  readonly proves?: boolean;
}

export const FIELD_KINDS = [
  'name',
  'date',
  'code',
  'identifier',
  'phone',
  'text',
  // What an agency encoded before it sent it (docs/method/linkage-without-names.md).
  'keyed-tokens',
  'bloom-filter',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export const MISSING = [
  '',
  '-',
  '--',
  '?',
  'ukendt',
  'unknown',
  'n/a',
  'na',
  'nan',
  'null',
  'none',
  'uoplyst',
] as const;
export const THRESHOLDS = {link: 0.5, review: 0.2} as const;

/** In force where the policy says nothing: nobody looks at what is linked. */
export function thresholdsOf({thresholds = {}}: LinkPolicy): {readonly link: number; readonly review: number} {
  const {link = THRESHOLDS.link} = thresholds;
  return {link, review: thresholds.review ?? Math.min(THRESHOLDS.review, link)};
}

export interface ThresholdFault {
  readonly key: 'link' | 'review';
  readonly fault: 'no-probability' | 'review-above-link';
  readonly link: number;
  readonly review: number;
}

export function thresholdFault(policy: LinkPolicy): ThresholdFault | undefined {
  const {link, review} = thresholdsOf(policy);
  const isProbability = (value: number) => value > 0 && value < 1;
  if (!isProbability(link)) return {key: 'link', fault: 'no-probability', link, review};
  if (!isProbability(review)) return {key: 'review', fault: 'no-probability', link, review};
  return review > link ? {key: 'review', fault: 'review-above-link', link, review} : undefined;
}

/** The columns that are read. */
export const columnsOf = ({fields, 'one-to-one': oneToOne, id}: LinkPolicy): readonly string[] => [
  ...new Set([
    ...Object.values(fields).flatMap(({columns, aliases}) => (aliases === undefined ? columns : [...columns, aliases])),
    ...(oneToOne === undefined ? [] : [oneToOne]),
    ...(id === undefined ? [] : [id]),
  ]),
];
