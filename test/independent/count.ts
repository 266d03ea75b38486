/**
 * The statement's figures counted a second time, by plain SQL over the agencies' files as an outsider would read them.
 * No line of it is the product's: where the two agree, they agree for a reason.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {type DuckDBConnection, DuckDBInstance} from '@duckdb/node-api';
import {type Listed, readFiles} from './read-files.ts';

/** By table and code, several dimensions' codes joined by a full stop. A cell that is not there is zero. */
export type Counts = Record<string, Record<string, number>>;

/** `files` by name, as delivered: one CSV, one XLSX, one ODS; one that is missing counts as empty. */
export async function independentCount(files: ReadonlyMap<string, Uint8Array>, year: number): Promise<Counts> {
  const instance = await DuckDBInstance.create(':memory:');
  const sql = await instance.connect();
  try {
    const {us, cmm, returns} = readFiles(files);
    await load(sql, 'us', us);
    await load(sql, 'cmm', cmm);
    await load(sql, 'returns', returns);
    for (const script of ['words.sql', 'persons.sql'])
      await sql.run(readFileSync(join(import.meta.dirname, script), 'utf8').replaceAll('$year', String(year)));
    return await allTables(sql, year);
  } finally {
    sql.closeSync();
    instance.closeSync();
  }
}

const HEADINGS = {
  us: 'Sagsnr.;Udl.nr.;Fødselsdato;Køn;Statsborgerskab;Kontaktform;Afgørelsesdato;Afgørelse;Udnyttelse;Branche;Tidligere vurderet',
  cmm: 'CMM-nr.;CPR-nr.;Udl.nr.;Født;Køn;Nationalitet;Vurderet af;Dato for vurdering;Resultat;Kontaktform;Form for udnyttelse;Branche;Genganger',
  returns: 'CMM-nr.;Udl.nr.;Påbegyndt;Hjemrejst;Antal børn',
} as const;

async function load(sql: DuckDBConnection, table: keyof typeof HEADINGS, {header, rows}: Listed): Promise<void> {
  const headings = HEADINGS[table].split(';');
  const columns = headings.map((heading) => header.findIndex((cell) => cell.trim() === heading));
  const asText = JSON.stringify(rows.map((row) => columns.map((column) => row[column] ?? '')));
  const named = headings.map((heading, index) => `cells[${index + 1}] AS "${heading}"`).join(', ');
  await sql.run(
    `CREATE TABLE ${table} AS SELECT row_number() OVER () AS line, ${named}
     FROM (SELECT unnest(CAST(CAST($rows AS JSON) AS VARCHAR[][])) AS cells)`,
    {rows: asText},
  );
}

async function allTables(sql: DuckDBConnection, year: number): Promise<Counts> {
  const counts: Counts = {};
  for (const [table, query] of Object.entries(queries(year))) {
    const found = await sql.runAndReadAll(`SELECT key, CAST(count(*) AS INTEGER) FROM (${query}) GROUP BY key`);
    counts[table] = Object.fromEntries(found.getRows().map(([key, count]) => [String(key), Number(count)]));
  }
  return counts;
}

function queries(year: number): Record<string, string> {
  const persons = (column: string, where = 'true') => `SELECT ${column} AS key FROM counted WHERE ${where}`;
  const of = (form: string) => `exploitation = '${form}'`;
  const sexual = `exploitation IN ('prostitution', 'sexual-exploitation')`;
  const inYear = `FROM assessment WHERE year(decided) = ${year}`;
  const completed = `FROM trip WHERE year(departed) = ${year}`;
  const trip = `WITH trip AS (SELECT journey.*, CASE WHEN EXISTS (SELECT 1 ${inYear} AND outcome = 'victim'
    AND assessment.person = same.person) THEN 'in-period' ELSE 'earlier' END AS assessed FROM journey JOIN same USING (id))`;
  return {
    'persons-by-year': `SELECT DISTINCT year(decided) AS key, person FROM assessment WHERE outcome = 'victim'`,
    repeats: `SELECT CASE
        WHEN EXISTS (SELECT 1 FROM assessment before WHERE before.person = counted.person AND before.outcome = 'victim'
          AND year(before.decided) < ${year}) THEN 'linked'
        WHEN earlier = 'ja' THEN 'attested' WHEN earlier = 'ukendt' THEN 'unknown' ELSE 'first-time' END AS key FROM counted`,
    'persons-by-authority': persons('authority'),
    'assessments-by-authority': `SELECT authority AS key ${inYear} AND outcome = 'victim'`,
    'assessments-by-outcome': `SELECT outcome AS key ${inYear}`,
    'persons-by-contact-form': persons('contact'),
    'persons-by-region-of-origin': persons('region'),
    'persons-by-nationality': persons('nationality'),
    'persons-by-exploitation': persons('exploitation'),
    'persons-by-sex': persons('sex'),
    'persons-by-age': `SELECT CASE WHEN band(youngest) = band(oldest) THEN band(youngest) ELSE 'unknown' END AS key
      FROM counted JOIN birth USING (id)`,
    'prostitution-by-sex': persons('sex', sexual),
    'prostitution-by-nationality': persons('nationality', sexual),
    'forced-labour-by-sex': persons('sex', of('forced-labour')),
    'forced-labour-by-nationality': persons('nationality', of('forced-labour')),
    'forced-labour-by-industry': persons('industry', of('forced-labour')),
    'criminal-acts-by-sex': persons('sex', of('criminal-acts')),
    'criminal-acts-by-nationality': persons('nationality', of('criminal-acts')),
    'criminal-acts-by-crime': persons('form', of('criminal-acts')),
    returns: `${trip} SELECT 'victim.' || assessed AS key ${completed}
      UNION ALL SELECT 'child.not-applicable' FROM (SELECT unnest(range(children)) ${completed})`,
    'returns-with-child': `${trip} SELECT assessed || CASE WHEN children > 0 THEN '.with-child' ELSE '.without-child' END AS key ${completed}`,
    'returns-in-process': `${trip} SELECT assessed AS key FROM trip
      WHERE begun <= DATE '${year}-12-31' AND (departed IS NULL OR departed > DATE '${year}-12-31')`,
  };
}
