import {createHmac} from 'node:crypto';
import {chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {expect, onTestFinished, test} from 'vitest';
import {recordNumber} from '#concepts/record-number';
import {instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import {openSqliteStore, type SqliteStore} from '#storage/sqlite';
import {migrate, openDatabase} from '#storage/sqlite-open';
import {STEPS} from '#storage/sqlite-schema';

const submission = {
  source: 'us',
  file: '',
  sha256: '',
  recordedAt: instant('2014-01-01'),
  recordedBy: 'CMM',
  rows: 0,
  held: 0,
  controlTotals: [],
};

function path(): string {
  const folder = mkdtempSync(join(tmpdir(), 'opgor-'));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  return join(folder, 'register.sqlite');
}

function open(file = path()): SqliteStore {
  const opened = openSqliteStore(file);
  if (!opened.ok) throw new Error(opened.refusal.reason);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

/** How often the bytes stand in the register's files, its journal included. */
const found = (file: string, bytes: Buffer) =>
  [file, `${file}-wal`].filter((one) => existsSync(one)).filter((one) => readFileSync(one).includes(bytes)).length;

test('after an erasure nothing of the identity is left in the file or its journal', async () => {
  const file = path();
  const store = open(file);
  const nth = (i: number) => createHmac('sha256', 'test').update(String(i)).digest();
  const tokensOf = (i: number) => [0, 1, 2].map((j) => nth(10 * i + j).subarray(0, 16));
  const sealed = (i: number, version: number) => {
    const ciphertext = Buffer.concat(Array.from({length: 8}, (_, j) => nth(1_000_000 + 100 * i + 10 * version + j)));
    return {wrappedKey: nth(2_000_000 + i), ciphertext};
  };
  const write = (persons: readonly number[], version: number) =>
    store.append(submission, (writer) => {
      for (const i of persons) {
        if (version === 1) writer.person();
        const tokens = tokensOf(i).map((token) => token.toString('hex'));
        writer.identity(recordNumber(i), sealed(i, version), {identifiers: tokens, names: []});
        const digest = nth(3_000_000 + i)
          .subarray(0, 16)
          .toString('hex');
        writer.sourceRow(tokens[0] ?? '', {digest, record: recordNumber(i), facts: [], byContent: true});
      }
    });
  const everyone = Array.from({length: 3000}, (_, i) => i + 1);
  await write(everyone, 1);
  await write(everyone.slice(0, 500), 2);

  const erased = 321;
  const secrets = [
    sealed(erased, 1).ciphertext,
    sealed(erased, 2).ciphertext,
    sealed(erased, 1).wrappedKey,
    // The first of them names a row, too.
    ...tokensOf(erased),
    nth(3_000_000 + erased).subarray(0, 16),
  ];
  expect(secrets.map((bytes) => found(file, bytes) > 0)).toEqual(secrets.map(() => true));
  const copy = `${file}.version-1`;
  writeFileSync(copy, 'as it was, with everybody in it');
  writeFileSync(`${file}.note`, 'the office’s own');
  await store.erase(recordNumber(erased), submission, {kind: 'erasure', on: plainDate('2014-01-01'), why: 'asked'});
  expect([existsSync(copy), existsSync(`${file}.note`)]).toEqual([false, true]);
  expect(secrets.map((bytes) => found(file, bytes))).toEqual(secrets.map(() => 0));
  expect(found(file, sealed(322, 2).ciphertext)).toBe(1);
});

test('a fact can be neither changed nor deleted, even by SQL', async () => {
  const file = path();
  const store = open(file);
  await store.append(submission, (writer) => {
    writer.fact(writer.person(), {kind: 'asylum-claim', on: plainDate('2013-01-01')});
  });
  await store.close();
  const raw = new DatabaseSync(file);
  onTestFinished(() => raw.close());
  expect(() => raw.exec("UPDATE fact SET valid_on = '2012-01-01'")).toThrow('only added');
  expect(() => raw.exec('DELETE FROM fact')).toThrow('only added');
});

test('a recount reads by SQL, and can only read', async () => {
  const store = open();
  await store.append(submission, (writer) => {
    const codes = {sex: ['female', 'male']};
    writer.fact(writer.person(), {kind: 'characteristics', on: plainDate('2013-01-01'), codes}, 3);
  });
  const sql =
    "SELECT serial, kind, valid_on, recorded_at, source, row, body ->> '$.codes.sex[0]' AS sex FROM recorded_fact WHERE serial = ?";
  expect(store.query(sql, [1])).toEqual([
    {
      serial: 1,
      kind: 'characteristics',
      valid_on: '2013-01-01',
      recorded_at: '2014-01-01T23:59:59.999Z',
      source: 'us',
      row: 3,
      sex: 'female',
    },
  ]);
  expect(() => store.query("INSERT INTO register VALUES ('a', 'b')")).toThrow('readonly');
  await store.append(submission, (writer) => writer.person());
});

test('the file is its owner’s alone', async () => {
  const file = path();
  open(file);
  const modes = [file, `${file}-wal`].map((one) => (statSync(one).mode & 0o777).toString(8));
  expect(modes).toEqual(['600', '600']);
});

const foreign = (file: string) => {
  const other = new DatabaseSync(file);
  other.exec('CREATE TABLE t (a)');
  other.close();
};
const changed = (sql: string) => async (file: string) => {
  await open(file).close();
  const raw = new DatabaseSync(file);
  raw.exec(sql);
  raw.close();
};

test.each([
  {
    file: 'of another kind',
    make: (file: string) => writeFileSync(file, 'Navn;Født\n'.repeat(500)),
    why: 'not a database',
  },
  {file: 'of another program', make: foreign, why: 'another program'},
  {file: 'of a newer version', make: changed('PRAGMA user_version = 99'), why: 'newer version (99)'},
  {file: 'with a table missing', make: changed('DROP TABLE token'), why: 'not those of a register'},
  {
    file: 'cut in half',
    make: async (file: string) => {
      await open(file).close();
      writeFileSync(file, readFileSync(file).subarray(0, 9000));
    },
    why: 'damaged',
  },
])('a file $file is refused, and left as it was', async ({make, why}) => {
  const file = path();
  await make(file);
  const before = readFileSync(file);
  const opened = openSqliteStore(file);
  expect(opened.ok ? {} : opened.refusal).toMatchObject({reason: 'register-not-readable', path: file});
  expect(opened.ok ? '' : 'why' in opened.refusal && opened.refusal.why).toContain(why);
  expect(readFileSync(file)).toEqual(before);
  expect(existsSync(`${file}-wal`)).toBe(false);
});

test.each([
  {what: 'a folder that may not be written', folder: 0o555, file: 0o666},
  {what: 'a file that may not be read', folder: 0o777, file: 0o000},
  {what: 'a file that may not be written', folder: 0o777, file: 0o444},
])('$what is told as that, and not as a damaged register', async ({folder, file: mode}) => {
  const file = path();
  await open(file).close();
  chmodSync(file, mode);
  chmodSync(dirname(file), folder);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    const opened = openSqliteStore(file);
    expect(opened.ok ? {} : opened.refusal).toEqual({reason: 'no-permission', path: file});
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(dirname(file), 0o777);
  }
});

test('a folder that is not there is refused', () => {
  const file = join(path(), 'x', 'register.sqlite');
  const opened = openSqliteStore(file);
  expect(opened.ok ? '' : opened.refusal.reason).toBe('file-not-writable');
});

test.each(['', ':memory:'])('a name that SQLite takes for no file is refused: "%s"', (name) => {
  const opened = openSqliteStore(name);
  expect(opened.ok ? '' : opened.refusal.reason).toBe('register-not-readable');
  expect(existsSync(':memory:')).toBe(false);
});

test('an older register is brought forward, step by step, or not at all', () => {
  const database = new DatabaseSync(':memory:');
  onTestFinished(() => database.close());
  const version = () => database.prepare('PRAGMA user_version').get();
  migrate(database, ['CREATE TABLE a (x)']);
  database.exec('INSERT INTO a VALUES (1)');
  expect(() => migrate(database, ['CREATE TABLE a (x)', 'ALTER TABLE a ADD y DEFAULT 2', 'nonsense'])).toThrow();
  expect([version(), database.prepare('SELECT * FROM a').get()]).toEqual([{user_version: 1}, {x: 1}]);
  migrate(database, ['CREATE TABLE a (x)', 'ALTER TABLE a ADD y DEFAULT 2']);
  expect([version(), database.prepare('SELECT * FROM a').get()]).toEqual([{user_version: 2}, {x: 1, y: 2}]);
});

test('of an older register a copy is kept as it was, which the older program opens', async () => {
  const file = path();
  await open(file).close();
  const newer = [...STEPS, 'CREATE TABLE later (x TEXT) STRICT'];
  const brought = openDatabase(file, newer);
  if (!brought.ok) throw new Error(brought.refusal.reason);
  brought.value.close();
  expect(openDatabase(file)).toMatchObject({ok: false, refusal: {reason: 'register-not-readable'}});
  const copy = `${file}.version-${STEPS.length}`;
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  const back = openDatabase(copy);
  expect(back.ok).toBe(true);
  if (back.ok) back.value.close();
  const again = openDatabase(file, newer);
  if (again.ok) again.value.close();
  expect(readdirSync(dirname(file)).filter((name) => /version|half/.test(name))).toEqual([basename(copy)]);
});
