/** A recovery paper as it is typed: what is meant is read, what may be meant is not. */
import {expect, test} from 'vitest';
import {within} from '#kit/nearest';
import {readPaper, WORDS, wordsOf} from '#production/paper-key';
import {PAPER_WORDS} from '#production/paper-words';
import {value} from './edition-office.ts';

const paper = {enough: 1, number: 1, key: '3fa9', secret: Uint8Array.from({length: 16}, (_, i) => i * 15)};
const words = wordsOf(paper);
const typed = (change: (all: string[]) => void) => {
  const all = [...words];
  change(all);
  return readPaper(all.join(' '));
};

test('the words are 256, three letters apart, and begin differently', () => {
  expect(PAPER_WORDS).toHaveLength(256);
  expect(new Set(PAPER_WORDS.map((word) => word.slice(0, 4))).size).toBe(256);
  for (const word of PAPER_WORDS) {
    expect(word).toMatch(/^[a-z]{4,9}$/);
    expect(within(2, word, PAPER_WORDS)).toEqual([word]);
  }
});

test('as printed, in capitals, numbered over lines', () => {
  expect(words).toHaveLength(WORDS);
  const expected = {paper, corrected: []};
  expect(value(readPaper(words.join(' ')))).toEqual(expected);
  expect(value(readPaper(words.join('\n').toUpperCase()))).toEqual(expected);
  expect(value(readPaper(words.map((word, i) => `${i + 1}. ${word},`).join('    ')))).toEqual(expected);
  const line = '─'.repeat(40);
  expect(value(readPaper(`Recovery paper 1 of 1: Anne\n${line}\n${words.join(' ')}\n${line}\nKeep it`))).toEqual(
    expected,
  );
});

test('a letter wrong, left out, put in or swapped is said and read', () => {
  const [word = ''] = words;
  const slips = [`${word}x`, word.slice(1), `q${word.slice(1)}`, `${word[1]}${word[0]}${word.slice(2)}`];
  for (const slip of slips) {
    const read = value(typed((all) => all.splice(0, 1, slip)));
    expect(read).toEqual({paper, corrected: [1]});
  }
});

test('two wrong words are read by the checks; three are refused wherever they are', () => {
  const other = (word = '') => PAPER_WORDS[(PAPER_WORDS.indexOf(word) + 7) % 256] ?? '';
  const wrong = (...at: readonly number[]) =>
    readPaper(words.map((word, i) => (at.includes(i) ? other(word) : word)).join(' '));
  expect(value(wrong(4))).toEqual({paper, corrected: [5]});
  expect(value(wrong(23, 4))).toEqual({paper, corrected: [5, 24]});
  for (let i = 0; i < 22; i++) expect(wrong(i, i + 1, i + 2)).toMatchObject({refusal: {reason: 'paper-not-readable'}});
});

test('words that are none, and too few or too many', () => {
  expect(value(typed((all) => all.splice(2, 2, '?', 'unreadable')))).toMatchObject({paper, corrected: [3, 4]});
  const five = typed((all) => all.splice(0, 5, 'aaaa', 'bbbb', 'cccc', 'dddd', 'eeee'));
  expect(five).toMatchObject({refusal: {reason: 'paper-not-readable', strange: [1, 2, 3, 4, 5]}});
  expect(typed((all) => all.pop())).toMatchObject({refusal: {reason: 'paper-words-missing', words: 23}});
  expect(typed((all) => all.push('hund'))).toMatchObject({refusal: {reason: 'paper-words-missing', words: 25}});
  expect(JSON.stringify(five)).not.toContain('aaaa');
});
