/**
 * The office's secret, by which figures are changed: 256 bits of the workspace's key (HKDF), so that neither what is published nor the
 * workspace's folder tells how a figure was moved. Asked for only where a policy changes figures.
 */
import type {Refusal} from '#concepts/refusal';
import {type KeyedDigest, keyedDigest} from '#kit/keyed-digest';
import {done, type Outcome, refuse} from '#kit/outcome';
import {keysFrom} from '#register/keys';
import type {Effects} from './effects.ts';
import {findKey} from './keyring.ts';
import type {Settings} from './workspace.ts';

/** Refused: `no-key`, `key-does-not-fit`. */
export async function officeChance(effects: Effects, settings: Settings): Promise<Outcome<KeyedDigest, Refusal>> {
  const key = await findKey(effects, settings.workspace);
  if (!key.ok) return key;
  const {check, chance} = keysFrom(key.value);
  return check === settings['key-check'] ? done(keyedDigest(chance)) : refuse({reason: 'key-does-not-fit'});
}
