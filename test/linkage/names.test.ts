/** Names: how the origins the register knows write one name, and what holds for any two. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {PART} from '../../src/linkage/comparison.ts';
import {nameComparison} from '../../src/linkage/comparisons/name.ts';
import {makeFolding} from '../../src/linkage/folding/folding-table.ts';
import {letters, words} from '../../src/linkage/folding/letters.ts';
import {SHIPPED} from '../../src/linkage/folding/shipped.ts';

const names = nameComparison();
const levelOf = (a: string, b: string, comparison = names) => {
  const [one, other] = [comparison.prepare(a), comparison.prepare(b)];
  return one === undefined || other === undefined ? 'missing' : comparison.levels[comparison.level(one, other)];
};

describe('the same name', () => {
  test.each([
    ['Vietnamese without tones', 'Nguyễn Thị Hương', 'NGUYEN THI HUONG', 'exact'],
    ['Vietnamese, order and sex marker', 'Nguyễn Thị Hương', 'Huong Nguyen', 'exact'],
    ['Vietnamese, run together', 'Nguyenthihuong', 'Nguyễn Thị Hương', 'variant'],
    ['Vietnamese, a regional family name', 'Hoàng Văn Đức', 'Duc Huynh', 'variant'],
    ['Vietnamese, no middle name', 'Trần Thị Thu Hà', 'Tran Ha', 'contained'],
    ['Danish, spelled out', 'Søren Kjærgård', 'Soeren Kjaergaard', 'variant'],
    ['Danish, letters lost', 'Søren Kjærgård', 'Soren Kjargard', 'variant'],
    ['Danish å and aa', 'Åse Nygård', 'Aase Nygaard', 'variant'],
    ['German', 'Jürgen Müller', 'Juergen Mueller', 'variant'],
    ['Romanian, comma and cedilla', 'Ștefan Țurcanu', 'Ştefan Ţurcanu', 'exact'],
    ['Romanian, letters lost', 'Ștefan Țurcanu', 'TURCANU Stefan', 'exact'],
    ['Romanian, before 1993', 'Pîrvu Ion', 'Ion Pârvu', 'variant'],
    ['Yoruba, dots lost', 'Ọlúṣẹ́gun Adébáyọ̀', 'Olusegun Adebayo', 'exact'],
    ['Yoruba, as heard', 'Ṣadé Adébáyọ̀', 'Shade Adebayo', 'variant'],
    ['Edo, native and English name', 'Blessing Osaretin Omoregie', 'Omoregie Blessing', 'contained'],
    ['Igbo, as heard', 'Chidinma Nwachukwu', 'Chidimma Nwachuku', 'variant'],
    ['Thai, p and ph', 'Siriporn Supaporn', 'Siriphon Suphaphon', 'variant'],
    ['Thai, t and th, v and w', 'Wanthana Thongchai', 'Vantana Tongchai', 'variant'],
    ['Thai, finals', 'Bhumibol', 'Phumiphon', 'variant'],
    ['Thai, long vowels', 'Boonmee Somjai', 'Bunmi Somchai', 'variant'],
    ['Arabic, vowels', 'Mohammed Yousef', 'Muhamad Yusuf', 'variant'],
    ['Arabic, the article', 'Ahmed Al-Hassan', 'Ahmad Alhassan', 'variant'],
    ['Cyrillic', 'Юлия Иванова', 'Yuliia Ivanova', 'variant'],
    ['Ukrainian by way of Russian', 'Olena Kovalenko', 'Elena Kovalenko', 'variant'],
    ['given names run together', 'Annemarie Hansen', 'Anne Marie Hansen', 'variant'],
    ['hyphen', 'Anne-Marie Hansen', 'Hansen, Anne Marie', 'exact'],
    ['apostrophe', 'O’Brien Sean', "Sean O'Brien", 'exact'],
    ['initial', 'J. Smith', 'John Smith', 'contained'],
    ['short name', 'Bob Smith', 'Robert Smith', 'variant'],
    ['alias', 'Mimi; Joy Osas', 'Osas, Joy', 'exact'],
    ['alias, named so', 'Jane Doe alias Maria Roe', 'Maria Roe', 'exact'],
    ['columns the other way round', `jane${PART}doe`, `doe${PART}jane`, 'exact'],
    ['misspelt', 'Michelle Hansen', 'Michele Hanssen', 'variant'],
    ['only a family name', `${PART}Hansen`, `Karen${PART}Hansen`, 'part'],
    ['a title', 'Dr. Karen Hansen', 'Karen Hansen', 'exact'],
  ])('%s: %s, %s', (_, a, b, level) => {
    expect(levelOf(a, b)).toBe(level);
    expect(levelOf(b, a)).toBe(level);
  });
});

describe('another name', () => {
  test.each([
    ['a syllable is a name', 'Nguyen Van Hung', 'Nguyen Thi Huong', 'resembling'],
    ['only the family name', 'Tran Thi Mai', 'Tran Thi Lan', 'one-word'],
    ['like consonants', 'Hassan Ali', 'Hussein Ali', 'one-word'],
    ['brothers', 'Ben Smith', 'Tom Smith', 'one-word'],
    ['another initial', 'J. Smith', 'Mary Smith', 'one-word'],
    ['nothing alike', 'Karen Hansen', 'Bilal Qureshi', 'else'],
    ['no name', 'NN', 'Karen Hansen', 'missing'],
    ['emoji', '😀😀', 'Karen Hansen', 'missing'],
    ['a sex marker', 'Thi', 'Karen Hansen', 'missing'],
  ])('%s: %s, %s', (_, a, b, level) => expect(levelOf(a, b)).toBe(level));
});

test('a letter that is a base and a mark, or one sign, is the same', () => {
  expect(levelOf('Hu\u031bo\u031bng'.normalize('NFD'), 'Hương'.normalize('NFC'))).toBe('exact');
});

test('signs of direction part nothing, and other scripts stand', () => {
  expect(levelOf('\u200fمحمد\u200f علي', 'علي محمد')).toBe('exact');
  expect(levelOf('สมชาย ใจดี', 'ใจดี สมชาย')).toBe('exact');
});

test('an office adds a table, and its own of one id takes the place of ours', () => {
  const same = [['kofi', 'friday']] as const;
  expect(levelOf('Kofi Mensah', 'Friday Mensah')).toBe('one-word');
  expect(levelOf('Kofi Mensah', 'Friday Mensah', nameComparison([{id: 'ghanaian', same}]))).toBe('variant');
  expect(levelOf('Bob Smith', 'Robert Smith', nameComparison([{id: 'english-short', same}]))).toBe('one-word');
});

test('what a table reads is its text, not a pattern', () => {
  const {read} = makeFolding({
    id: 'odd',
    read: [
      ['.*', 'x'],
      ['(a+)+$', 'y'],
      ['^q$', 'k'],
      ['qu$', 'k'],
    ],
  });
  expect([read('aaaa'), read('ab'), read('q'), read('qu'), read('quq')]).toEqual(['a', 'ab', 'k', 'k', 'quq']);
});

test('tables read folded letters, and each piece is one', () => {
  for (const {read = [], told = [], same = [], ignored = [], ignoredWhenTold = []} of SHIPPED) {
    const pieces = [...read.flat(), ...told, ...same.flat(), ...ignored, ...ignoredWhenTold];
    expect(pieces.filter((piece) => !/^\^?[a-z]*\$?$/.test(piece))).toEqual([]);
    expect(new Set(read.map(([from]) => from)).size).toBe(read.length);
    expect(new Set(same.flat()).size).toBe(same.flat().length);
  }
});

const seed = 2013;
const word = fc.oneof(
  fc.constantFrom(
    'nguyen',
    'thi',
    'huong',
    'hung',
    'anne',
    'marie',
    'annemarie',
    'mai',
    'j',
    'somchai',
    'somjai',
    'osas',
  ),
  fc.string({unit: fc.constantFrom('a', 'n', 'e', 'o', 'm', 'h'), minLength: 1, maxLength: 8}),
);
const wordsOfAName = fc.array(word, {minLength: 1, maxLength: 5});
const anyText = fc
  .array(fc.integer({min: 0, max: 0xffff}), {maxLength: 60})
  .map((units) => String.fromCharCode(...units));
const written = fc.oneof(
  wordsOfAName.map((found) => found.join(' ')),
  fc.tuple(wordsOfAName, wordsOfAName).map(([a, b]) => `${a.join(' ')}; ${b.join(' ')}`),
  anyText,
);

test('the level of two names does not depend on which is first', () => {
  fc.assert(
    fc.property(written, written, (a, b) => {
      expect(levelOf(a, b)).toBe(levelOf(b, a));
      const [one, other] = [names.prepare(a), names.prepare(b)];
      if (one && other) {
        expect(names.shared?.(one, other).toSorted()).toEqual(names.shared?.(other, one).toSorted());
      }
    }),
    {seed, numRuns: 5000},
  );
});

test('a name is exactly itself, whatever the order of its words', () => {
  fc.assert(
    fc.property(wordsOfAName, fc.nat(), (found, turn) => {
      const turned = [...found.slice(turn % found.length), ...found.slice(0, turn % found.length)];
      expect(['exact', 'missing']).toContain(levelOf(found.join(' '), turned.join(' ').toUpperCase()));
    }),
    {seed, numRuns: 1000},
  );
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = words(letters(text)).join(' ');
      expect(words(letters(once)).join(' ')).toBe(once);
    }),
    {seed, numRuns: 2000},
  );
});

test.each([
  ['ten thousand letters', 'a'.repeat(10_000)],
  ['ten thousand words', 'ab '.repeat(10_000)],
  ['ten thousand names', 'Jane Doe;'.repeat(10_000)],
  ['ten thousand marks on a letter', `a${'\u0301\u0323'.repeat(5000)}`],
  ['ten thousand hyphens', '-'.repeat(10_000)],
  ['emoji', '👩‍👩‍👧‍👦'.repeat(2000)],
  ['letters that unfold', '\ufdfa'.repeat(10_000)],
  ['half of a pair', '\ud83d'.repeat(10_000)],
])('%s: in time, and alike to itself where there is a name', (_, text) => {
  const start = performance.now();
  expect(['exact', 'missing']).toContain(levelOf(text, text));
  expect(['exact', 'missing', 'else', 'part', 'one-word']).toContain(levelOf(text, 'Karen Hansen'));
  expect(performance.now() - start).toBeLessThan(1000);
});
