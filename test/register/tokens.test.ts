import {expect, test} from 'vitest';
import {parsePartialDate} from '#kit/partial-date';
import {keysFrom} from '#register/keys';
import {
  birthToken,
  folded,
  identifierToken,
  nameToken,
  normalised,
  rankedRowKey,
  rowDigest,
  rowKey,
  tokensOf,
  wordToken,
} from '#register/tokens';

const keys = keysFrom(new Uint8Array(32).fill(1));
const others = keysFrom(new Uint8Array(32).fill(2));

test.each([
  {written: '010190-1234', read: '0101901234'},
  {written: ' 17 000 001 ', read: '17000001'},
  {written: '1043/2', read: '1043/2'},
  {written: 'dk–12.345', read: 'DK12345'},
  {written: '１２３', read: '123'},
  {written: '0012', read: '0012'},
])('the number written $written is $read', ({written, read}) => {
  expect(normalised(written)).toBe(read);
});

test.each([
  {one: 'Nguyễn Thị Bích', other: 'bich THI nguyen'},
  {one: 'Søren Ågård', other: 'Aagaard, Soren'},
  {one: 'Łukasz Żółć', other: 'Zolc Lukasz'},
  {one: "Ana-Maria D'Ávila", other: 'Avila, D, Maria Ana'},
])('$one and $other have one token', ({one, other}) => {
  expect(nameToken(one, keys)).toBe(nameToken(other, keys));
});

test('other names have other tokens', () => {
  expect(folded('Anna Maria')).not.toBe(folded('Annamaria'));
  expect(nameToken('Anna', keys)).not.toBe(nameToken('Anne', keys));
  expect(folded('阮 氏')).toBe('氏 阮');
});

test('a number is a number of its scheme, under one workspace key', () => {
  const token = identifierToken({scheme: 'cpr', value: '1'}, keys);
  expect(token).toMatch(/^[0-9a-f]{32}$/);
  expect(token).not.toBe(identifierToken({scheme: 'us-person', value: '1'}, keys));
  expect(token).not.toBe(identifierToken({scheme: 'cpr', value: '1'}, others));
});

test("a name's token is never a number's, a row's never a person's", () => {
  const all = [
    identifierToken({scheme: 'x', value: '1'}, keys),
    nameToken('x:1', keys),
    rowKey('x', 'key', ['1'], keys),
    rowKey('x', 'content', ['1'], keys),
    rowDigest('x:1', keys),
    rowDigest('["x","key","1"]', keys),
  ];
  expect(new Set(all).size).toBe(all.length);
});

test('the cells of a key are kept apart, and equal rows by their rank', () => {
  expect(rowKey('us', 'key', ['a', 'b'], keys)).not.toBe(rowKey('us', 'key', ['ab'], keys));
  const equal = rowKey('us', 'content', ['a'], keys);
  expect(rankedRowKey(equal, 0, keys)).toBe(equal);
  expect(new Set([0, 1, 2, 11].map((rank) => rankedRowKey(equal, rank, keys))).size).toBe(4);
});

test('an identity has each token once, and none for a name without letters', () => {
  const name = (text: string) => ({text, kind: 'name'}) as const;
  const tokens = tokensOf(
    {
      names: [name('Anna B'), name('b anna'), name('?')],
      identifiers: [
        {scheme: 'cpr', value: '1-1'},
        {scheme: 'cpr', value: '11'},
      ],
    },
    keys,
  );
  // The name, and each of its words, which is no name.
  expect(wordToken('anna', keys)).not.toBe(nameToken('anna', keys));
  expect([tokens.names.length, tokens.identifiers.length]).toEqual([3, 1]);
  expect(tokens.names).toEqual([nameToken('Anna B', keys), wordToken('anna', keys), wordToken('b', keys)]);
});

test.each([
  {date: '1967-06-12', spans: ['1967', '1967-06', '1967-06-12']},
  {date: '1967-06', spans: ['1967', '1967-06']},
  {date: '1967', spans: ['1967']},
])('a birth of $date is found by each span it lies in, and by none that it may lie in', ({date, spans}) => {
  const born = parsePartialDate(date);
  if (born === undefined) throw new Error(date);
  const {names, identifiers} = tokensOf({names: [], identifiers: [], birth: {date: born, assessed: true}}, keys);
  expect([names, identifiers]).toEqual([spans.map((span) => birthToken(span, keys)), []]);
});
