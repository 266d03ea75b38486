/** What recipients of an edition read besides its figures: errata and reasons, each in its language; file names. Nobody is in them. */
import {copyFileSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {languages} from '#language/language';
import {saidOf} from '#language/said';
import {receiveInto} from '#production/casework';
import {approve} from '#production/edition-approve';
import {markDisclosed} from '#production/edition-disclose';
import {withoutFileNames} from '#production/file-names';
import {silent} from '#production/progress';
import {B, type Office, openOffice, reason, recordOf, releaseIn, value} from './edition-office.ts';

let base: Office;
beforeAll(async () => {
  base = await openOffice('told');
  value(await releaseIn(base));
});
afterAll(() => base.remove());

const alone = (text: string) => releaseIn(base, {approval: 'alone', reason: text, dryRun: true});

describe('a reason', () => {
  test.each([
    ['a CPR number', 'Asked about 010190-1234 twice', 'number', 3],
    ['a CPR number run together', 'Asked about (0101901234).', 'number', 3],
    ['a CPR number with a space', '010190 1234', 'number', 1],
    ['a record number', 'see p-000001-9.', 'number', 2],
    ['a number of a scheme, with a person', 'see 900000002', 'number', 2],
    ['a number of a scheme, with nobody', 'see 912.345.678', 'number', 2],
    ['digits in pairs, as a telephone number', 'tel 26 13 44 55', 'number', 2],
    ['digits in pairs with dots', 'call 26.13.44.55 again', 'number', 2],
    ['digits in pairs that are days at first', 'call 26.10.13.55 again', 'number', 2],
    ['a CPR number in pairs', 'cpr 01 07 86 12 34', 'number', 2],
    ['a CPR number beside a day', 'on 2013-05-02 01 07 86', 'number', 2],
    ['two years that are no span', 'call 2026 2013', 'number', 2],
    ['a day before the register', 'born 01.07.1986 here', 'early-day', 2],
    ['a day before it, shortly', 'f. 1/7-86', 'early-day', 2],
    ['a day before it, in words', 'den 1. juli 1986', 'early-day', 2],
    ['the number of a case', 'in case SYN-07/00002, late', 'number', 3],
    ['a name', 'of Gift Izetestwa the age', 'name', 2],
    ['a name the other way round, without its capitals', 'izetestwa, gift', 'name', 1],
    ['a name of one word', 'told by Mercy herself', 'name', 3],
    ['a name in the genitive', 'Mercys alder', 'name', 1],
    ['a name in the genitive and capitals', 'MERCYS ALDER', 'name', 1],
    ['a name within a word', 'the not-Mercy case', 'name', 2],
  ])('with %s is refused, and nothing of it repeated', async (_, text, tells, word) => {
    const refused = await alone(text);
    expect(refused).toEqual({ok: false, refusal: {reason: 'text-tells-of-person', text: 'reason', tells, word}});
    if (refused.ok) return;
    const {what, remedy} = saidOf(refused.refusal, languages.da);
    expect(what).toContain(`ord ${word} `);
    for (const said of text.match(/\p{L}{5,}|\d{3,}/gu) ?? [])
      if (said !== 'about') expect(what + remedy).not.toContain(said);
  });

  test('may speak of counts, years, spans and days, and use words that are names as well', async () => {
    const text = 'Have mercy: of 1043 persons in 2007-2013, 12 were late on 2013-05-02, 27.01.2014 and 3/2-2014.';
    expect(await alone(text)).toMatchObject({ok: true});
  });

  test.each([
    '2012-2013, 2013–2014 and 2012/2013',
    '2013-04-01 to 2013-05-02',
    '2013-04-01/2013-05-02',
    'fra 01.04.2013 – 02.05.2013',
    '2013-04-01 2013-05-02, 12 persons',
    'den 3. maj 2013, 3/5-13 and May 3, 2013',
    'of 1043 persons, 1044 in 2013: 26, 13, 44, 55',
    'lov nr. 380 fra 2002',
  ])('may say “%s”', async (text) => expect(await alone(text)).toMatchObject({ok: true}));

  test('is read wherever one is given', async () => {
    const {workspace, effects} = base;
    const named = 'asked for by Gift Izetestwa';
    const disclosure = {edition: '2013-internal-1', by: B, reason: named};
    expect(reason(await markDisclosed(workspace, disclosure, effects))).toBe('text-tells-of-person');
    const twin = base.twin('approves');
    value(await releaseIn(twin, {approval: undefined}));
    const approval = {edition: '2013-internal-2', by: B, alone: named};
    expect(reason(await approve(twin.workspace, approval, twin.effects))).toBe('text-tells-of-person');
  });
});

describe('an erratum', () => {
  const edition = '2013-internal-1';
  const correcting = (erratum: string | {da?: string; en?: string}, tags: readonly ('da' | 'en')[] = ['da', 'en']) =>
    releaseIn(base, {corrects: {edition, erratum}, languages: tags, dryRun: true});

  test.each([
    ['in no language', 'A file was missing.', []],
    ['in one of two', {da: 'En fil manglede.'}, ['da']],
  ])('%s is refused where the statement is in two', async (_, erratum, given) => {
    expect(await correcting(erratum)).toEqual({
      ok: false,
      refusal: {reason: 'erratum-in-other-languages', languages: ['da', 'en'], given},
    });
  });

  test('in a language that the statement is not in is refused', async () => {
    expect(reason(await correcting({da: 'En fil manglede.', en: 'A file.'}, ['da']))).toBe(
      'erratum-in-other-languages',
    );
  });

  test('tells of nobody in either language', async () => {
    expect(await correcting({da: 'En fil manglede.', en: 'Mercy was counted.'})).toMatchObject({
      refusal: {reason: 'text-tells-of-person', text: 'erratum', tells: 'name', word: 1},
    });
  });

  test('each statement prints its own', async () => {
    const erratum = {da: 'En fil manglede helt.', en: 'A file was wholly missing.'};
    const twin = base.twin('erratum');
    const record = recordOf(value(await releaseIn(twin, {corrects: {edition, erratum}, languages: ['da', 'en']})));
    expect(record.corrects).toEqual({edition, erratum});
    const [da, en] = ['da', 'en'].map((tag) => readFileSync(join(record.folder, `statement.${tag}.html`), 'utf8'));
    expect([da?.includes(erratum.da), da?.includes(erratum.en)]).toEqual([true, false]);
    expect([en?.includes(erratum.da), en?.includes(erratum.en)]).toEqual([false, true]);
  }, 60_000);
});

describe('names of files', () => {
  test('as an agency gave them stand in nothing that is compiled', async () => {
    const office = base.twin('names');
    const path = join(office.folder, 'Gift Izetestwa 900000002.csv');
    const letter = {controlTotals: {rows: 1}, recordedAt: instant('2014-02-01T09:00:00Z'), recordedBy: 'test'};
    copyFileSync(join('examples', 'denmark-2013', 'input', 'us-afgoerelser-2013.csv'), path);
    const request = {path, source: 'us', dryRun: false, errors: undefined, ...letter};
    value(await receiveInto(office.workspace, request, office.effects, silent));
    const over = {overFindings: true, reason: 'The letter was miscounted.'};
    const {folder} = recordOf(value(await releaseIn(office, over)));
    const {inputs} = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    expect(inputs).toMatchObject([
      {source: 'us', file: 'us-1'},
      {source: 'us', file: 'us-2', recordedAt: '2014-02-01T09:00:00.000Z'},
    ]);
    const html = readFileSync(join(folder, 'statement.en.html'), 'utf8');
    expect(html).toContain('us-2');
    for (const name of readdirSync(folder).filter((one) => /json|html|pem|sig$/.test(one)))
      expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/Izetestwa|900000002/);
  }, 60_000);

  test('one name is one file, of each source by itself, and entries by hand have none', () => {
    const files = [
      ['us', 'b.csv'],
      ['cmm', 'a.xlsx'],
      ['us', 'a.csv'],
      ['us', 'b.csv'],
      ['entry', ''],
    ].map(([source = '', file = '']) => ({source, file}));
    expect(withoutFileNames(files).map(({file}) => file)).toEqual(['us-1', 'cmm-1', 'us-2', 'us-1', '']);
  });
});
