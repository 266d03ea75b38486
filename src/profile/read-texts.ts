/** The statement's texts, guarded words and commentaries, each in the language its file name says. */
import type {Commentary} from '#document/commentary';
import type {GuardedWords} from '#document/guarded-words';
import type {Outline} from '#document/outline';
import type {Reading} from './fault.ts';
import type {ProfileFiles} from './text-file.ts';

export interface Texts {
  readonly outlines: readonly Outline[];
  readonly guardedWords: readonly GuardedWords[];
  readonly commentaries: readonly Commentary[];
}

export function readTexts(_files: ProfileFiles): Reading<Texts> {
  return {value: {outlines: [], guardedWords: [], commentaries: []}, findings: []};
}
