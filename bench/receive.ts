/**
 * Rows per second of receiving a delivery, beside a bare loop that does the same encryption, tokens and inserts and nothing else:
 * no predecessor looked up, nobody found, nothing validated. Both on an empty register, in one run.
 *
 *   node bench/receive.ts [rows] [threads]
 *
 * The bare loop is itself made fast: threads, batches, prepared statements, one transaction.
 */
import {randomBytes} from 'node:crypto';
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {recordNumber} from '#concepts/record-number';
import type {ClassifiedRow} from '#intake/delivery';
import type {SourceFormat} from '#intake/source-format';
import {defect} from '#kit/defect';
import {instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import {receive} from '#production/receive';
import {toMark} from '#production/receive-marks';
import {Workshop} from '#production/receive-workshop';
import {keysFrom} from '#register/keys';
import {pooled, toSeal} from '#register/seal';
import {openSqliteStore} from '#storage/sqlite';
import {STEPS} from '#storage/sqlite-schema';

const count = Number(process.argv[2] ?? 1_000_000);
const threads = Number(process.argv[3] ?? Math.max(1, availableParallelism() - 1));
const keys = keysFrom(randomBytes(32));
const format: SourceFormat = {
  id: 'us',
  labels: {da: 'US', en: 'US'},
  language: 'da',
  source: {title: 'made for a measurement'},
  file: {type: 'csv', delimiter: ';', encoding: 'utf-8', decimal: ','},
  delivery: 'snapshot',
  mostWithdrawn: 0.2,
  key: ['Sagsnr.'],
  day: ['decided'],
  unknownWords: [],
  columns: [],
  order: [],
  facts: [],
  controlTotals: [],
};

/** A decision as the Immigration Service writes it: a person of their own in nine rows of ten, known already in the tenth. */
function row(i: number): ClassifiedRow {
  const person = i % 10 === 9 ? i - 9 : i;
  const on = plainDate(`${2007 + (i % 7)}-0${1 + (i % 9)}-1${i % 9}`);
  const cells = [`S-${i}`, `${17_000_000 + person}`, `Given${person} Middle${person % 977} Family${person % 40}`];
  const codes = {sex: ['female'], nationality: ['ng'], exploitation: ['prostitution']};
  return {
    kind: 'classified',
    row: i + 2,
    key: [`S-${i}`],
    content: [...cells, on, 'Kvinde', 'Nigeria', 'Prostitution', 'Politi', '30', '100', 'Nej', '', '', 'Afgjort'],
    identity: {
      names: [
        {text: cells[2] ?? '', kind: 'name'},
        {text: `Alias${person}`, kind: 'alias'},
      ],
      identifiers: [
        {scheme: 'us-person', value: cells[1] ?? ''},
        {scheme: 'cpr', value: `${1_000_000_000 + person}`},
      ],
    },
    facts: [
      {kind: 'contact', on, codes: {'contact-form': ['police']}},
      {kind: 'assessment', on, by: 'us', outcome: 'victim', age: {youngest: 24, oldest: 24, basis: 'full'}, codes},
      {kind: 'characteristics', on, codes},
      {kind: 'residence-status', on, status: 'unlawful'},
      {kind: 'departure-deadline', on, days: 30},
    ],
    findings: [],
    totals: {},
  };
}

async function* rows(): AsyncGenerator<ClassifiedRow> {
  for (let i = 0; i < count; i += 1) yield row(i);
}

async function received(path: string): Promise<void> {
  const opened = openSqliteStore(path);
  if (!opened.ok) return defect(opened.refusal.reason);
  const store = opened.value;
  const facts = {file: 'us.csv', sha256: '', recordedAt: instant('2014-01-01'), recordedBy: 'bench'};
  const outcome = await receive({store, keys, format, rows: rows(), ...facts, random: randomBytes, threads});
  if (!outcome.ok || outcome.value.rows.new !== count) defect('not every row was received');
  await store.close();
}

async function bare(path: string): Promise<void> {
  const db = new DatabaseSync(path);
  db.exec(
    'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON',
  );
  db.exec('PRAGMA cache_size = -262144');
  for (const step of STEPS) db.exec(step);
  db.exec("BEGIN; INSERT INTO submission VALUES (1, 'us', 'us.csv', '', '', '', 0, '{}')");
  const insert = {
    person: db.prepare('INSERT INTO person VALUES (?, ?)'),
    identity: db.prepare('INSERT INTO identity VALUES (?, 1, 1, ?)'),
    token: db.prepare('INSERT OR IGNORE INTO token VALUES (unhex(?), ?, ?)'),
    fact: db.prepare('INSERT INTO fact VALUES (?, ?, ?, ?, 1, ?, ?)'),
    row: db.prepare("INSERT INTO source_row VALUES ('us', unhex(?), unhex(?), ?, ?, 0)"),
  };
  const workshop = new Workshop('us', keys, threads);
  const random = pooled(randomBytes);
  let fact = 0;
  const done = async (from: number, batch: readonly ClassifiedRow[]) => {
    const fresh = batch.filter((_, i) => (from + i) % 10 !== 9);
    const [marks, sealed] = await Promise.all([
      workshop.mark(batch.map(toMark)),
      workshop.seal(
        fresh.map(({row, identity}) =>
          toSeal(recordNumber(row), [{by: '', identity: identity ?? defect('nobody')}], random),
        ),
      ),
    ]);
    return {from, batch, marks, sealed: sealed.values()};
  };
  const write = ({from, batch, marks, sealed}: Awaited<ReturnType<typeof done>>) => {
    for (const [i, {row, facts}] of batch.entries()) {
      const serial = (from + i) % 10 === 9 ? row - 9 : row;
      const mark = marks[i] ?? defect('a row without its mark');
      if (serial === row) {
        const {wrappedKey, ciphertext} = sealed.next().value ?? defect('a person without a seal');
        insert.person.run(serial, wrappedKey);
        insert.identity.run(serial, ciphertext);
        for (const token of mark.identifiers) insert.token.run(token, serial, 1);
        for (const token of mark.names) insert.token.run(token, serial, 0);
      }
      const ids = facts.map((one) => {
        fact += 1;
        insert.fact.run(fact, serial, one.kind, one.on, row, JSON.stringify(one));
        return fact;
      });
      insert.row.run(mark.key, mark.digest, serial, JSON.stringify(ids));
    }
  };
  const ahead: ReturnType<typeof done>[] = [];
  for (let from = 0; from < count; from += 1000) {
    ahead.push(
      done(
        from,
        Array.from({length: Math.min(1000, count - from)}, (_, i) => row(from + i)),
      ),
    );
    const first = ahead.length > 4 ? ahead.shift() : undefined;
    if (first) write(await first);
  }
  for (const last of ahead) write(await last);
  db.exec('COMMIT');
  db.close();
  await workshop.close();
}

async function measure(name: string, work: (path: string) => Promise<void>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'opgor-bench-'));
  const path = join(folder, 'register.sqlite');
  const start = performance.now();
  await work(path);
  const perSecond = count / ((performance.now() - start) / 1000);
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  const size = megabytes(statSync(path).size);
  const peak = megabytes(process.resourceUsage().maxRSS * 1024);
  console.log(`${name}: ${Math.round(perSecond)} rows/s, file ${size}, peak memory so far ${peak}`);
  rmSync(folder, {recursive: true});
  return perSecond;
}

console.log(`${count} rows, ${threads} threads beside the main one`);
const loop = await measure('bare loop', bare);
const ours = await measure('receive  ', received);
console.log(`receive runs at ${(ours / loop).toFixed(2)} of the bare loop`);
