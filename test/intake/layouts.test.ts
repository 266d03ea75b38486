/** The layouts that ship, on the files they are for. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Delivered} from '#intake/delivery';
import {makeFact} from '#intake/make-facts';
import {readDelivery} from '#intake/read-delivery';
import type {Value} from '#intake/value';
import {plainDate} from '#kit/plain-date';
import type {Profile} from '#profile/profile';
import {readProfile} from '#profile/read-profile';

function profileIn(folder: string): Profile {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  const bytes = files.map(({parentPath, name}): readonly [string, Uint8Array] => {
    const path = join(parentPath, name);
    return [path.slice(folder.length + 1), new Uint8Array(readFileSync(path))];
  });
  const profile = readProfile(new Map(bytes));
  if (!profile.ok) throw new Error(JSON.stringify(profile.refusal));
  return profile.value;
}

async function readWith(profile: Profile, source: string, path: string, receivedOn: string) {
  const format = profile.sources.find(({id}) => id === source);
  if (format === undefined) throw new Error(`no source ${source}`);
  return readDelivery({
    format,
    formats: profile.sources,
    file: path,
    content: new Uint8Array(readFileSync(path)),
    lists: profile.codeLists,
    receivedOn: plainDate(receivedOn),
  });
}

async function allOf(...given: Parameters<typeof readWith>): Promise<readonly Delivered[]> {
  const delivery = await readWith(...given);
  if (!delivery.ok) throw new Error(JSON.stringify(delivery.refusal));
  const all: Delivered[] = [];
  for await (const one of delivery.value.rows) all.push(one);
  return all;
}

const INPUT = 'examples/denmark-2013/input';
const FILES = {
  us: `${INPUT}/us-afgoerelser-2013.csv`,
  cmm: `${INPUT}/cmm-sager-2013.xlsx`,
  returns: `${INPUT}/hjemsendelser-2013.ods`,
} as const;

describe('Denmark', () => {
  const denmark = profileIn('profiles/denmark');

  test.each(Object.entries(FILES))('%s: every row is taken, and its total agrees', async (source, path) => {
    const all = await allOf(denmark, source, path, '2014-02-03');
    expect(all.filter(({kind}) => kind === 'held')).toEqual([]);
    expect(all.filter(({kind}) => kind === 'classified').length).toBeGreaterThan(40);
    expect(all.at(-1)).toEqual({kind: 'end', rows: all.length - 1, findings: []});
  });

  test('a case of the Centre is a person and a case', async () => {
    const all = await allOf(denmark, 'cmm', FILES.cmm, '2014-02-03');
    const schemes = all.flatMap((row) => (row.kind === 'classified' ? (row.identity?.identifiers ?? []) : []));
    const second = schemes.findIndex(({scheme, value}) => scheme === 'cmm-case' && value.endsWith('/2'));
    expect(second).toBeGreaterThan(-1);
    expect(schemes[second + 1]).toEqual({scheme: 'cmm-person', value: schemes[second]?.value.replace('/2', '')});
  });

  test('the court’s judgment ends the criminal case; nobody else’s decision does', async () => {
    const all = await allOf(denmark, 'cmm', FILES.cmm, '2014-02-03');
    const ended = all.flatMap((row) => {
      const facts = row.kind === 'classified' ? row.facts : [];
      const decision = facts.find((fact) => fact.kind === 'assessment');
      return facts.flatMap((fact) =>
        fact.kind === 'charge' ? [{by: decision?.by, ended: fact.ended === decision?.on}] : [],
      );
    });
    expect(ended.filter(({by}) => by === 'court').length).toBeGreaterThan(5);
    expect(ended.filter((one) => one.ended !== (one.by === 'court'))).toEqual([]);
  });

  test.each([
    {by: 'court', charged: '2012-11-01', ended: '2013-05-02'},
    {by: 'cmm', charged: '2012-11-01', ended: undefined},
    // Of another case than the one that was judged.
    {by: 'court', charged: '2013-06-01', ended: undefined},
  ])('$by decides in May, the case is of $charged: it ended $ended', ({by, charged, ended}) => {
    const rules = denmark.sources.find(({id}) => id === 'cmm')?.facts.filter(({kind}) => kind === 'charge') ?? [];
    const values = new Map<string, Value>([
      ['authority', {kind: 'codes', codes: [by]}],
      ['charged', {kind: 'day', day: plainDate(charged)}],
      ['decided', {kind: 'day', day: plainDate('2013-05-02')}],
    ]);
    const facts = rules.flatMap((rule) => makeFact(rule, values, plainDate('2013-05-02')) ?? []);
    expect(facts).toEqual([{kind: 'charge', on: charged, ...(ended === undefined ? {} : {ended})}]);
  });

  test.each(
    Object.keys(FILES).flatMap((as) =>
      Object.entries(FILES)
        .filter(([source]) => source !== as)
        .map(([source, path]) => ({as, source, path})),
    ),
  )('the file of $source given as $as is told', async ({as, source, path}) => {
    const delivery = await readWith(denmark, as, path, '2014-02-03');
    expect(delivery.ok ? delivery : delivery.refusal).toMatchObject({otherSource: source});
  });
});

const CTDC = process.env.OPGOR_CTDC ?? '../shared/data/ctdc/global-dataset-2020.csv';

test.skipIf(!existsSync(CTDC))('CTDC: 48,773 cases, each a contact in its year', async () => {
  const all = await allOf(profileIn('profiles/ctdc'), 'ctdc', CTDC, '2020-04-14');
  const rows = all.flatMap((row) => (row.kind === 'classified' ? [row] : []));
  expect(rows).toHaveLength(48_773);
  expect(rows.every(({facts, identity}) => facts.length === 1 && identity === undefined)).toBe(true);
  const codes = rows.flatMap(({facts}) => facts.flatMap((fact) => (fact.kind === 'contact' ? [fact.codes] : [])));
  const withCode = (concept: string, code: string) =>
    codes.filter((bag) => bag[concept]?.includes(code) ?? false).length;
  // As plain tools count the columns of the file: cut -d, -f… | sort | uniq -c.
  expect(withCode('sex', 'female')).toBe(35_506);
  expect(withCode('citizenship', 'withheld')).toBe(8_858);
  expect(withCode('country', 'withheld')).toBe(844);
  expect(withCode('forms', 'forced-labour')).toBe(9_772);
  expect(withCode('forms', 'sexual-exploitation')).toBe(16_039);
  expect(codes.filter(({forms}) => forms?.length === 2)).toHaveLength(308);
  expect(codes.filter(({age}) => age === undefined)).toHaveLength(12_348);
});
