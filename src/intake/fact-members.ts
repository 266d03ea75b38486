/** The members of each fact a layout may make, and what kind of value each takes; `!` marks what the fact cannot be without. */
import type {FactKind} from '#register/fact';

export type MemberKind = 'date' | 'code' | 'number' | 'text' | 'age';

export interface Member {
  readonly kind: MemberKind;
  readonly required: boolean;
  /** The list its codes are of, by the profile's convention. */
  readonly list?: string;
}

const on = {kind: 'date', required: true} as const;
const ended = {kind: 'date', required: false} as const;

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
  'departure-deadline': {on, days: {kind: 'number', required: true}},
  'reflection-period': {on, days: {kind: 'number', required: true}},
  'prepared-return': {
    on,
    completed: {kind: 'date', required: false},
    operator: {kind: 'code', required: true, list: 'operator'},
    children: {kind: 'number', required: true},
  },
  children: {on, accompanying: {kind: 'number', required: true}},
  'case-complex': {on, complex: {kind: 'text', required: true}},
  attestation: {on, earlier: {kind: 'text', required: true}, year: {kind: 'number', required: false}},
};

/** Facts that carry codes by concept. */
export const WITH_CODES: ReadonlySet<FactKind> = new Set(['contact', 'assessment', 'exploitation', 'characteristics']);
