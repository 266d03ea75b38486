/** The newest version is the last that was made, whatever the clock says. */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('clock');
afterAll(folder.remove);
const at = (...names: readonly string[]) => join(folder.path, ...names);
let now = '2014-03-03T09:00:00Z';
const [office, stick] = [at('office'), at('stick')];
const {opgor, json} = commandIn(folder.path, office, {...effectsIn(folder.path), now: () => instant(now)});

beforeAll(async () => {
  mkdirSync(stick);
  await opgor(['init', office, '--profile', 'denmark', '--synthetic']);
  writeFileSync(at('form'), (await json('recovery')).answer.recovery);
  await opgor(['backup', 'to', stick]);
});

test('two of one moment, and a clock that was set back', async () => {
  for (const [round, moment] of [
    '2014-03-03T09:00:00Z',
    '2014-03-03T09:00:00Z',
    '2010-01-01T00:00:00Z',
    '2014-03-02T00:00:00Z',
  ].entries()) {
    now = moment;
    writeFileSync(join(office, 'letter.txt'), `round ${round}`);
    const [written] = (await json('backup')).answer.places;
    expect(written.written).toBe(true);
    const back = await json('restore', stick, '--to', at(`round-${round}`), '--paper', at('form'));
    expect(back.answer.version).toBe(written.version);
    expect(readFileSync(at(`round-${round}`, 'letter.txt'), 'utf8')).toBe(`round ${round}`);
  }
});
