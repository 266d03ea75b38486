/** `opgor link` on files it has not seen, and on what is wrong with them. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('link');
const {opgor, json} = commandIn(folder.path, folder.path);
const at = (name: string, text: string): string => {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
};
const person = (i: number) =>
  `P${i},Fornavn${'abcdefghij'[i % 10]}${'klmnopq'[i % 7]},Efternavn${i * 31},19${50 + (i % 50)}-0${1 + (i % 9)}-1${i % 9}`;
const ROWS = ['nr,fornavn,efternavn,født', ...Array.from({length: 120}, (_, i) => person(i))];
const AGAIN = Array.from({length: 12}, (_, i) => person(i).replace(/^P/, 'Q'));
const POLICY =
  'id: nr\nfields:\n  navn: {kind: name, columns: [fornavn, efternavn]}\n  født: {kind: date, column: født}\n';
let file = '';
let policy = '';

beforeAll(() => {
  file = at('persons.csv', [...ROWS, ...AGAIN].join('\n'));
  policy = at('policy.yaml', POLICY);
});
afterAll(folder.remove);

test('pairs and clusters by id', async () => {
  const {code, answer} = await json('link', file, '--policy', policy);
  expect(code).toBe(0);
  expect(answer.pairs.length).toBe(12);
  expect(answer.clusters).toContainEqual(['P3', 'Q3']);
  expect(answer.pairs[0]).toEqual({
    left: expect.stringMatching(/^P/),
    right: expect.stringMatching(/^Q/),
    weight: expect.any(Number),
    probability: expect.any(Number),
  });
});

test('by row where no id is named; semicolons and Windows-1252 are told by the file', async () => {
  const latin = join(folder.path, 'latin.csv');
  writeFileSync(latin, Buffer.from([...ROWS, ...AGAIN].join('\r\n').replaceAll(',', ';'), 'latin1'));
  const {answer} = await json('link', latin, '--policy', at('rows.yaml', POLICY.replace('id: nr\n', '')));
  expect(answer.clusters).toContainEqual([3, 123]);
});

test('in words, and the waterfall of a pair', async () => {
  const said = await opgor(['link', file, '--policy', policy], {language: 'da'});
  expect(said.out).toContain('12 par er samme person');
  const pair = await opgor(['link', file, '--policy', policy, '--explain', 'P3,Q3']);
  expect(pair.out).toMatch(/prior odds.*\n.*navn: exact/);
  expect((await opgor(['link', file, '--policy', policy, '--explain', 'P3,nobody'])).code).toBe(2);
});

test.each([
  ['a column that is not there', 'id: nr\nfields:\n  by: {kind: code, column: bopæl}\n', 'no-such-column'],
  ['an unknown kind', 'fields:\n  navn: {kind: nickname, column: fornavn}\n', 'link-policy-faulty'],
  ['no fields', 'fields: {}\n', 'link-policy-faulty'],
  ['YAML that is none', 'fields: {navn: [\n', 'link-policy-faulty'],
  ['a spelling of two words', `${POLICY}folding: {own: {read: {"a b": c}}}\n`, 'link-policy-faulty'],
  ['a threshold below 0', `${POLICY}thresholds: {link: -0.5}\n`, 'link-policy-faulty'],
  ['a threshold of 1', `${POLICY}thresholds: {review: 1}\n`, 'link-policy-faulty'],
  ['a key nobody can block on', `${POLICY}blocking: [[navn.skostørrelse]]\n`, 'no-such-blocking-key'],
])('%s is refused', async (_, text, reason) => {
  const {code, answer} = await json('link', file, '--policy', at('bad.yaml', text));
  expect(code).toBe(1);
  expect(answer.refusal.reason).toBe(reason);
  expect(answer.remedy).not.toBe('');
});

test('an office has spellings of its own', async () => {
  const spelled = at('spelled.csv', [...ROWS, 'A1,Zxøqu,Blargh,1990-01-05', 'A2,Zxoku,Blarg,1990-01-05'].join('\n'));
  const levelUnder = async (folding: string) => {
    const own = at('own.yaml', POLICY + folding);
    const {answer} = await json('link', spelled, '--policy', own, '--explain', 'A1,A2');
    return answer.steps[0].level;
  };
  expect(await levelUnder('')).toBe('close');
  expect(await levelUnder('folding: {own: {read: {QU: kú, gh$: g}}}\n')).toBe('variant');
  expect(await levelUnder('folding: {own: {told: [abc], read: {qu: ku, gh$: g}}}\n')).toBe('close');
});

test('a file without a header is refused without repeating what is in it', async () => {
  const ran = await opgor(['link', at('bare.csv', ROWS.slice(1).join('\n')), '--policy', policy, '--json']);
  expect(JSON.parse(ran.out).refusal.reason).toBe('no-header');
  expect(ran.out + ran.err).not.toContain('Efternavn0');
});

test('a missing file, a missing policy', async () => {
  expect((await json('link', join(folder.path, 'none.csv'), '--policy', policy)).answer.refusal.reason).toBe(
    'no-such-file',
  );
  expect((await json('link', file, '--policy', join(folder.path, 'none.yaml'))).answer.refusal.reason).toBe(
    'no-such-file',
  );
  expect((await opgor(['link', file])).code).toBe(2);
});

test.each([
  ['no rows', 'nr,fornavn,efternavn,født\n'],
  ['rows that say nothing', 'nr,fornavn,efternavn,født\nA,,,\nB,,,\n'],
])('%s: no pairs, and no odd numbers', async (_, text) => {
  const {code, out} = await opgor(['link', at('nothing.csv', text), '--policy', policy]);
  expect(code).toBe(0);
  expect(out).toMatch(/\b0 pairs linked/);
  expect(out).not.toMatch(/-0|NaN|Infinity/);
});

test.each([
  ['{link: 0.5, review: 0.9}', 0.5, 0.9],
  ['{review: 0.7}', 0.5, 0.7],
])('thresholds out of order are refused with file, line and keys: %s', async (thresholds, link, review) => {
  const bad = at('order.yaml', `${POLICY}thresholds: ${thresholds}\n`);
  const {out, err, code} = await opgor(['link', file, '--policy', bad]);
  expect(code).toBe(1);
  expect(out + err).toMatch(
    new RegExp(`order.yaml, line 5: .* ${review} and linked from ${link}.*\\n.*review be below link`),
  );
});

test.each([['{link: 0.1}'], ['{link: 0.5, review: 0.5}']])('thresholds in order are not: %s', async (thresholds) => {
  const good = at('order.yaml', `${POLICY}thresholds: ${thresholds}\n`);
  const {code, answer} = await json('link', file, '--policy', good);
  expect(code).toBe(0);
  expect(answer.thresholds.review).toBeLessThanOrEqual(answer.thresholds.link);
});

const SECRET = 'Hemmelig';
test.each([
  ['too few cells', `${ROWS.join('\n')}\nX1,${SECRET},Hansen\n`, 'persons-few.csv, row 122: 3 cells under 4 headings'],
  ['one cell', `nr,fornavn,efternavn,født\n${SECRET}\n`, 'persons-few.csv, row 2: 1 cell under 4 headings'],
  ['too many cells', `${ROWS.join('\n')}\nX1,${SECRET},Hansen,Ole,1990-01-01\n`, 'row 122: 5 cells under 4 headings'],
  ['too many cells, the last empty', `${ROWS.join('\n')}\nX1,${SECRET},Hansen,1990,\n`, 'row 122: 5 cells under 4'],
  ['a quote that is not closed', `${ROWS.join('\n')}\nX1,"${SECRET},Hansen\n`, 'cannot be read from row 122 on'],
  ['nothing', '', 'persons-few.csv is empty'],
])('a file with %s is refused in words of a file, without what is in it', async (_, text, words) => {
  const ran = await opgor(['link', at('persons-few.csv', text), '--policy', policy]);
  expect(ran.code).toBe(1);
  expect(ran.out + ran.err).toContain(words);
  expect(ran.out + ran.err).toContain('What to do: ');
  expect(ran.out + ran.err).not.toContain(SECRET);
  const danish = await opgor(['link', at('persons-few.csv', text), '--policy', policy], {language: 'da'});
  expect(ran.out + ran.err + danish.out + danish.err).not.toMatch(/register|registr|agency|myndighed|sender|afsender/i);
});

test('empty lines between rows are no rows', async () => {
  const {code, answer} = await json(
    'link',
    at('gaps.csv', [...ROWS, '', ...AGAIN, '', ''].join('\n')),
    '--policy',
    policy,
  );
  expect([code, answer.records]).toEqual([0, 132]);
});

test('where only rows that say the same were found, nothing is said to be compared', async () => {
  const proving = at('proving.yaml', 'fields:\n  nr: {kind: identifier, column: nr, proves: true}\n');
  const one = at('one.csv', 'nr\n1234567\n1234567\n');
  const said = await opgor(['link', one, '--policy', proving]);
  expect(said.out).toContain('2 records: 1 pair linked, 1 cluster.\n');
  expect(said.out).not.toMatch(/\b1 (pairs|records|clusters|matches|rows)\b/);
  const blocked = at('blocked.yaml', `${POLICY}blocking: [[født]]\n`);
  for (const ran of [said, await opgor(['link', file, '--policy', blocked])]) {
    expect(ran.out).toContain('say the same in every field; no two that differ were compared');
    expect(ran.out).not.toMatch(/\b0 pairs were|0\.0 %/);
  }
  const danish = await opgor(['link', one, '--policy', proving], {language: 'da'});
  expect(danish.out).toMatch(/^2 rækker: 1 par er samme person, 1 klynge\.$/m);
});

test('where no likely match tells what rules find, no share is said', async () => {
  const blocked = at('usual.yaml', `${POLICY}blocking: [[født.year]]\n`);
  const {out} = await opgor(['link', file, '--policy', blocked]);
  expect(out).toMatch(/^\d+ pairs were compared, by rules that are usual/m);
  expect(out).not.toMatch(/\d %/);
});

test('Danish numbers have a comma', async () => {
  const {out} = await opgor(['link', file, '--policy', policy], {language: 'da'});
  expect(out).toMatch(/λ \d,\d\de-\d/);
  expect(out).toMatch(/ m 0,\d{3} {2}u \d,\de[-+]\d {2}[+−]\d+,\d$/m);
  expect(out).not.toMatch(/\d\.\d(?!\d\d)/);
  const pair = await opgor(['link', file, '--policy', policy, '--explain', 'P3,Q3'], {language: 'da'});
  expect(pair.out).toMatch(/p [01],\d{4}$/m);
});

test('one block of identical rows is told by its size', async () => {
  const block = Array.from({length: 60}, (_, i) => `B${i},${SECRET},Hansen,1990-01-01`);
  const {answer} = await json('link', at('block.csv', [...ROWS, ...block].join('\n')), '--policy', policy);
  expect(answer.warnings).toContainEqual({warning: 'identical-records', blocks: 1, records: 60, largest: 60});
  const said = await opgor(['link', at('block.csv', [...ROWS, ...block].join('\n')), '--policy', policy]);
  expect(said.out).toMatch(/^60 rows say the same as many others/m);
  expect(said.out).not.toContain(SECRET);
});
