/**
 * Questions of who is the same person that nobody has answered: the statement says how far they can move it, a release is refused
 * or goes over them by choice, and what the answers then make of the figures is within what was said.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {agencyYears} from './agency-years.ts';
import {type Answer, bytesIn, releaseOf, type SmallOffice, smallOffice, textOf} from './small-office.ts';

const YEAR = 2012;
const RELEASE = ['release', String(YEAR), '--edition', 'internal', '--by', 'Anne Holm', '--approved-by', 'Bo Lind'];

let office: SmallOffice;

beforeAll(async () => {
  const {lists} = agencyYears(3, YEAR - 1, 2);
  office = await smallOffice('open-identities', 'whole');
  for (const [i, rows] of lists.entries()) {
    office.at(`${YEAR + i}-01-10T09:00:00Z`);
    await office.receive(rows);
  }
}, 60_000);

afterAll(() => office.remove());

type Table = Record<string, number>;

/** The cells of a one-way table in a folder's figures. */
function cells(folder: string, table: string): Table {
  const {link} = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8'));
  const {id, dimension, value} = link.item.find((one: Answer) => one.extension.table === table);
  const {index} = dimension[id[0]].category;
  const codes: readonly string[] = Array.isArray(index) ? index : Object.keys(index);
  return Object.fromEntries(codes.map((code, i) => [code, value[i]]));
}

const statement = async (name: string): Promise<string> => {
  const out = join(office.folder, name);
  await office.done('statement', String(YEAR), '--out', out, '--media', 'html');
  return out;
};

const SENTENCE = {
  da: /spørgsmål om, hvem der er samme person, er ikke besvaret/,
  en: /questions? of who is the same person/,
};

test('nothing is asked: the figures say so, and no sentence does', async () => {
  const folder = await statement('before');
  const {total: _, ...told} = cells(folder, 'identity-uncertainty');
  expect(told.questions).toBe(0);
  expect(told['persons-low']).toBe(told['persons-high']);
  expect(told['repeats-low']).toBe(told['repeats-high']);
  expect(textOf({folder}, 'da')).not.toMatch(SENTENCE.da);
  expect(textOf({folder}, 'en')).not.toMatch(SENTENCE.en);
});

let asked: Answer;
let drafted: Table;

test('asked and not answered, the statement says how far the answers can move it', async () => {
  asked = await office.done('review', '--find', '--by', 'Anne Holm');
  expect(asked.asked).toBeGreaterThan(3);
  const folder = await statement('asked');
  drafted = cells(folder, 'identity-uncertainty');
  expect(drafted.questions).toBeGreaterThan(3);
  expect(drafted['repeats-high']).toBeGreaterThan(drafted['repeats-low'] ?? 0);
  for (const language of ['da', 'en'] as const) {
    const text = textOf({folder}, language);
    expect(text).toMatch(SENTENCE[language]);
    expect(text).toContain(String(drafted['repeats-high']));
  }
});

test('every cell they can move, for whoever may see it', async () => {
  const told = await office.done('questions', String(YEAR), '--ranges');
  expect(told.identity.questions).toBe(drafted.questions);
  const repeats = told.ranges.find(({table, cell}: Answer) => table === 'repeats' && cell.repetition === 'linked');
  expect(repeats.high).toBe((drafted['repeats-high'] ?? 0) - (drafted['repeats-low'] ?? 0) + repeats.low);
  expect(told.ranges.length).toBeGreaterThan(5);
  for (const {low, counted, high} of told.ranges) {
    expect(low).toBeLessThanOrEqual(counted);
    expect(counted).toBeLessThanOrEqual(high);
    expect(low).toBeLessThan(high);
  }
});

test('which cells is told by --ranges, and where they are told it is not said again', async () => {
  const plain = (await office.opgor(['questions', String(YEAR)])).out;
  expect(plain).toContain('`opgor questions YEAR --ranges` tells every figure they can move.');
  const ranges = (await office.opgor(['questions', String(YEAR), '--ranges'])).out;
  expect(ranges).toContain('of who is the same person are not answered. The answers can move');
  expect(ranges).not.toContain('--ranges');
  const later = (await office.opgor(['questions', String(YEAR + 3)])).out;
  expect(later).toContain('The answers move neither the number of persons nor the number of repeats of this period.');
  expect((await office.opgor(['questions', '--help'])).out).toMatch(/--ranges +Every cell/);
});

test('a release is refused, and says how many and how far', async () => {
  expect(await office.refused(...RELEASE)).toBe('questions-open');
  const {err} = await office.opgor(RELEASE);
  expect(err).toContain(String(drafted.questions));
  expect(err).toMatch(
    /the answers can move the number of persons by [−0+\d]+ to [−0+\d]+(, and not| and) the number of repeats/,
  );
});

let edition: Answer;

test('by choice it goes over them: the manifest, the log and the edition say so, and it compiles again to its bytes', async () => {
  edition = await releaseOf(office, YEAR, '--with-open-questions', '--reason', 'the review is in March');
  const manifest = JSON.parse(readFileSync(join(edition.folder, 'manifest.json'), 'utf8'));
  const {identity, reason} = manifest.edition['open-questions'];
  expect(reason).toBe('the review is in March');
  expect(identity.questions).toBe(drafted.questions);
  const [low = 0, high = 0] = [drafted['repeats-low'], drafted['repeats-high']];
  expect(identity.repeats.high - identity.repeats.low).toBe(high - low);
  expect(cells(edition.folder, 'identity-uncertainty')).toEqual(drafted);
  const before = bytesIn(edition.folder);
  await office.done('recompile', edition.edition, '--out', join(office.folder, 'again'));
  await office.done('verify', edition.folder);
  expect(bytesIn(edition.folder)).toEqual(before);
});

test('answered, nothing is open; the figures are within what was said, and the edition stands as it was', async () => {
  office.at(`${YEAR + 1}-02-10T09:00:00Z`);
  const {pairs} = await office.done('review', '--by', 'Bo Lind');
  for (const [i, {on, other}] of pairs.entries()) {
    const verdict = i % 3 === 0 ? 'different' : i % 3 === 1 ? 'returning' : 'same-incident';
    // One answer may settle another pair, or speak against it.
    await office.opgor(['decide', on, other, '--as', verdict, '--reason', 'seen', '--by', 'Bo Lind', '--yes']);
  }
  const folder = await statement('answered');
  const told = cells(folder, 'identity-uncertainty');
  expect(told.questions).toBe(0);
  const within = (figure: number | undefined, of: string) => {
    expect(figure).toBeGreaterThanOrEqual(drafted[`${of}-low`] ?? Number.NaN);
    expect(figure).toBeLessThanOrEqual(drafted[`${of}-high`] ?? Number.NaN);
  };
  within(told['persons-low'], 'persons');
  within(told['repeats-low'], 'repeats');
  expect(told['repeats-low']).toBeGreaterThan(drafted['repeats-low'] ?? 0);
  expect(textOf({folder}, 'en')).not.toMatch(SENTENCE.en);
  await office.done('recompile', edition.edition, '--out', join(office.folder, 'once-more'));
}, 60_000);
