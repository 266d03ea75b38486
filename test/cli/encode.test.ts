/** `opgor encode`: lists that go out without names and are linked all the same, and what is refused. */
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('encode');
const {opgor, json} = commandIn(folder.path, folder.path);
const path = (name: string): string => join(folder.path, name);
const at = (name: string, content: string | Buffer): string => {
  writeFileSync(path(name), content);
  return path(name);
};
const textOf = (file: string): string => readFileSync(file, 'utf8');
const rowsOf = (file: string) =>
  textOf(file)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

const HEAD = 'nr,fornavn,efternavn,født,cpr';
const person = (i: number, nr = `P${i}`) =>
  `${nr},Fornavn${'abcdefghij'[i % 10]}${'klmnopq'[i % 7]},Østergård${'rstuvxyz'[i % 8]}${i * 31},19${50 + (i % 50)}-0${1 + (i % 9)}-1${i % 9},${i % 3 === 0 ? '' : `1${i % 9}0${1 + (i % 9)}${50 + (i % 50)}${1000 + i}`}`;
const FIRST = [HEAD, ...Array.from({length: 100}, (_, i) => person(i))];
/** Twelve of the first, and others. */
const SECOND = [HEAD, ...Array.from({length: 60}, (_, i) => person(88 + i, `Q${88 + i}`))];
const POLICY = `id: nr
fields:
  navn: {kind: name, columns: [fornavn, efternavn]}
  født: {kind: date, column: født}
  cpr: {kind: identifier, column: cpr, proves: true}
`;
const files = {first: '', second: '', policy: '', key: '', otherKey: ''};

beforeAll(async () => {
  files.first = at('us.csv', FIRST.join('\n'));
  files.second = at('cmm.csv', Buffer.from(SECOND.join('\r\n').replaceAll(',', ';'), 'latin1'));
  files.policy = at('policy.yaml', POLICY);
  files.key = path('exchange.key');
  files.otherKey = path('other.key');
  for (const key of [files.key, files.otherKey]) await opgor(['encode', '--new-key', key]);
});
afterAll(folder.remove);

let made = 0;
const fresh = () => path(`encoded-${++made}.csv`);

interface Request {
  readonly file?: string;
  readonly policy?: string;
  readonly key?: string;
  readonly as?: string;
  readonly out?: string;
  readonly more?: readonly string[];
}
const args = ({file = files.first, policy = files.policy, key = files.key, as = 'tokens', out, more = []}: Request) =>
  ['encode', file, '--policy', policy, '--key', key, '--as', as, '--out', out ?? fresh(), ...more] as const;

async function encoded(request: Request = {}) {
  const out = request.out ?? fresh();
  const ran = await opgor(args({...request, out}));
  expect([ran.code, ran.err]).toEqual([0, '']);
  return {out, said: ran.out};
}

const together = (...lists: readonly string[]): string => {
  const [first = [], ...others] = lists.map((list) => textOf(list).trimEnd().split('\n'));
  return at(`together-${++made}.csv`, [...first, ...others.flatMap((lines) => lines.slice(1))].join('\n'));
};

test.each(['tokens', 'filters'])(
  'lists of two agencies, encoded as %s, are linked by the policy it answers',
  async (as) => {
    const [us, cmm] = [await encoded({as, out: path(`us-${as}.csv`)}), await encoded({as, file: files.second})];
    const {code, answer} = await json('link', together(us.out, cmm.out), '--policy', at(`${as}.yaml`, us.said));
    expect(code).toBe(0);
    expect(answer.pairs.length).toBe(12);
    const name = cmm.out.slice(folder.path.length + 1, -'.csv'.length);
    expect(answer.clusters).toContainEqual([`us-${as}-90`, `${name}-2`]);
    expect(answer.repeatedIds).toBe(0);
  },
);

test.each(['tokens', 'filters'])('nothing plain goes out as %s, and nobody else may read it', async (as) => {
  const {out, said} = await encoded({as, more: ['--id', 'keyed']});
  const text = textOf(out) + said.replace(out, '');
  const cells = FIRST.slice(1)
    .flatMap((line) => line.split(','))
    .filter((cell) => cell.length > 3);
  expect(cells.filter((cell) => text.toLowerCase().includes(cell.toLowerCase()))).toEqual([]);
  expect(text).not.toContain(textOf(files.key).trim());
  expect(statSync(out).mode & 0o777).toBe(0o600);
});

test('the same list under the same key is the same file', async () => {
  const [one, other] = [
    await encoded({as: 'filters', more: ['--id', 'as-is']}),
    await encoded({as: 'filters', more: ['--id', 'as-is']}),
  ];
  expect(textOf(one.out)).toBe(textOf(other.out));
});

