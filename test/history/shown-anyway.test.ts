/** A table shown whatever the rules say: what a released edition records of the decision, and what must not be in its reason. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {type Answer, decision, type SmallOffice, smallOffice} from './small-office.ts';

const YEAR = 2012;
const RELEASE = ['release', String(YEAR), '--edition', 'public', '--by', 'Anne Holm', '--approved-by', 'Bo Lind'];

let office: SmallOffice;
const decide = (why: string) =>
  office.edit('policies.yaml', (text) =>
    text
      .replace(/ +shown-anyway: .*\n/, '')
      .replace(
        /( +)smallest: 3\n/,
        `$&$1shown-anyway: [{table: persons-by-sex, by: Eva Juhl, approved-by: Ib Friis, on: 2013-01-07, why: ${why}}]\n`,
      ),
  );
const manifestIn = (folder: string): Answer => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

beforeAll(async () => {
  office = await smallOffice('shown-anyway');
  office.at(`${YEAR + 1}-01-10T09:00:00Z`);
  const rows = Array.from(
    {length: 9},
    (_, i) =>
      [
        `S-${i + 1}`,
        decision(`${900_000 + i}`, `0${i + 1}-05-${YEAR}`, 'Prostitution', i === 0 ? 'Mand' : 'Kvinde'),
      ] as const,
  );
  await office.receive(new Map(rows));
}, 60_000);

afterAll(() => office.remove());

test('its reason may not tell of a person: others read it', async () => {
  decide('so that 900003 is seen');
  expect(await office.refused(...RELEASE)).toBe('text-tells-of-person');
});

test('the manifest names table, persons, day and reason, and the copy of the profile has them', async () => {
  decide('asked for by parliament');
  const {folder} = await office.done(...RELEASE);
  const {statement, profile} = manifestIn(folder);
  expect(statement.shownAnyway).toEqual([
    {table: 'persons-by-sex', by: 'Eva Juhl', approvedBy: 'Ib Friis', on: '2013-01-07', why: 'asked for by parliament'},
  ]);
  const kept = join(office.workspace, 'editions', 'profiles', profile.sha256, 'policies.yaml');
  expect(readFileSync(kept, 'utf8')).toContain('approved-by: Ib Friis');
  const {identical} = await office.done('recompile', `${YEAR}-public-1`, '--out', join(office.folder, 'again'));
  expect(identical).toBe(true);
});

test('an internal edition, of which nothing is withheld, says nothing of it', async () => {
  const {folder} = await office.done(...RELEASE.with(3, 'internal'));
  expect(manifestIn(folder).statement).not.toHaveProperty('shownAnyway');
});
