/** The peer's side of the counting bench: DuckDB with hand-written SQL over the same columns, in a process of its own. */
import {once} from 'node:events';
import {createWriteStream} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {finished} from 'node:stream/promises';
import {DuckDBInstance} from '@duckdb/node-api';
import {canonicalJson} from '#kit/canonical-json';
import {sha256} from '#kit/digest';
import {codeOf, DISTINCT, fill, fillOwners, marginsOf, NAMES, SIZES, tables} from './count-data.ts';

const rows = Number(process.argv[2]);
const threads = Number(process.argv[3]);
const name = (column: string) => `"${column}"`;

async function writeRows(path: string): Promise<void> {
  const columns = NAMES.map((column, i) => fill(new Uint8Array(rows), SIZES[column] ?? 0, i + 1));
  const owners = fillOwners(new Uint32Array(rows), 99);
  const out = createWriteStream(path);
  for (let start = 0; start < rows; start += 50_000) {
    let text = '';
    for (let row = start; row < Math.min(rows, start + 50_000); row++)
      text += `${owners[row]},${columns.map((column) => column[row]).join()}\n`;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}

const instance = await DuckDBInstance.create(':memory:', {threads: String(threads)});
const connection = await instance.connect();
const folder = await mkdtemp(join(tmpdir(), 'opgor-bench-'));
await writeRows(join(folder, 'units.csv'));
const types = ["'owner': 'UINTEGER'", ...NAMES.map((column) => `'${column}': 'UTINYINT'`)];
await connection.run(
  `CREATE TABLE units AS SELECT * FROM read_csv('${folder}/units.csv', header = false, columns = {${types.join()}})`,
);
await rm(folder, {recursive: true});

/** The fastest hand-written form on the research's scale: one GROUP BY per table. */
async function countTables(): Promise<string> {
  const cells: string[] = [];
  for (const {id, dimensions, universe} of tables) {
    const limits = Object.entries(universe).map(([column, [code]]) => `${name(column)} = ${code?.slice(1)}`);
    const by = dimensions.map(name).join();
    const where = limits.length === 0 ? '' : `WHERE ${limits.join(' AND ')}`;
    const result = await connection.runAndReadAll(`SELECT ${by}, count(*) FROM units ${where} GROUP BY ${by}`);
    for (const row of result.getRows())
      cells.push([id, ...dimensions.map((column, i) => codeOf(column, Number(row[i]))), Number(row.at(-1))].join(' '));
  }
  return sha256(canonicalJson(cells.sort()));
}

async function countDistinct(): Promise<string> {
  const cells: string[] = [];
  for (const columns of DISTINCT)
    for (const subset of marginsOf(columns)) {
      const by = subset.map(name).join();
      const sql = `SELECT ${by === '' ? '' : `${by},`} count(DISTINCT owner) FROM units ${by === '' ? '' : `GROUP BY ${by}`}`;
      for (const row of (await connection.runAndReadAll(sql)).getRows()) {
        const codes = subset.map((column, i) => `${column}=${codeOf(column, Number(row[i]))}`).sort();
        cells.push([columns.join(), ...codes, Number(row.at(-1))].join(' '));
      }
    }
  return sha256(canonicalJson(cells.sort()));
}

process.on('message', async (what: 'tables' | 'distinct') => {
  const start = performance.now();
  const before = process.cpuUsage();
  const digest = await (what === 'tables' ? countTables() : countDistinct());
  const ms = performance.now() - start;
  const {user, system} = process.cpuUsage(before);
  process.send?.({ms, cpu: (user + system) / 1000, digest, peak: process.resourceUsage().maxRSS * 1024});
});
process.send?.('ready');