test('a record is named by list and row, by its id under the key, or by its id', async () => {
  const idIn = async (...more: string[]) => rowsOf((await encoded({out: path(`ids${++made}.csv`), more})).out)[2]?.[0];
  expect(await idIn()).toMatch(/^ids\d+-1$/);
  expect(await idIn('--id', 'as-is')).toBe('P1');
  const keyed = await idIn('--id', 'keyed');
  expect(keyed).toMatch(/^t1:[\w-]{6}:[\w-]{16}$/);
  expect(await idIn('--id', 'keyed')).toBe(keyed);
});

test('what is not recorded is empty, what cannot be read is counted', async () => {
  const file = at('gaps.csv', `${HEAD},alias\nP1,ukendt,-,i går,,Bo\nP2,Karen,ukendt,1990-01-02,,\n`);
  const policy = at('gaps.yaml', POLICY.replace('efternavn]', 'efternavn], aliases: alias'));
  const out = fresh();
  const {answer} = await json(...args({file, policy, out}));
  expect(rowsOf(out)[1]?.slice(1)).toEqual(['', '', '']);
  expect(answer).toMatchObject({
    rows: 2,
    leftOut: ['navn.aliases'],
    fields: [
      {field: 'navn', kind: 'keyed-tokens', encoded: 1, missing: 1, unread: 0},
      {field: 'født', encoded: 1, missing: 0, unread: 1},
      {field: 'cpr', encoded: 0, missing: 2, unread: 0},
    ],
    policy: {fields: {cpr: {kind: 'keyed-tokens', columns: ['cpr'], proves: true}}},
  });
});

test('the file that keeps two of one source apart is told by a keyed column', async () => {
  const file = at(
    'sources.csv',
    [`${HEAD},kilde`, ...FIRST.slice(1).map((line, i) => `${line},${i % 2 ? 'us' : 'cmm'}`)].join('\n'),
  );
  const {out, said} = await encoded({file, policy: at('sources.yaml', `${POLICY}one-to-one: kilde\nseed: 3\n`)});
  expect(said).toMatch(/one-to-one: kilde\nseed: 3$/m);
  const sources = rowsOf(out)
    .slice(1)
    .map((row) => row.at(-1));
  expect(new Set(sources).size).toBe(2);
  expect(sources.filter((source) => !source?.startsWith('t1:'))).toEqual([]);
});

test('a field may be called as the id is', async () => {
  const {out} = await encoded({policy: at('id.yaml', 'id: nr\nfields: {id: {kind: identifier, column: cpr}}\n')});
  expect(rowsOf(out)[0]).toEqual(['id_', 'id']);
});

test('a rehearsal reads all and writes nothing', async () => {
  const out = fresh();
  const {answer} = await json(...args({out, more: ['--dry-run']}));
  expect(answer).toMatchObject({written: false, rows: 100, columns: ['id', 'navn', 'født', 'cpr']});
  expect(existsSync(out)).toBe(false);
  const said = await opgor(args({out, more: ['--dry-run']}), {language: 'da'});
  expect(said.out).toContain('intet er skrevet');
});

test('a key is made once, for its owner alone', async () => {
  const key = path('once.key');
  const ran = await opgor(['encode', '--new-key', key]);
  const form = textOf(key).trim();
  expect(statSync(key).mode & 0o777).toBe(0o600);
  expect(form).toMatch(/^([0-9A-Z]{5}-){10}[0-9A-Z]{5}$/);
  expect(ran.out + ran.err).not.toContain(form);
  const again = await json('encode', '--new-key', key);
  expect([again.code, again.answer.refusal.reason]).toEqual([1, 'file-exists']);
  expect(textOf(key).trim()).toBe(form);
});

test('what an earlier run left beside is not written into', async () => {
  const out = fresh();
  writeFileSync(`${out}.part`, 'left', {mode: 0o666});
  await encoded({out});
  expect(statSync(out).mode & 0o777).toBe(0o600);
  expect(existsSync(`${out}.part`)).toBe(false);
});

test.each([
  ['two keys', {key: 'other.key'}],
  ['two ways', {as: 'filters'}],
  ['two spellings', {policy: 'spelled.yaml'}],
])(
  'a column made with %s is refused by name',
  async (_, {
    key = 'exchange.key',
    as = 'tokens',
    policy = 'policy.yaml',
  }: {key?: string; as?: string; policy?: string}) => {
    at('spelled.yaml', `${POLICY}folding: {own: {read: {qu: k}}}\n`);
    const us = await encoded();
    const other = await encoded({file: files.second, key: path(key), as, policy: path(policy)});
    const {code, answer} = await json('link', together(us.out, other.out), '--policy', at('linked.yaml', us.said));
    expect(code).toBe(1);
    expect(answer.refusal).toMatchObject({reason: 'more-than-one-key', column: 'navn', keys: 2});
    expect(answer.remedy).toContain('opgor encode');
  },
);

