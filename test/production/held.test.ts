/** A register that a process holds: every verb works on it, another process is refused, and its profile is read again when changed. */
import {appendFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {done} from '#kit/outcome';
import {initWorkspace} from '#production/casework';
import {holdRegister, openRegister, openWorkspace, withStore} from '#production/workspace';
import {openSqliteStore} from '#storage/sqlite';
import {effectsIn, temporaryFolder} from '../workspaces.ts';

const folder = temporaryFolder('held');
const effects = effectsIn(folder.path);
const workspace = join(folder.path, 'workspace');
const named = join(workspace, 'profile', 'profile.yaml');

beforeAll(async () => {
  await initWorkspace(workspace, {profile: 'denmark', synthetic: true}, effects);
});
afterAll(folder.remove);

test('verbs work on the one that is held, and do not close it', async () => {
  const held = await holdRegister(workspace, effects);
  if (!held.ok) throw new Error(held.refusal.reason);
  const stores = [];
  for (const _ of [1, 2]) stores.push(await withStore(await openRegister(workspace), async ({store}) => done(store)));
  const [one, two] = stores.map((each) => (each.ok ? each.value : undefined));
  expect(one).toBe(two);
  await expect(one?.latest()).resolves.toBeUndefined();
  await held.value.letGo();
  const again = await withStore(await openRegister(workspace), async ({store}) => done(store));
  expect(again.ok && again.value).not.toBe(one);
});

test('whoever else opens the file is refused while it is held', async () => {
  const held = await holdRegister(workspace, effects);
  expect(openSqliteStore(join(workspace, 'register.sqlite'))).toMatchObject({refusal: {reason: 'register-in-use'}});
  if (held.ok) await held.value.letGo();
});

test('its profile is read once, and again when a file of it has changed', async () => {
  const held = await holdRegister(workspace, effects);
  const read = async () => {
    const opened = await openWorkspace(workspace);
    return opened.ok ? opened.value.profile : opened.refusal;
  };
  const before = await read();
  expect(await read()).toBe(before);
  appendFileSync(named, '\n# changed\n');
  const after = await read();
  expect(after).not.toBe(before);
  expect(after).toMatchObject({firstYear: 2007});
  appendFileSync(named, '\n: :\n');
  expect(await read()).toHaveProperty('reason');
  if (held.ok) await held.value.letGo();
});
