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
