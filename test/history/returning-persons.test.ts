/**
 * Five years of an agency's lists, in which some come back under another number and with another spelling. Everyone is
 * compared each year, a reviewer who knows the truth decides what is put, and the repeats counted are those there were.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {done} from '#kit/outcome';
import {silent} from '#production/progress';
import {atReviewDesk, type DeskView, type Verdict} from '#production/review';
import {openRegister, withStore} from '#production/workspace';
import {deidentify} from '#register/deidentify';
import {value} from '../production/edition-office.ts';
import {type AgencyYears, agencyYears} from './agency-years.ts';
import {type Answer, type SmallOffice, smallOffice} from './small-office.ts';

const FIRST = 2009;
const YEARS = 5;

interface Reviewed {
  readonly year: number;
  readonly asked: number;
  /** Without the office. */
  readonly decided: number;
  /** Before anything was decided this year, and after. */
  readonly before: number;
  readonly after: number;
  /** What a statement made before the review prints of the repeats, at least and at most. */
  readonly printed: readonly [low: number, high: number];
}

/** Both in one year: another look at the same incident. */
function truthOf({sides: [left, right]}: DeskView, {truth}: AgencyYears): Verdict {
  const [one, other] = [left, right].map(({identifiers}) =>
    truth.get(identifiers.find(({scheme}) => scheme === 'us-person')?.value ?? ''),
  );
  if (one === undefined || other === undefined || one.person !== other.person) return 'different';
  return one.year === other.year ? 'same-incident' : 'returning';
}

const linkedRepeats = async (office: SmallOffice, year: number): Promise<number> =>
  value(
    await withStore(await openRegister(office.workspace), async ({store, profile}) => {
      const at = (await store.latest()) ?? office.effects.now();
      const [found] = await deidentify(store.personFiles(at), profile, [yearPeriod(year)]);
      return done(
        (found?.units ?? []).filter(({unit, codes}) => unit === 'person' && codes.repetition?.[0] === 'linked').length,
      );
    }),
  );

async function printedRange(office: SmallOffice, year: number): Promise<readonly [number, number]> {
  const out = join(office.folder, `statement-${year}`);
  await office.done('statement', String(year), '--out', out, '--media', 'html');
  const {link} = JSON.parse(readFileSync(join(out, 'figures.json'), 'utf8'));
  const found = link.item.find((one: Answer) => one.extension.table === 'identity-uncertainty');
  const [, , , low, high] = found.value;
  return [low, high];
}

async function review(office: SmallOffice, agency: AgencyYears): Promise<number> {
  return value(
    await atReviewDesk(office.workspace, 'Anne Holm', office.effects, silent, async (desk) => {
      for (let asked = 0; ; asked++) {
        const [next] = await desk.waiting();
        if (next === undefined) return done(asked);
        const view = value(await desk.view(next));
        value(await desk.answer(next, truthOf(view, agency), 'the files of both'));
      }
    }),
  );
}

let office: SmallOffice;
let agency: AgencyYears;
const reviewed: Reviewed[] = [];

beforeAll(async () => {
  agency = agencyYears(3, FIRST, YEARS);
  office = await smallOffice('returning');
  office.edit('linkage.yaml', (text) => text.replace('asked-again: 0.1', 'asked-again: 0'));
  for (const [i, rows] of agency.lists.entries()) {
    const year = FIRST + i;
    office.at(`${year + 1}-01-10T09:00:00Z`);
    const receipt = await office.receive(rows);
    if (receipt.rows.held > 0) throw new Error('rows were held');
    const found = await office.done('review', '--find', '--by', 'Anne Holm');
    const before = await linkedRepeats(office, year);
    const printed = await printedRange(office, year);
    const asked = await review(office, agency);
    reviewed.push({year, asked, decided: found.decided, before, printed, after: await linkedRepeats(office, year)});
  }
}, 300_000);

afterAll(() => office.remove());

test('those who came back are found: the repeats of each year are those there were', () => {
  expect(reviewed.map(({year, after}) => [year, after])).toEqual([...agency.repeats]);
});

test('the repeats of each year were within the range printed before anybody reviewed', () => {
  for (const {printed, after} of reviewed) {
    expect(after).toBeGreaterThanOrEqual(printed[0]);
    expect(after).toBeLessThanOrEqual(printed[1]);
  }
  expect(reviewed.some(({printed, before}) => printed[0] === before && printed[1] > before)).toBe(true);
});

test('nothing is decided without the office, however much agrees: no identifier proves it', () => {
  expect(reviewed.map(({decided, before}) => [decided, before])).toEqual(reviewed.map(() => [0, 0]));
});

test('no more than thirty pairs a year are put', () => {
  expect(Math.max(...reviewed.map(({asked}) => asked))).toBeLessThanOrEqual(30);
});

test('compared again, nothing is asked that was answered', async () => {
  const again = await office.done('review', '--find', '--by', 'Anne Holm');
  expect(again).toMatchObject({asked: 0, dropped: 0, written: false});
});
