/** A reason written about persons tells of none of them, however their names, numbers and birthdays are set in it. Invented persons. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {PartialDate} from '#kit/partial-date';
import {parsePartialDate} from '#kit/partial-date';
import {identityIn} from '#production/screened-identities';
import type {Identity} from '#register/identity';

const NAMES = [
  ...[
    'Nguyễn',
    'Thị',
    'Lan',
    'Phương',
    'Izetestwa',
    'Blessing',
    'Okafor',
    'Ștefănescu',
    'Łukasz',
    'Sørensen',
    'Åse',
    'Müller',
  ],
  ...[
    "O'Brien",
    'Ana-Maria',
    'Mohammed',
    'Иванова',
    'Chidinma',
    'Holm',
    'May',
    'Will',
    'Dan',
    'Grace',
    'Thomas',
    'ÆGIDIUS',
  ],
];
/** What the linkage leaves out of names. */
const NO_NAMES = /^(thị|thi|van)$/iu;
const named = fc.array(fc.constantFrom(...NAMES), {minLength: 1, maxLength: 4});
const known = fc.record({
  words: named,
  year: fc.integer({min: 1930, max: 2012}),
  month: fc.integer({min: 1, max: 12}),
  day: fc.integer({min: 1, max: 28}),
  serial: fc.integer({min: 0, max: 9999}),
  foreign: fc.integer({min: 100_000, max: 999_999_999}),
  phone: fc.integer({min: 20_000_000, max: 99_999_999}),
});
type Known = typeof known extends fc.Arbitrary<infer T> ? T : never;

const two = (n: number) => String(n).padStart(2, '0');
const dateOf = (text: string): PartialDate => parsePartialDate(text) ?? expect.unreachable(text);
const cprOf = ({year, month, day, serial}: Known) =>
  `${two(day)}${two(month)}${two(year % 100)}${String(serial).padStart(4, '0')}`;
const identityOf = (one: Known): Identity => ({
  names: [
    {text: one.words.slice(0, 2).join(' '), kind: 'name'},
    ...one.words.slice(2).map((text) => ({text, kind: 'alias'}) as const),
  ],
  identifiers: [
    {scheme: 'cpr', value: cprOf(one)},
    {scheme: 'us-person', value: String(one.foreign)},
  ],
  birth: {date: dateOf(`${one.year}-${two(one.month)}-${two(one.day)}`), assessed: false},
  phones: [`+45 ${one.phone}`],
});

const MONTHS = {
  da: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;
const daysOf = ({year, month, day}: Known): readonly string[] => {
  const [y, m, d] = [two(year % 100), two(month), two(day)];
  const [da = '', en = ''] = [MONTHS.da[month - 1], MONTHS.en[month - 1]];
  return [
    ...[
      `${d}.${m}.${year}`,
      `${day}/${month}-${y}`,
      `${year}-${m}-${d}`,
      `${day} ${en} ${year}`,
      `${day}. ${da} ${year}`,
    ],
    ...[
      `${d}${m}${y}`,
      `${d}${m}${year}`,
      `${year}${m}${d}`,
      `${d} ${m} ${y}`,
      `${d}-${m}-${y}`,
      `${month}/${day}/${year}`,
    ],
    ...[`${day}. ${da.slice(0, 3)}. ${year}`, `${en} ${day}, ${year}`, `${day}th of ${en}, ${year}`, `${y}${m}${d}`],
    ...[
      `${d}. ${m}. ${year}`,
      `${en} ${year}`,
      `${da} ${y}`,
      `${m}/${year}`,
      `${year}-${m}`,
      `${day}. ${da.toUpperCase()} '${y}`,
    ],
  ];
};

const around = fc.tuple(
  fc.constantFrom('', 'same scar as ', 'Samme ar: ', 'seen, “', 'the photographs of ('),
  fc.constantFrom('', ' in both files', '.', '”, twice', ') agree', '?!'),
);
/** Digits with something between some of them. */
const grouped = (digits: string) =>
  fc
    .array(fc.constantFrom('', '', ' ', '.', '-', '/', ' - ', '\u00a0', '–', '_'), {
      minLength: digits.length,
      maxLength: digits.length,
    })
    .map((between) => [...digits].map((digit, i) => (i === 0 ? digit : `${between[i]}${digit}`)).join(''));

const FORMS: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => word.toLowerCase(),
  (word) => `${word}s`,
  (word) => `${word.toUpperCase()}S`,
  (word) => `${word}'s`,
  (word) => `${word}’s`,
  (word) => `${word}es`,
  (word) => `${word.toLowerCase()}-sagen`,
  (word) => word.normalize('NFD'),
  (word) => word.normalize('NFD').replace(/\p{M}/gu, ''),
  (word) => [...word].join('\u00ad'),
];

