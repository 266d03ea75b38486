/** Encoded values: what two of them still tell, and that without the key they tell nothing else. */
import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {keyedDigest} from '../../src/kit/keyed-digest.ts';
import {PART} from '../../src/linkage/comparison.ts';
import {dice, filterComparison} from '../../src/linkage/comparisons/bloom-filter.ts';
import {tokenComparison} from '../../src/linkage/comparisons/keyed-tokens.ts';
import {type FilterKind, filterEncoder} from '../../src/linkage/encoding/bloom-filter.ts';
import {fingerprints} from '../../src/linkage/encoding/encoded.ts';
import type {EncodedKind} from '../../src/linkage/encoding/encoded-words.ts';
import {tokenEncoder} from '../../src/linkage/encoding/keyed-tokens.ts';
import {link} from '../../src/linkage/link.ts';
import {linkedPairs} from '../../src/linkage/linked-pairs.ts';
import type {FieldPolicy} from '../../src/linkage/policy.ts';

const keyed = keyedDigest(new Uint8Array(32).fill(7));
const otherKey = keyedDigest(new Uint8Array(32).fill(8));
const tokens = tokenComparison();
const filters = filterComparison();

test('the digest is HMAC-SHA-256 (RFC 4231, test case 2)', () => {
  const digest = keyedDigest(new TextEncoder().encode('Jefe'))('what do ya want for nothing?');
  expect(Buffer.from(digest).toString('hex')).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
});

const levelOfTokens = (kind: EncodedKind, a: string, b: string, key = keyed) => {
  const [one, other] = [tokens.prepare(tokenEncoder(kind, keyed)(a)), tokens.prepare(tokenEncoder(kind, key)(b))];
  return one && other ? tokens.levels[tokens.level(one, other)] : 'missing';
};
const levelOfFilters = (kind: FilterKind, a: string, b: string, key = keyed) => {
  const [one, other] = [filters.prepare(filterEncoder(kind, keyed)(a)), filters.prepare(filterEncoder(kind, key)(b))];
  return one && other ? filters.levels[filters.level(one, other)] : 'missing';
};

test.each<readonly [FilterKind, string, string, string, readonly string[]]>([
  ['name', 'Nguyễn Thị Hương', 'Huong NGUYEN', 'exact', ['exact']],
  ['name', 'Søren Kjær', 'Soeren Kjaer', 'variant', ['exact']],
  ['name', 'Karen Bodil Hansen', 'Karen Hansen', 'contained', ['similar', 'resembling']],
  ['name', 'Karen Hansen', 'Karin Hansen', 'one-word', ['nearly', 'close']],
  ['name', 'Karen Hansen', 'Karen Petersen', 'one-word', ['similar', 'resembling']],
  ['name', 'Karen Hansen', 'Bilal Qureshi', 'else', ['else']],
  ['name', '', 'Bilal Qureshi', 'missing', ['missing']],
  ['date', '1990-05-31', '31-05-1990', 'exact', ['exact']],
  ['date', '1990-03-05', '1990-05-03', 'one-word', ['similar', 'close', 'resembling']],
  ['date', '1990-05-31', '1990-05-21', 'one-word', ['close', 'similar', 'resembling']],
  ['date', '1990-05-31', '1975-11-02', 'else', ['else']],
  ['name', 'Bo', 'Ib', 'else', ['else']],
])('%s: %s, %s', (kind, a, b, byTokens, byFilters) => {
  expect(levelOfTokens(kind, a, b)).toBe(byTokens);
  expect(byFilters).toContain(levelOfFilters(kind, a, b));
});

test('a number is one token', () => {
  expect(levelOfTokens('identifier', '010190-1235', '0101901235')).toBe('exact');
  expect(levelOfTokens('identifier', '010190-1235', '010190-1236')).toBe('else');
});

