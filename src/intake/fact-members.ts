/** The members of each fact a layout may make, and what kind of value each takes; `!` marks what the fact cannot be without. */
import type {FactKind} from '#register/fact';

export type MemberKind = 'date' | 'code' | 'number' | 'text' | 'age';

export interface Member {
  readonly kind: MemberKind;
  readonly required: boolean;
  /** The list its codes are of, by the profile's convention. */
  readonly list?: string;
  /** Of a number: what lies outside is a slip of the pen, whoever wrote it. */
  readonly min?: number;
  readonly max?: number;
}

const on = {kind: 'date', required: true} as const;
const ended = {kind: 'date', required: false} as const;
const days = {kind: 'number', required: true, min: 0, max: 3650} as const;
const children = {kind: 'number', required: true, min: 0, max: 30} as const;
const year = {kind: 'number', required: false, min: 1900, max: 2100} as const;

export const MEMBERS: Readonly<Partial<Record<FactKind, Readonly<Record<string, Member>>>>> = {
  contact: {on},
  assessment: {
    on,
    by: {kind: 'code', required: true, list: 'authority'},
    outcome: {kind: 'code', required: true, list: 'outcome'},
    age: {kind: 'age', required: false},
  },
  exploitation: {on},
  characteristics: {on},
  'residence-status': {on, status: {kind: 'code', required: true, list: 'residence'}},
  'asylum-claim': {on, ended},
  charge: {on, ended},
  'departure-deadline': {on, days},
  'reflection-period': {on, days},
  'prepared-return': {
    on,
    completed: {kind: 'date', required: false},
    operator: {kind: 'code', required: true, list: 'operator'},
    children,
  },
  children: {on, accompanying: children},
  'case-complex': {on, complex: {kind: 'text', required: true}},
  attestation: {on, earlier: {kind: 'text', required: true}, year},
};

/** Facts that carry codes by concept. */
export const WITH_CODES: ReadonlySet<FactKind> = new Set(['contact', 'assessment', 'exploitation', 'characteristics']);
