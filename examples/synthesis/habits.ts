/** How busy people fill in forms: what is not known is left blank, a dash or "ukendt"; keys are followed by a space. */
import type {Random} from './random.ts';

export interface Habits {
  /** A coded cell. */
  coded(word: string): string;
  /** A cell of free text, a name or a number. */
  text(words: string | undefined): string;
}

export const habitsOf = (random: Random): Habits => ({
  coded: (word) => (word === '' ? random.pick(['', '', 'ukendt', 'Ukendt', '-']) : trailing(random, word)),
  text: (words) => (words === undefined || words === '' ? (random.chance(0.1) ? '-' : '') : trailing(random, words)),
});

const trailing = (random: Random, text: string) => (random.chance(0.03) ? `${text} ` : text);
