/**
 * How well the linkage does, told by the register itself and held against the truth: years of an agency's lists in which some come back,
 * a reviewer who knows who they are, and a sample of what was not put.
 */

import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {RecordNumber} from '#concepts/record-number';
import {instant} from '#kit/instant';
import {done} from '#kit/outcome';
import {percentShown} from '#language/percent';
import {identityPolicy} from '#production/find-pairs';
import {pairOf, readIdentityFacts, Settled} from '#production/identity-facts';
import {knownOf} from '#production/identity-table';
import {qualityAsAt} from '#production/linkage-quality';
import {silent} from '#production/progress';
import {atReviewDesk, type DeskView, type Verdict} from '#production/review';
import {type KeyedRegister, openCasework, openRegister, withStore} from '#production/workspace';
import {value} from '../production/edition-office.ts';
import {type AgencyYears, agencyYears} from './agency-years.ts';
import {type Answer, type SmallOffice, smallOffice} from './small-office.ts';

let office: SmallOffice;
let agency: AgencyYears;

function truthOf({sides: [left, right]}: DeskView): Verdict {
  const [one, other] = [left, right].map(({identifiers}) =>
    agency.truth.get(identifiers.find(({scheme}) => scheme === 'us-person')?.value ?? ''),
  );
  if (one === undefined || other === undefined || one.person !== other.person) return 'different';
  return one.year === other.year ? 'same-incident' : 'returning';
}

/** Answers so many of what waits, or all. */
const review = async (most = Number.POSITIVE_INFINITY): Promise<number> =>
  value(
    await atReviewDesk(office.workspace, 'Anne Holm', office.effects, silent, async (desk) => {
      for (let answered = 0; ; answered++) {
        const [next] = answered < most ? await desk.waiting() : [];
        if (next === undefined) return done(answered);
        value(await desk.answer(next, truthOf(value(await desk.view(next))), 'the files of both'));
      }
    }),
  );

/** All pairs of records that are one person, and which of them are joined by what was linked, or put and decided. */
const truth = async () =>
  value(
    await withStore(await openCasework(office.workspace, office.effects), async (register: KeyedRegister) => {
      const at = (await register.store.latest()) ?? office.effects.now();
      const records = new Map<number, RecordNumber[]>();
      for await (const file of register.store.personFiles(at))
        for (const record of new Set(file.facts.map((fact) => fact.record))) {
          const known = value(await knownOf(register, record));
          const number = known?.identifiers.find(({scheme}) => scheme === 'us-person')?.value ?? '';
          const person = agency.truth.get(number)?.person ?? -1;
          records.set(person, [...(records.get(person) ?? []), record]);
        }
      const pairs = [...records.values()].flatMap((all) =>
        all.flatMap((one, i) => all.slice(i + 1).map((other) => pairOf(one, other))),
      );
      const facts = await readIdentityFacts(register.store, at);
      // A sample joins nobody here: what only it found was missed.
      const asked = [...facts.pairs.values()].filter(({question}) => question && question.fact.sample === undefined);
      const joinedBy = (bands: readonly string[]) => {
        const joined = new Settled({fileOf: new Map(), pairs: new Map()});
        for (const {pair, question, decision} of asked)
          if (bands.includes(question?.fact.band ?? '') && decision && decision.fact.verdict !== 'different')
            joined.same(pair);
        return pairs.filter((pair) => joined.isOne(pair)).length;
      };
      return done({pairs: pairs.length, put: joinedBy(['link', 'clerical']), linked: joinedBy(['link'])});
    }),
  );

const quality = (): Promise<Answer> => office.done('review', '--quality');
const missing = ({missing: all}: Answer): readonly string[] => all.map((one: Answer) => one.missing);
const drawn = ({strata}: Answer): readonly number[] => strata.map((one: Answer) => one.pairs);
const waiting = async (): Promise<readonly Answer[]> => (await office.done('review', '--by', 'Anne Holm')).pairs;

beforeAll(async () => {
  agency = agencyYears(2, 2009, 5);
  office = await smallOffice('quality');
  office.edit('linkage.yaml', (text) => text.replace('asked-again: 0.1', 'asked-again: 0'));
  // An office that is put little, and so misses some.
  office.edit('linkage.yaml', (text) => text.replace(/review: 0\.\d+/, 'review: 0.95'));
  for (const [i, rows] of agency.lists.slice(0, 4).entries()) {
    office.at(`${2010 + i}-01-10T09:00:00Z`);
    await office.receive(rows);
  }
}, 120_000);

afterAll(() => office.remove());

test('before anybody decided anything, what is missing is said, and nothing else', async () => {
  const none = await quality();
  expect(missing(none)).toEqual(['nothing-decided', 'no-sample']);
  expect(none.recall).toEqual({});
  expect(none.bands.link.precision).toBeUndefined();
  const {out} = await office.opgor(['review', '--quality']);
  expect(out).toContain('opgor review --sample 100');
  expect(out).toContain('are one person has not been estimated. How many pairs of one person were not found has not');
});

test.each(['5', '10001', 'all', '-3'])('a sample of %s is none', async (count) => {
  expect((await office.opgor(['review', `--sample=${count}`])).code).toBe(2);
});

test('what was put and decided gives precision, and no recall', async () => {
  await office.done('review', '--find');
  await review();
  const decided = await quality();
  expect(missing(decided)).toEqual(['no-sample']);
  const {pairs, decided: looked, same, precision} = decided.bands.link;
  expect([pairs, looked]).toEqual([looked, pairs]);
  expect(precision.share).toBeCloseTo(same / looked, 10);
  expect(precision.from).toBeLessThan(precision.share);
  expect(same).toBeLessThan(looked);
  expect(decided.recall).toEqual({});
});