/** That it is told, as what and where, and that nothing of it is repeated. */
function expectTold(
  [before, after]: readonly [string, string],
  written: string,
  of: Known,
  tells: string,
  others: Identity,
) {
  const told = identityIn(`${before}${written}${after}`, [others, identityOf(of)]);
  const place = (before.match(/\p{L}+/gu) ?? []).length + 1;
  expect(told, written).toEqual({tells, word: place});
}
const NOBODY: Identity = {names: [{text: 'Zbq', kind: 'name'}], identifiers: []};

describe('of somebody whose identity is open is told', () => {
  test('every word of a name, in any case, genitive or spelling without marks', () => {
    fc.assert(
      fc.property(known, fc.nat(3), fc.constantFrom(...FORMS), around, (one, at, form, text) => {
        const name = one.words[at % one.words.length] ?? '';
        fc.pre(!NO_NAMES.test(name));
        expectTold(text, form(name), one, 'their-name', NOBODY);
      }),
      {numRuns: 2000},
    );
  });

  test('every number, in any grouping', () => {
    fc.assert(
      fc.property(
        known.chain((one) =>
          fc.tuple(fc.constant(one), fc.constantFrom(cprOf(one), `${one.foreign}`, `${one.phone}`).chain(grouped)),
        ),
        around,
        ([one, written], [before, after]) => {
          const told = identityIn(`${before}${written}${after}`, [NOBODY, identityOf(one)]);
          expect(told?.tells, written).toBe('their-number');
        },
      ),
      {numRuns: 2000},
    );
  });

  test('a birthday, in any usual writing', () => {
    fc.assert(
      fc.property(
        known.chain((one) => fc.tuple(fc.constant(one), fc.constantFrom(...daysOf(one)))),
        around,
        ([{words: _, ...one}, written], text) =>
          expectTold(
            text,
            written,
            {...one, words: ['Zbqx'], foreign: 777_777_777, phone: 77_777_777},
            'their-birthday',
            NOBODY,
          ),
      ),
      {numRuns: 2000},
    );
  });

  test('what a number begins with, where the birthday is not recorded', () => {
    const identity: Identity = {names: [], identifiers: [{scheme: 'cpr', value: '0107861234'}]};
    expect(identityIn('born 1/7-86', [identity])).toEqual({tells: 'their-birthday', word: 2});
    expect(identityIn('born 2/7-86', [identity])).toBeUndefined();
  });

  test('a month that is all that is known', () => {
    const identity: Identity = {names: [], identifiers: [], birth: {date: dateOf('1986-07'), assessed: true}};
    expect(identityIn('both of 7/1986', [identity])).toEqual({tells: 'their-birthday', word: 3});
    expect(identityIn('both of 1 July 1986', [identity])).toMatchObject({tells: 'their-birthday'});
  });

  test('a name by what its origin spells it as, its words run together, and as the beginning of a word', () => {
    const identity: Identity = {names: [{text: 'Anne Sørensen Mohammed', kind: 'name'}], identifiers: []};
    for (const written of ['Soerensen', 'AnneSørensen', 'sørensensagen', 'Muhammed'])
      expect(identityIn(`as ${written}`, [identity]), written).toEqual({tells: 'their-name', word: 2});
  });
});

test('what tells of nobody may be said', () => {
  const plain = fc.constantFrom(
    ...[
      'same',
      'scar',
      'photographs',
      'agree',
      'both',
      'files',
      'left',
      'hand',
      'tatovering',
      'begge',
      'sager',
      'samme',
      'ar',
      'på',
    ],
    ...['2012-2013', '2013-04-01', '27.01.2014', '12', 'born', '1986', 'in', '3/2-2014'],
  );
  fc.assert(
    fc.property(known, fc.array(plain, {minLength: 1, maxLength: 12}), (one, all) => {
      // A day of contact may be somebody's birthday, and end as a telephone number does.
      fc.pre(one.year < 2012);
      expect(identityIn(all.join(' og '), [identityOf({...one, foreign: 777_777, phone: 77_777_777})])).toBeUndefined();
    }),
    {numRuns: 1000},
  );
});

test('words that are in no name: titles, and what the linkage leaves out of names of an origin', () => {
  const identity: Identity = {names: [{text: 'Fru Nguyễn Thị Lan', kind: 'name'}], identifiers: []};
  expect(identityIn('thi fru', [identity])).toBeUndefined();
  expect(identityIn('Lan', [identity])).toEqual({tells: 'their-name', word: 1});
});
