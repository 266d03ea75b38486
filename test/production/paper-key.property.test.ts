/** A recovery paper with wrong words, whichever and wherever: read as it was meant and said, or refused; never read as another. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {openPapers} from '#production/open-papers';
import {readPaper, WORDS, wordsOf} from '#production/paper-key';
import {PAPER_WORDS} from '#production/paper-words';
import {publicOf, recoveryId, recoveryPrivate, wrapTo} from '#production/recovery-wrap';

const secret = fc.uint8Array({minLength: 16, maxLength: 16});
const papers = fc
  .record({
    enough: fc.integer({min: 1, max: 15}),
    number: fc.integer({min: 1, max: 15}),
    key: fc.uint8Array({minLength: 2, maxLength: 2}),
    secret,
  })
  .map(({key, ...rest}) => ({...rest, key: Buffer.from(key).toString('hex')}));
/** So many places, each with a word that is not the one there. */
const wrong = (count: number) =>
  fc.uniqueArray(fc.record({place: fc.nat(WORDS - 1), by: fc.integer({min: 1, max: 255})}), {
    minLength: count,
    maxLength: count,
    selector: ({place}) => place,
  });
const typed = (words: readonly string[], slips: readonly {readonly place: number; readonly by: number}[]) =>
  words
    .map((word, i) => {
      const slip = slips.find(({place}) => place === i);
      return slip === undefined ? word : PAPER_WORDS[(PAPER_WORDS.indexOf(word) + slip.by) % 256];
    })
    .join(' ');
const placesOf = (slips: readonly {readonly place: number}[]) =>
  slips.map(({place}) => place + 1).toSorted((a, b) => a - b);

test('every other word at every place is read as the one that is meant, and its place is said', () => {
  const paper = {enough: 2, number: 3, key: '07ff', secret: Uint8Array.from({length: 16}, (_, i) => 255 - i * 7)};
  const words = wordsOf(paper);
  for (let place = 0; place < WORDS; place++)
    for (let by = 1; by < 256; by++)
      expect(readPaper(typed(words, [{place, by}]))).toEqual({ok: true, value: {paper, corrected: [place + 1]}});
});

test('one or two wrong words of any paper', () => {
  fc.assert(
    fc.property(papers, fc.oneof(wrong(1), wrong(2)), (paper, slips) => {
      expect(readPaper(typed(wordsOf(paper), slips))).toEqual({ok: true, value: {paper, corrected: placesOf(slips)}});
    }),
    {numRuns: 400},
  );
});

test('three are refused, whichever they are', () => {
  fc.assert(
    fc.property(papers, wrong(3), (paper, slips) => {
      expect(readPaper(typed(wordsOf(paper), slips))).toMatchObject({
        ok: false,
        refusal: {reason: 'paper-not-readable'},
      });
    }),
    {numRuns: 2000},
  );
});

test('whatever is typed, a place opens with its own key or not at all', () => {
  const master = Uint8Array.from({length: 32}, (_, i) => i);
  fc.assert(
    fc.property(secret, fc.integer({min: 0, max: 8}).chain(wrong), (bytes, slips) => {
      const half = publicOf(recoveryPrivate(bytes));
      const id = recoveryId(half);
      const words = wordsOf({enough: 1, number: 1, key: id, secret: bytes});
      const copies = [{workspace: 'office-1', check: '', keys: [{id, enough: 1, ...wrapTo(half, 'office-1', master)}]}];
      const opened = openPapers([typed(words, slips)], 'office-1', copies);
      expect(opened.ok).toBe(slips.length <= 2);
      if (opened.ok) expect(opened.value).toEqual({master: Buffer.from(master), key: id, corrected: [placesOf(slips)]});
    }),
    {numRuns: 300},
  );
});
