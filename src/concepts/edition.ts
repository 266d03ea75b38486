/**
 * An edition: one frozen compilation of one period. What it was counted from and by is named exactly, so that it can be compiled
 * again years and facts later. Nothing released is ever changed: a correction is a new edition that names the old one.
 */
import type {Brand} from '#kit/brand';
import type {Instant} from '#kit/instant';
import type {LanguageTag} from './labels.ts';
import {type Period, periodId} from './period.ts';

/** `2013-internal-1`: period, kind, and a number that counts from 1 within both. */
export type EditionId = Brand<string, 'EditionId'>;

export const EDITION_KINDS = ['internal', 'public'] as const;
export type EditionKind = (typeof EDITION_KINDS)[number];

/**
 * `approved` and not yet `released`: under embargo. `corrected`: a later edition names this one in its erratum. `returned`: it was sent
 * back instead of being approved, and never will be.
 */
export const EDITION_STATES = ['draft', 'validated', 'returned', 'approved', 'released', 'corrected'] as const;
export type EditionState = (typeof EDITION_STATES)[number];

export interface Edition {
  readonly id: EditionId;
  readonly period: Period;
  readonly kind: EditionKind;
  /** Recorded time: the register is read as it stood then. */
  readonly cutOff: Instant;
  readonly languages: readonly LanguageTag[];
  readonly profile: EditionProfile;
  readonly program: EditionProgram;
  /** The disclosure policy. */
  readonly policy: string;
  /** For whatever is drawn by chance. */
  readonly seed: number;
}

export interface EditionProfile {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

/** Under the same of these, an edition compiles to the same bytes. */
export interface EditionProgram {
  readonly version: string;
  /** SHA-256 of the lockfile; null where the program runs from its package, which is one bundle per version. */
  readonly lockfile: string | null;
  readonly node: string;
  readonly os: string;
  readonly arch: string;
}

const brand = (text: string) => text as EditionId;
const FORM = /^((?:\d{4})|(?:\d{4}-\d\d-\d\d--\d{4}-\d\d-\d\d))-(internal|public)-([1-9]\d*)$/;

export const editionId = (period: Period, kind: EditionKind, number: number): EditionId =>
  brand(`${periodId(period)}-${kind}-${number}`);

/** Undefined when it is not in an edition's form; whether there is such an edition is another question. */
export const parseEditionId = (text: string): EditionId | undefined =>
  FORM.test(text.trim()) ? brand(text.trim()) : undefined;

export const parseEditionKind = (text: string): EditionKind | undefined => EDITION_KINDS.find((kind) => kind === text);
