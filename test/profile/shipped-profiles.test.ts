/** The profiles that ship: without a fault, and saying what the sources say. */
import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {changesOf} from '#concepts/code-change';
import {type CodeList, findRow, topOf} from '#concepts/code-list';
import {findInForce} from '#kit/dated';
import {plainDate} from '#kit/plain-date';
import {findWords} from '#profile/find-words';
import {checkProfile, readProfile} from '#profile/read-profile';

function filesOf(profile: string): Map<string, Uint8Array> {
  const folder = `profiles/${profile}`;
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  return new Map(
    entries.map(({parentPath, name}) => {
      const path = `${parentPath}/${name}`;
      return [path.slice(folder.length + 1), new Uint8Array(readFileSync(path))];
    }),
  );
}

test.each(readdirSync('profiles'))('%s has no fault', (profile) => {
  expect(checkProfile(filesOf(profile)).filter(({severity}) => severity === 'error')).toEqual([]);
});

describe('denmark', () => {
  const read = readProfile(filesOf('denmark'));
  if (!read.ok) throw new Error('the Danish profile is faulty');
  const profile = read.value;
  const listOf = (id: string): CodeList => profile.codeLists.get(id) ?? {id, labels: {da: '', en: ''}, rows: []};

  test('cannabis production moves from forced labour to criminal acts in 2013', () => {
    const list = listOf('exploitation');
    expect(topOf(list, 'cannabis-production', plainDate('2012-12-31'))).toBe('forced-labour');
    expect(topOf(list, 'cannabis-production', plainDate('2013-01-01'))).toBe('criminal-acts');
    expect(changesOf(list).filter(({code}) => code === 'cannabis-production')).toEqual([
      {
        kind: 'moved',
        code: 'cannabis-production',
        on: '2013-01-01',
        before: '2012-12-31',
        from: 'forced-labour',
        to: 'criminal-acts',
      },
    ]);
  });
  test.each([
    ['2016-12-31', 'Prostitution', 'Prostitution: persons by sex', 'Criminal acts: persons by sex'],
    ['2017-01-01', 'Sexual exploitation', 'Sexual exploitation: persons by sex', 'Criminal offences: persons by sex'],
  ])('on %s the tables on prostitution are about %s', (on, form, prostitution, crime) => {
    const words = findWords(profile, 'en', plainDate(on));
    expect(words.universe('prostitution-by-sex')).toBe(form);
    expect(words.table('prostitution-by-sex')).toBe(prostitution);
    expect(words.table('criminal-acts-by-sex')).toBe(crime);
  });
  test('in 2013 there are three forms, two sexes and three authorities beside the unknown', () => {
    const on = plainDate('2013-12-31');
    const tops = (id: string) =>
      listOf(id)
        .rows.filter((row) => row.parent === undefined && findRow(listOf(id), row.code, on) === row)
        .map(({code}) => code);
    expect(tops('exploitation')).toEqual(['prostitution', 'forced-labour', 'criminal-acts', 'unknown']);
    expect(tops('sex')).toEqual(['female', 'male', 'unknown']);
    expect(tops('authority')).toEqual(['us', 'cmm', 'court', 'unknown']);
  });
  test('two maxima of the departure deadline applied in 2013', () => {
    const maximum = (on: string) =>
      findInForce(
        (profile.rules.deadlines ?? []).filter(({parameters}) => parameters.fact === 'departure-deadline'),
        plainDate(on),
      )?.parameters.maximum;
    expect([maximum('2013-01-01'), maximum('2013-12-31')]).toEqual([100, 120]);
  });
  test('every country is in a region', () => {
    const countries = listOf('nationality').rows.filter(({code}) => /^[A-Z]{2}$/.test(code));
    expect(new Set(countries.map(({code}) => code)).size).toBe(249);
    expect(countries.filter(({parent}) => parent === undefined)).toEqual([]);
  });
  test('every age from birth on is in one band, and every band a child’s or an adult’s', () => {
    const bands = listOf('age').rows.filter(({parent}) => parent !== undefined);
    for (let age = 0; age < 120; age++) {
      const of = bands.filter(({min = 0, max = Number.POSITIVE_INFINITY}) => min <= age && age <= max);
      expect(of.map(({parent}) => parent)).toEqual([age < 18 ? 'child' : 'adult']);
    }
  });
  test('the published series is UNODC’s, and says so', () => {
    const totals = profile.published.filter(({table}) => table === 'persons-by-year');
    expect(totals.map(({year, value}) => [year, value])).toEqual([
      [2007, 17],
      [2008, 28],
      [2009, 47],
      [2010, 53],
      [2011, 60],
      [2012, 66],
      [2013, 76],
    ]);
    expect(totals.every(({source}) => source.title === 'UNODC')).toBe(true);
  });
});
