/**
 * A statement's figures of earlier years, held against the latest edition that printed each of them: its own, or one whose series
 * shows it. What reads otherwise is told with its reasons, and what no reason explains stops the statement.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {expectSameBytes} from './editions-hold.ts';
import {decision, type Row, releaseOf, type SmallOffice, smallOffice, textOf} from './small-office.ts';

let office: SmallOffice;
const rows = new Map<string, Row>();
const SIGNED = ['--edition', 'internal', '--by', 'Anne Holm', '--approved-by', 'Bo Lind'];
const WINTER = ['release', '--from', '2013-10-01', '--to', '2014-03-31', ...SIGNED];

beforeAll(async () => {
  office = await smallOffice('earlier-years');
  // The office does not know of 2008 yet.
  office.edit('published.csv', (text) => text.replace(/^persons-by-year,2008.*\n/m, ''));
  rows.set('A-1', decision('900001', '05-05-2010', 'Prostitution'));
  rows.set('A-2', decision('900002', '06-06-2012', 'Tvangsarbejde', 'Mand'));
  rows.set('A-3', decision('900003', '07-07-2013', 'Prostitution'));
  office.at('2014-01-10T09:00:00Z');
  await office.receive(rows);
  office.at('2014-02-01T09:00:00Z');
  await releaseOf(office, 2013);
}, 60_000);
afterAll(() => office.remove());

const step = (name: string, run: () => Promise<void>) => test(name, run, 60_000);

step('a year that only the series of a later year’s edition printed', async () => {
  office.at('2014-09-01T09:00:00Z');
  rows.set('A-4', decision('900004', '20-12-2010', 'Prostitution'));
  rows.set('A-5', decision('900005', '20-11-2013', 'Prostitution'));
  rows.set('A-6', decision('900006', '20-01-2014', 'Prostitution'));
  await office.receive(rows);
  office.at('2014-10-01T09:00:00Z');
  const released = await releaseOf(office, 2013);
  const english = textOf(released, 'en');
  expect(english).toContain(
    'for 2010, the latest edition with that year had 1 and this edition has 2. The difference is due to late decisions (+1).',
  );
  expect(english).toContain(
    'for 2013, the latest edition with that year had 1 and this edition has 2. The difference is due to late decisions (+1).',
  );
  expect(english).toContain(
    'for 2007, 2009 and 2011–2012, the figure is the same as in the latest edition with that year.',
  );
  expect(textOf(released, 'da')).toContain(
    'for 2010 stod der 1 i den seneste udgave med dette år, og der står 2 i denne. Forskellen skyldes sene afgørelser (+1).',
  );
  expect(textOf(released, 'da')).toContain(
    'for 2007, 2009 og 2011–2012 er tallet det samme som i den seneste udgave med dette år.',
  );
  // The years of one row are no series: only the series and the triangle say where they were published and where counted.
  expect(english.match(/are published totals from before the register/g)?.length).toBe(2);
  await expectSameBytes(office, released);
});

step('a published total from before the register reads otherwise, or was not there', async () => {
  office.edit('published.csv', (text) =>
    text.replace(/^(persons-by-year,2009,,)47,(.*)$/m, '$148,$2\npersons-by-year,2008,,28,$2'),
  );
  office.at('2014-11-01T09:00:00Z');
  const released = await releaseOf(office, 2013);
  const english = textOf(released, 'en');
  expect(english).toContain(
    'for 2009, the latest edition with that year had 47 and this edition has 48. The difference is due to corrections (+1).',
  );
  expect(english).toContain(
    'for 2008, the latest edition with that year had no figure and this edition has 28. The difference is due to corrections.',
  );
  expect(textOf(released, 'da')).toContain(
    'for 2008 stod der intet tal i den seneste udgave med dette år, og der står 28 i denne. Forskellen skyldes rettelser.',
  );
  // It was told of when it had changed, and since then it has not.
  expect(english).toContain('for 2007 and 2010–2013, the figure is the same as in the latest edition with that year.');
});

step('the latest is by what was known, not by when it came out', async () => {
  office.at('2015-01-10T09:00:00Z');
  const released = await office.done('release', '2012', ...SIGNED, '--as-at', '2014-02-01T09:00:00Z');
  expect(released).toMatchObject({edition: '2012-internal-1', cutOff: '2014-02-01T09:00:00.000Z'});
  office.at('2015-02-01T09:00:00Z');
  const text = textOf(await office.done(...WINTER), 'en');
  expect(text).not.toContain('for 2010, the latest edition');
  expect(text).toContain('for 2007–2013, the figure is the same as in the latest edition with that year.');
});

step('an edition of other days than a year is held against a later one of the same days', async () => {
  const figures = join(office.workspace, 'editions', '2013-10-01--2014-03-31-internal-1', 'figures.json');
  const printed = readFileSync(figures, 'utf8');
  office.at('2015-03-01T09:00:00Z');
  // So another one, which is as it was, is the last that printed each of the years.
  await releaseOf(office, 2013);
  office.at('2015-03-02T09:00:00Z');
  await office.done(...WINTER, '--dry-run');
  writeFileSync(figures, withAnotherAge(printed));
  expect(await office.refused(...WINTER)).toBe('findings-stand');
  const {findings} = await office.done(...WINTER, '--dry-run', '--over-findings', '--reason', 'seen');
  expect(findings).toContainEqual(
    expect.objectContaining({
      rule: 'said-otherwise',
      facts: {edition: '2013-10-01--2014-03-31-internal-1', tables: 'persons-by-sex'},
    }),
  );
  // Released over it all the same, it is what it was whenever it is compiled again: the log has what was found.
  const over = await office.done(...WINTER, '--over-findings', '--reason', 'the archive is looked into');
  const said = {edition: '2013-10-01--2014-03-31-internal-1', tables: 'persons-by-sex'};
  expect(over.overFindings).toMatchObject({errors: 1, saidOtherwise: [said]});
  writeFileSync(figures, printed);
  await expectSameBytes(office, over);
});

function withAnotherAge(figures: string): string {
  const read = JSON.parse(figures);
  const table = read.link.item.find((one: {extension: {table: string}}) => one.extension.table === 'persons-by-sex');
  table.value[0] += 1;
  return JSON.stringify(read);
}
