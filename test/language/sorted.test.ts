/** Lists that are looked up by their words, in the order a reader of the language looks. */
import {expect, test} from 'vitest';
import {sortedIn} from '#language/sorted';

const same = (text: string) => text;

test('in Danish æ, ø and å are last, and aa is å', () => {
  const names = ['Åland', 'Zambia', 'Østrig', 'albanien', 'Ægypten', 'Aabenraa', 'Bénin', 'Belgien'];
  expect(sortedIn(names, 'da', same)).toEqual([
    'albanien',
    'Belgien',
    'Bénin',
    'Zambia',
    'Ægypten',
    'Østrig',
    'Aabenraa',
    'Åland',
  ]);
});

test('in English they are where their plain letters are', () => {
  expect(sortedIn(['Zambia', 'Åland', 'Østrig', 'Albania'], 'en', same)).toEqual([
    'Åland',
    'Albania',
    'Østrig',
    'Zambia',
  ]);
});