test('under two keys the same name is not the same, and it is seen that there are two', () => {
  expect(levelOfTokens('name', 'Karen Hansen', 'Karen Hansen', otherKey)).toBe('else');
  expect(levelOfFilters('name', 'Karen Hansen', 'Karen Hansen', otherKey)).toBe('else');
  const cells = [keyed, otherKey].flatMap((key) => ['Karen', 'Bodil'].map(tokenEncoder('name', key)));
  expect(fingerprints(cells).size).toBe(2);
});

test('a word is another token in another kind of field', () => {
  const content = (kind: EncodedKind) => tokenEncoder(kind, keyed)('Hansen').split(':')[2];
  expect(content('name')).not.toBe(content('text'));
});

test('every filter has as many bits set, whatever the name', () => {
  const names = ['Bo', 'Karen Hansen', 'Oluwaseun Chukwuemeka Nwachukwu Adebayo', '王'];
  const set = names.map((name) => filters.prepare(filterEncoder('name', keyed)(name))?.set);
  expect(set).toEqual([512, 512, 512, 512]);
});

test('likeness of filters is symmetric, and 1 for the same', () => {
  const [a, b] = ['Karen Hansen', 'Karin Hanson'].map((name) => filters.prepare(filterEncoder('name', keyed)(name)));
  if (a === undefined || b === undefined) return expect.fail('encoded');
  expect(dice(a, b)).toBe(dice(b, a));
  expect(dice(a, a)).toBe(1);
  expect(dice(a, b)).toBeLessThan(1);
});

test.each([
  '',
  't1:',
  't1:abcdef:',
  'b1:abcdef:AAAA',
  'b2:abcdef:AAAA',
  'Karen Hansen',
  `b1:abcdef:${'A'.repeat(100_000)}`,
])('what is no encoded value is missing: %.20s', (text) => {
  expect(filters.prepare(text)).toBeUndefined();
  expect(tokens.prepare(text.replace(/^b1/, 't2'))).toBeUndefined();
});

const FILE = '../shared/data/linkage/febrl1.csv';

/** Persons of a public test set by name and birth date alone, in clear and encoded. */
test.skipIf(!existsSync(FILE))('what is lost by encoding is measured', () => {
  const [head = '', ...lines] = readFileSync(FILE, 'utf8').trim().split('\n');
  const at = (name: string) => head.split(', ').indexOf(name);
  const people = lines.map((line) => line.split(', ').map((cell) => cell.trim()));
  const cell = (person: readonly string[], name: string) => person[at(name)] ?? '';
  const clear = people.map((person) => [
    [cell(person, 'given_name'), cell(person, 'surname')].join(PART),
    cell(person, 'date_of_birth'),
  ]);
  const identity = people.map((person) => cell(person, 'rec_id').split('-')[1]);

  const f1 = (rows: readonly (readonly string[])[], kinds: readonly FieldPolicy['kind'][]) => {
    const fields = Object.fromEntries(
      ['name', 'born'].map((name, i) => [name, {kind: kinds[i] ?? 'text', columns: [name]}]),
    );
    const linked = link({columns: ['name', 'born'], rows}, {fields});
    if (!linked.ok) return Number.NaN;
    const pairs = linkedPairs(linked.value.clusters);
    const right = pairs.filter(({left, right}) => identity[left] === identity[right]).length;
    return (2 * right) / (pairs.length + people.length / 2);
  };
  const encoded = (encoder: typeof tokenEncoder | typeof filterEncoder) => {
    const [name, date] = [encoder('name', keyed), encoder('date', keyed)];
    return clear.map(([who = '', born = '']) => [name(who), date(born)]);
  };

  const inClear = f1(clear, ['name', 'date']);
  const byFilters = f1(encoded(filterEncoder), ['bloom-filter', 'bloom-filter']);
  const byTokens = f1(encoded(tokenEncoder), ['keyed-tokens', 'keyed-tokens']);
  console.log(
    `febrl1 by name and birth date, F1: ${[inClear, byFilters, byTokens].map((f) => f.toFixed(3)).join(' · ')}`,
  );
  expect(inClear).toBeGreaterThan(0.92);
  expect(inClear - byFilters).toBeLessThan(0.06);
  expect(inClear - byTokens).toBeLessThan(0.08);
});
