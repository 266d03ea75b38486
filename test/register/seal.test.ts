import {randomBytes} from 'node:crypto';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {recordNumber} from '#concepts/record-number';
import {parsePartialDate} from '#kit/partial-date';
import {type Identity, mergeIdentities, type Said} from '#register/identity';
import {keysFrom} from '#register/keys';
import {open, pooled, seal, toReseal, toSeal} from '#register/seal';

const keys = keysFrom(new Uint8Array(32).fill(1));
const others = keysFrom(new Uint8Array(32).fill(2));
const P1 = recordNumber(1);
const P2 = recordNumber(2);
const anna: Identity = {
  names: [{text: 'Anna Åkjær', kind: 'name'}],
  identifiers: [{scheme: 'us-person', value: '17000001'}],
};
const said = (identity: Identity): readonly Said[] => [{by: 'row', identity}];
const sealed = () => seal(toSeal(P1, said(anna), randomBytes), keys);
const reasonOf = (outcome: ReturnType<typeof open>) => (outcome.ok ? 'opened' : outcome.refusal.reason);

test('what is sealed opens again, and shows nothing before', () => {
  const {wrappedKey, ciphertext} = sealed();
  const opened = open(P1, {wrappedKey, ciphertext}, keys);
  expect(opened.ok && opened.value.identity).toEqual(anna);
  expect(Buffer.from(ciphertext).toString('latin1')).not.toMatch(/Anna|17000001/);
});

test("another workspace's key does not fit, which is told before anything is tried", () => {
  expect(reasonOf(open(P1, sealed(), others))).toBe('key-does-not-fit');
});

test.each([
  {moved: 'to another person', record: P2, change: (bytes: Uint8Array) => bytes},
  {
    moved: 'nowhere, but a bit is changed',
    record: P1,
    change: (bytes: Uint8Array) => bytes.map((b, i) => (i === 20 ? b ^ 1 : b)),
  },
  {moved: 'nowhere, but it is cut short', record: P1, change: (bytes: Uint8Array) => bytes.subarray(0, 9)},
])('an identity moved $moved is damaged, not garbage', ({record, change}) => {
  const {wrappedKey, ciphertext} = sealed();
  expect(reasonOf(open(record, {wrappedKey, ciphertext: change(ciphertext)}, keys))).toBe('identity-damaged');
});

test('a wrapped key moved to another person does not unwrap', () => {
  const other = seal(toSeal(P2, said(anna), randomBytes), keys);
  expect(reasonOf(open(P1, {...sealed(), wrappedKey: other.wrappedKey}, keys))).toBe('identity-damaged');
});

test('a later version is sealed under the same key of the person, with a nonce of its own', () => {
  const first = sealed();
  const opened = open(P1, first, keys);
  if (!opened.ok) throw new Error(opened.refusal.reason);
  const later = seal(toReseal(opened.value, said({...anna, phones: ['12']}), randomBytes), keys);
  expect(later.wrappedKey).toEqual(first.wrappedKey);
  expect(Buffer.from(later.ciphertext.subarray(0, 12))).not.toEqual(Buffer.from(first.ciphertext.subarray(0, 12)));
  const again = open(P1, later, keys);
  expect(again.ok && again.value.identity.phones).toEqual(['12']);
});

test('two persons with the same identity share neither key nor ciphertext', () => {
  const [one, other] = [sealed(), sealed()];
  expect(one.wrappedKey).not.toEqual(other.wrappedKey);
  expect(one.ciphertext).not.toEqual(other.ciphertext);
});

test('drawing from a pool gives every byte once', () => {
  let drawn = 0;
  const counting = pooled((bytes) => Uint8Array.from({length: bytes}, () => drawn++ % 251), 251);
  const seen = Array.from({length: 4}, () => [...counting(56)]).flat();
  expect(new Set(seen).size).toBe(4 * 56);
  expect(counting(1000)).toHaveLength(1000);
});

test('the same master gives the same keys; the check tells keys apart', () => {
  expect(keysFrom(new Uint8Array(32).fill(1)).check).toBe(keys.check);
  expect(others.check).not.toBe(keys.check);
  const uses = [keys.wrapping, keys.tokens, keys.rowKeys, keys.rowDigests].map((key) => key.export().toString('hex'));
  expect(new Set(uses).size).toBe(4);
  expect(uses.some((hex) => hex.includes(keys.check))).toBe(false);
});

test('merging: every name and number once, the best birth date', () => {
  const birth = (text: string, assessed: boolean) => {
    const date = parsePartialDate(text);
    if (date === undefined) throw new Error(text);
    return {birth: {date, assessed}};
  };
  const bare = {names: [], identifiers: []};
  const best = (a: Identity, b: Identity) => mergeIdentities(a, b).birth?.date;
  expect(best({...bare, ...birth('1990', false)}, {...bare, ...birth('1990-05-01', false)})).toBe('1990-05-01');
  expect(best({...bare, ...birth('1990', false)}, {...bare, ...birth('1991-05-01', true)})).toBe('1990');
  expect(best({...bare, ...birth('1990-01-01', false)}, {...bare, ...birth('1990-01-02', false)})).toBe('1990-01-02');
  expect(best({...bare, ...birth('1990-01-01', false)}, bare)).toBe('1990-01-01');

  const number = fc.record({scheme: fc.constantFrom('cpr', 'us-person'), value: fc.stringMatching(/^\d{1,2}-?\d$/)});
  const name = fc.record({text: fc.string({maxLength: 3}), kind: fc.constantFrom('name' as const, 'alias' as const)});
  const identity = fc.record({names: fc.array(name), identifiers: fc.array(number)});
  fc.assert(
    fc.property(identity, identity, (a, b) => {
      const once = mergeIdentities(a, b);
      expect(mergeIdentities(once, b)).toEqual(once);
      expect(mergeIdentities(once, a)).toEqual(once);
    }),
    {seed: 2013},
  );
});
