/** What is read of a register on a server. Tokens and keys are hexadecimal outside. */
import {type Asked, ask} from './postgres-line.ts';
import type {Cell, Row} from './rows.ts';

/** The first who has each of so many tokens: one look into the index for each, whatever the server knows of the table. */
const firstOf = (table: 'token' | 'tombstone'): string => `
    SELECT given AS ${table}, serial FROM (SELECT DISTINCT unnest($1::text[]) AS given) AS asked CROSS JOIN LATERAL
      (SELECT serial FROM opgor.${table} WHERE ${table} = decode(given, 'hex') ORDER BY serial LIMIT 1) AS first`;
const SOURCE_ROW =
  "encode(key, 'hex') AS key, encode(digest, 'hex') AS digest, serial, facts, by_content::bigint AS by_content";
const FACT = 'SELECT id, serial, submission, row, body FROM opgor.fact';

export const READ = {
  submit: `INSERT INTO opgor.submission
    (id, source, file, sha256, recorded_at, recorded_by, rows, control_totals, held) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  /** What an append follows: the last numbers given, how often the desk was taken, and the last submission, if there is any. */
  before: `SELECT (SELECT coalesce(max(serial), 0) FROM opgor.person) AS serial,
      (SELECT coalesce(max(fact.id), 0) FROM opgor.fact) AS fact, desk, last.*
    FROM opgor.schema_version LEFT JOIN (SELECT * FROM opgor.submission ORDER BY id DESC LIMIT 1) AS last ON true`,
  lastSubmission: 'SELECT * FROM opgor.submission ORDER BY id DESC LIMIT 1',
  person: 'SELECT serial FROM opgor.person WHERE serial = $1',
  lastSerial: 'SELECT coalesce(max(serial), 0) AS serial FROM opgor.person',
  facts: `${FACT} WHERE serial BETWEEN $1 AND $2 AND submission <= $3 ORDER BY serial, id`,
  pairFacts: `${FACT}
    WHERE kind IN ('identity-question', 'identity-judgement', 'identity-decision', 'withdrawal') AND submission <= $1 AND serial IN
      (SELECT serial FROM opgor.fact WHERE kind IN ('identity-question', 'identity-judgement', 'identity-decision'))
    ORDER BY id`,
  decisions: `${FACT}
    WHERE serial IN (SELECT serial FROM opgor.fact WHERE kind = 'identity-decision')
      AND kind IN ('identity-decision', 'withdrawal') AND submission <= $1 ORDER BY id`,
  recordedFacts: `SELECT id, serial, kind, valid_on, source, recorded_at, body FROM opgor.recorded_fact
    WHERE id > $1 AND submission <= $2 AND recorded_at <= $3 ORDER BY id LIMIT $4`,
  latestDay: 'SELECT max(valid_on) AS day FROM opgor.fact WHERE kind = $1',
  keyCheck: "SELECT value FROM opgor.register WHERE name = 'key_check'",
  firstCarriers: firstOf('token'),
  identity: `SELECT wrapped_key, ciphertext FROM opgor.identity JOIN opgor.person USING (serial)
    WHERE serial = $1 ORDER BY version DESC LIMIT 1`,
  sourceRows: `SELECT ${SOURCE_ROW} FROM opgor.source_row
    WHERE source = $1 AND source_row.key > decode($2, 'hex') ORDER BY source_row.key LIMIT $3`,
  rowsAbout: `SELECT source, ${SOURCE_ROW} FROM opgor.source_row WHERE serial = $1 ORDER BY source, source_row.key`,
  joining: "SELECT encode(token, 'hex') AS token FROM opgor.token WHERE serial = $1 AND joins = 1",
  bury: "INSERT INTO opgor.tombstone (tombstone, serial) VALUES (decode($1, 'hex'), $2) ON CONFLICT DO NOTHING",
  tombstones: firstOf('tombstone'),
  workspace: 'SELECT workspace FROM opgor.schema_version',
} as const;

/** What an agency calls a row stays; nothing made of its content does, as in the embedded register. */
export const ERASURES = [
  'UPDATE opgor.person SET wrapped_key = NULL WHERE serial = $1',
  'DELETE FROM opgor.identity WHERE serial = $1',
  'DELETE FROM opgor.token WHERE serial = $1',
  `UPDATE opgor.source_row SET digest = '', key = CASE WHEN by_content = 1 THEN uuid_send(gen_random_uuid()) ELSE key END
    WHERE serial = $1`,
] as const;

/** All who carry every one of so many tokens. */
export const carriersSql = (tokens: number): string => {
  const also = Array.from(
    {length: tokens - 1},
    (_, i) => ` AND EXISTS (SELECT 1 FROM opgor.token WHERE token = decode($${i + 2}, 'hex') AND serial = one.serial)`,
  );
  return `SELECT serial FROM opgor.token AS one WHERE token = decode($1, 'hex')${also.join('')} ORDER BY serial`;
};

const ROWS_AT_A_TIME = 20_000;

/** The rows of a source, in batches: a large source is not in memory twice. */
export async function* sourceRowsIn(asked: Asked, source: string): AsyncGenerator<readonly Row[]> {
  for (let last: Cell | undefined = '', more = true; more; ) {
    const rows = await ask(asked, 'source-rows', READ.sourceRows, [source, last, ROWS_AT_A_TIME]);
    yield rows;
    last = rows.at(-1)?.key;
    more = rows.length === ROWS_AT_A_TIME;
  }
}
