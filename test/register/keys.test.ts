/** What each key is derived from, and that none tells of another. */
import {createHmac} from 'node:crypto';
import {expect, test} from 'vitest';
import {keysFrom} from '#register/keys';

const master = new Uint8Array(32).fill(1);
const keys = keysFrom(master);

test('the chance of changed figures has 256 bits, by HKDF (RFC 5869) of the workspace’s key and of nothing that is written down', () => {
  // The RFC's two steps, by hand: extracted under 32 zeros, expanded once.
  const extracted = createHmac('sha256', Buffer.alloc(32)).update(master).digest();
  const expanded = createHmac('sha256', extracted).update('opgor/1/chance\u0001').digest();
  expect(keys.chance.export().toString('hex')).toBe(expanded.toString('hex'));
  expect(keys.chance.symmetricKeySize).toBe(32);
  expect(expanded.toString('hex')).not.toContain(keys.check);
});

test('no two uses have the same key', () => {
  const all = [keys.wrapping, keys.tokens, keys.rowKeys, keys.rowDigests, keys.chance].map((key) =>
    key.export().toString('hex'),
  );
  expect(new Set(all).size).toBe(all.length);
});