describe('a sample', () => {
  test('rehearsed, writes nothing', async () => {
    const dry = await office.done('review', '--sample', '60', '--dry-run');
    expect(dry).toMatchObject({written: false, asked: 0});
    expect(dry.sample.undecided).toBeGreaterThan(40);
    expect(await waiting()).toEqual([]);
  });

  test('is put like any other pair, and told of nowhere', async () => {
    office.at('2013-01-11T09:00:00Z');
    const {sample} = await office.done('review', '--sample', '40');
    expect(sample.strata.map((one: Answer) => one.drawn).reduce((a: number, b: number) => a + b)).toBe(40);
    const put = await waiting();
    expect(put.length).toBe(sample.undecided);
    expect(new Set(put.map(({part}) => part))).toEqual(new Set(['first']));
    expect(JSON.stringify(put)).not.toContain('sample');
    expect((await office.opgor(['review'])).out).not.toMatch(/sample|drawn/);
    expect((await office.done('questions', '2012')).identity.questions).toBe(0);
  });

  test('again is the same and not written, and compared again it stands', async () => {
    expect(await office.done('review', '--sample', '40')).toMatchObject({written: false});
    expect(await office.done('review', '--find')).toMatchObject({written: false, dropped: 0});
  });

  test('larger, holds the smaller', async () => {
    const before = (await waiting()).map(({on, other}) => `${on} ${other}`);
    office.at('2013-01-12T09:00:00Z');
    await office.done('review', '--sample', '60');
    const now = new Set((await waiting()).map(({on, other}) => `${on} ${other}`));
    expect(before.filter((pair) => !now.has(pair))).toEqual([]);
    expect(now.size).toBeGreaterThan(before.length);
  });

  test('of which little is decided says how much is not, and its interval has room for it', async () => {
    office.at('2013-01-13T09:00:00Z');
    await review(20);
    const some = await quality();
    expect(missing(some)).toEqual(['sample-undecided']);
    const at = '2013-01-13T09:00:00Z';

    office.at('2013-01-14T09:00:00Z');
    await review();
    const all = await quality();
    expect(missing(all)).toEqual([]);
    expect(some.recall.put.from).toBeLessThan(all.recall.put.from);

    const then = value(
      await withStore(await openRegister(office.workspace), async ({store, profile}) => {
        const policy = value(identityPolicy(profile, instant(at)));
        return done(await qualityAsAt(store, policy, instant(at)));
      }),
    );
    expect(then.recall.put).toEqual(some.recall.put);
  });

  test('tells of recall, and the truth is within', async () => {
    const {pairs, linked, put} = await truth();
    const {recall, strata} = await quality();
    expect(drawn({strata}).reduce((a, b) => a + b)).toBe(60);
    expect([pairs > put, put > linked]).toEqual([true, true]);
    expect(strata.some(({same}: Answer) => same > 0)).toBe(true);
    for (const [estimate, real] of [
      [recall.linked, linked / pairs],
      [recall.put, put / pairs],
    ]) {
      expect(estimate.from).toBeLessThanOrEqual(real);
      expect(estimate.to).toBeGreaterThanOrEqual(real);
    }
  });

  test('by origin, where few were decided it is said', async () => {
    const {origins, atLeast, bands} = await quality();
    for (const {bands: own, tooFew} of origins) expect(tooFew).toBe(own.link.decided + own.clerical.decided < atLeast);
    const sum = origins.reduce((total: number, one: Answer) => total + one.bands.link.decided, 0);
    expect(sum).toBe(bands.link.decided);
    expect(origins.some(({tooFew}: Answer) => tooFew) && origins.some(({tooFew}: Answer) => !tooFew)).toBe(true);
    const {out} = await office.opgor(['review', '--quality']);
    expect(out).toMatch(/^Vietnam .*too few: under 20$/m);
  });

  test('is told in both languages, with a sentence for the statement', async () => {
    const {recall, bands} = await quality();
    const percent = (share: number, tag: string) => percentShown(share, 1, tag);
    const english = (await office.opgor(['review', '--quality'])).out.trimEnd().split('\n').at(-1);
    expect(english).toContain(
      `reviewers have decided, ${percent(bands.link.precision.share, 'en')} (95 per cent interval`,
    );
    expect(english).toContain(`estimated ${percent(recall.put.share, 'en')} (95 per cent interval`);
    const danish = (await office.opgor(['review', '--quality'], {language: 'da'})).out.trimEnd().split('\n').at(-1);
    expect(danish).toContain(`er anslået ${percent(recall.put.share, 'da')} (95 pct.-interval`);
  });

  test('grows old when more has come and was compared, and is drawn anew without asking twice', async () => {
    office.at('2014-01-10T09:00:00Z');
    await office.receive(agency.lists[4] ?? new Map());
    await office.done('review', '--find');
    await review();
    const old = await quality();
    expect(missing(old)).toContain('sample-older');
    expect(old.recall).toEqual({});

    office.at('2014-01-11T09:00:00Z');
    const {sample} = await office.done('review', '--sample', '60');
    expect(sample.undecided).toBeLessThan(60);
    expect(await review()).toBeLessThanOrEqual(sample.undecided);
    const anew = await quality();
    expect(missing(anew)).toEqual([]);
    const {pairs, put} = await truth();
    expect(anew.recall.put.from).toBeLessThanOrEqual(put / pairs);
    expect(anew.recall.put.to).toBeGreaterThanOrEqual(put / pairs);
  });
});
