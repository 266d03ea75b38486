/** Arithmetic on bytes, checks that mend, secrets that are shared: against published values and by trying everything. */
import {expect, test} from 'vitest';
import {mend, withChecks} from '#kit/check-bytes';
import {divide, multiply} from '#kit/gf256';
import {join, split} from '#kit/secret-shares';

test('the field is that of AES: FIPS 197, 4.2', () => {
  expect(multiply(0x57, 0x83)).toBe(0xc1);
  expect(multiply(0x57, 0x13)).toBe(0xfe);
  for (let a = 1; a < 256; a++) expect(multiply(a, divide(1, a))).toBe(1);
});

const secret = Uint8Array.from([0, 1, 0x53, 0xca, 255]);
const fixed = (bytes: number) => Uint8Array.from({length: bytes}, (_, i) => (i * 77 + 13) & 255);

test('any three of five shares give the secret, in any order; two or a wrong one do not', () => {
  const shares = split(secret, {enough: 3, of: 5}, fixed);
  for (const [a, b, c] of [
    [0, 1, 2],
    [4, 2, 0],
    [1, 3, 4],
    [3, 0, 1],
  ] as const) {
    const some = [shares[a], shares[b], shares[c]].flatMap((share) => share ?? []);
    expect(join(some)).toEqual(secret);
    expect(join(some.slice(1))).not.toEqual(secret);
  }
});

test('a share is the value of the polynomial at its number', () => {
  const [one, two] = split(Uint8Array.of(0x2a), {enough: 2, of: 2}, () => Uint8Array.of(0x57));
  expect(one?.bytes[0]).toBe(0x2a ^ 0x57);
  expect(two?.bytes[0]).toBe(0x2a ^ multiply(0x57, 2));
});

const word = withChecks([9, 0, 200, 31, 77, 5, 5, 1], 5);

test('checks: one and two wrong bytes are mended wherever they are, three never are', () => {
  for (let i = 0; i < word.length; i++) {
    for (let j = i; j < word.length; j++) {
      const wrong = word.map((byte, k) => (k === i ? byte ^ 0x41 : k === j ? byte ^ 0xb2 : byte));
      expect(mend(wrong, 5)?.bytes).toEqual(word);
      const third = wrong.map((byte, k) => (k === (j + 1) % word.length && k !== i ? byte ^ 7 : byte));
      if (i !== j && (j + 1) % word.length !== i) expect(mend(third, 5)).toBeUndefined();
    }
  }
});

test('bytes that cannot be read: up to four; with a wrong one, up to two', () => {
  const without = (...places: readonly number[]) => word.map((byte, i) => (places.includes(i) ? undefined : byte));
  expect(mend(without(0, 3, 7, 12), 5)).toEqual({bytes: word, places: [0, 3, 7, 12]});
  expect(mend(without(0, 3, 7, 12, 5), 5)).toBeUndefined();
  const wrong = without(0, 3).map((byte, i) => (i === 9 ? (byte ?? 0) ^ 1 : byte));
  expect(mend(wrong, 5)).toEqual({bytes: word, places: [0, 3, 9]});
});
