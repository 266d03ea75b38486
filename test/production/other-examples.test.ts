/** A register that begins with the reference year, and a second office with real data: neither with a line of TypeScript of its own. */
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {instant} from '#kit/instant';
import {initWorkspace, receiveInto} from '#production/casework';
import type {Compiled} from '#production/compile';
import {demo} from '#production/demo';
import {silent} from '#production/progress';
import {statement} from '#production/statistics';
import {findCell} from '#tabulation/cube';
import {effectsIn, temporaryFolder} from '../workspaces.ts';

const folder = temporaryFolder('others');
afterAll(folder.remove);
const effects = effectsIn(folder.path);

const cell = ({cubes}: Compiled, table: string, ...codes: readonly string[]) => {
  const cube = cubes.find((one) => one.table.id === table);
  return cube && findCell(cube, codes);
};

test('before the register, only what was published: marked with its source', async () => {
  const request = {
    example: 'published-only',
    profile: 'denmark',
    year: 2013,
    out: join(folder.path, 'published'),
    media: ['html'],
  };
  const ran = await demo(request, effects, silent);
  if (!ran.ok) throw new Error(JSON.stringify(ran.refusal));
  const {compiled} = ran.value;
  expect(cell(compiled, 'persons-by-year', '2012')).toMatchObject({
    kind: 'count',
    value: 66,
    published: {title: expect.stringContaining('UNODC')},
  });
  expect(cell(compiled, 'persons-by-year', '2013')).toEqual({kind: 'count', value: 76});
  expect(compiled.findings.filter(({severity}) => severity === 'error')).toEqual([]);
  expect(readFileSync(join(compiled.folder, 'statement.en.html'), 'utf8')).toContain('UNODC');
});

const CTDC = process.env.OPGOR_CTDC ?? '../shared/data/ctdc/global-dataset-2020.csv';
if (!existsSync(CTDC)) console.warn(`skipped: ${CTDC} is not here (name it in OPGOR_CTDC)`);

test.skipIf(!existsSync(CTDC))('the CTDC Global Dataset compiles by its profile alone', async () => {
  const office = join(folder.path, 'ctdc');
  const made = await initWorkspace(office, {profile: 'ctdc', synthetic: false}, effects);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const received = await receiveInto(
    office,
    {
      path: CTDC,
      source: 'ctdc',
      controlTotals: {},
      recordedAt: instant('2020-05-01'),
      recordedBy: 'test',
      dryRun: false,
      errors: undefined,
    },
    effectsIn(folder.path, '2020-06-01T09:00:00Z'),
    silent,
  );
  expect(received).toMatchObject({ok: true, value: {rows: {read: 48_773, new: 48_773, held: 0}}});
  const out = join(office, 'out');
  const request = {period: yearPeriod(2016), languages: undefined, asAt: undefined, strict: true, out, media: ['html']};
  const compiled = await statement(office, request, effects, silent);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusal));

  // Counted again by an outsider: lines of the file.
  const rows = readFileSync(CTDC, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const of2016 = rows.filter(([year]) => year === '2016');
  const both = of2016.filter(([, , , , labour, sexual]) => labour === '1.0' && sexual === '1.0').length;
  expect(cell(compiled.value, 'persons-by-sex', 'female')).toMatchObject({
    value: of2016.filter(([, sex]) => sex === 'Female').length,
  });
  expect(cell(compiled.value, 'persons-by-citizenship', 'withheld')).toMatchObject({
    value: of2016.filter(([, , , from]) => from === '0').length,
  });
  expect(cell(compiled.value, 'persons-by-forms')).toMatchObject({value: of2016.length});
  const forms = compiled.value.cubes.find(({table}) => table.id === 'persons-by-forms');
  const sum = forms?.dimensions[0]?.codes.reduce((total, code) => {
    const one = findCell(forms, [code]);
    return total + (one?.kind === 'count' ? one.value : 0);
  }, 0);
  expect(sum).toBe(of2016.length + both);
});