test("an office's spellings are encoded", async () => {
  const file = at('spelled.csv', `${HEAD}\nP1,Zxøqu,Blargh,1990-01-05,\nP2,Zxoku,Blarg,1990-01-05,\n`);
  const weaker = async (folding: string) => {
    const {out} = await encoded({file, policy: at('own.yaml', POLICY + folding)});
    return rowsOf(out)
      .slice(1)
      .map((row) => row[1]?.split('/')[1]);
  };
  const [one, other] = await weaker('');
  expect(one).not.toBe(other);
  const [same, again] = await weaker('folding: {own: {read: {QU: kú, gh$: g}}}\n');
  expect(same).toBe(again);
});

test.each<readonly [string, string, () => Request]>([
  ['a list that is not there', 'no-such-file', () => ({file: path('none.csv')})],
  ['a folder for a list', 'not-a-file', () => ({file: folder.path})],
  ['an empty list', 'table-faulty', () => ({file: at('empty.csv', '')})],
  ['a list without a header', 'no-header', () => ({file: at('bare.csv', FIRST.slice(1).join('\n'))})],
  [
    'a column that is not there',
    'no-such-column',
    () => ({policy: at('no.yaml', `${POLICY}  by: {kind: code, column: bopæl}\n`)}),
  ],
  [
    'a quote that is not closed',
    'table-faulty',
    () => ({file: at('open.csv', `${FIRST.join('\n')}\nP1,"Karen,Hansen`)}),
  ],
  [
    'a row with a cell too many',
    'table-faulty',
    () => ({file: at('long.csv', `${FIRST.join('\n')}\nP1,Karen,Hansen, Berg,,`)}),
  ],
  ['a policy that is not there', 'no-such-file', () => ({policy: path('none.yaml')})],
  ['a policy that is none', 'link-policy-faulty', () => ({policy: at('faulty.yaml', 'fields: {}\n')})],
  [
    'a list that is encoded',
    'already-encoded',
    () => ({policy: at('twice.yaml', 'fields: {navn: {kind: bloom-filter, column: fornavn}}\n')}),
  ],
  [
    'an id that no policy names',
    'no-id-column',
    () => ({policy: at('rows.yaml', POLICY.replace('id: nr\n', '')), more: ['--id', 'keyed']}),
  ],
  ['a key that is not there', 'no-such-file', () => ({key: path('none.key')})],
  ['a key that is none', 'not-a-key', () => ({key: at('word.key', 'correct horse battery staple')})],
  [
    'a mistyped key',
    'not-a-key',
    () => ({
      key: at(
        'typed.key',
        textOf(files.key).replace(/^./, (one) => (one === 'A' ? 'B' : 'A')),
      ),
    }),
  ],
  ['the key for its file', 'key-in-the-open', () => ({key: textOf(files.key).trim()})],
  ['a place that is taken', 'file-exists', () => ({out: files.second})],
  ['a place that is taken, rehearsed', 'file-exists', () => ({out: files.second, more: ['--dry-run']})],
  ['a folder that is not there', 'file-not-writable', () => ({out: path('nowhere/out.csv')})],
])('%s is refused, and nothing is left', async (_, reason, request) => {
  const given = request();
  const before = readdirSync(folder.path);
  const second = readFileSync(files.second);
  const ran = await opgor([...args(given), '--json']);
  expect(ran.code).toBe(1);
  expect(JSON.parse(ran.out)).toMatchObject({refusal: {reason}, remedy: expect.stringMatching(/./)});
  expect(ran.out + ran.err).not.toMatch(/Østergård|Hansen|horse/);
  expect(ran.out + ran.err).not.toContain(textOf(files.key).trim());
  expect(readdirSync(folder.path)).toEqual(before);
  expect(readFileSync(files.second).equals(second)).toBe(true);
});

test('a folder where the file should be is not taken', async () => {
  mkdirSync(path('taken'));
  const {answer} = await json(...args({out: path('taken')}));
  expect(answer.refusal.reason).toBe('file-exists');
});

test('used wrongly', async () => {
  const codes = async (...given: string[]) => (await opgor(['encode', ...given])).code;
  expect(await codes()).toBe(2);
  expect(await codes(files.first, '--new-key', path('k.key'))).toBe(2);
  expect((await opgor(args({as: 'names'}))).code).toBe(2);
  expect((await opgor(args({more: ['--id', 'name']}))).code).toBe(2);
  for (const option of ['--policy', '--key', '--as', '--out']) {
    const all = [...args({})];
    all.splice(all.indexOf(option), 2);
    const ran = await opgor(all);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(option);
  }
});
