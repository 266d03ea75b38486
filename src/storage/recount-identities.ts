/**
 * Who is one person, decided, in SQL: records joined by decisions that stand are one serial, and what a decision takes out of the
 * count is taken out. Where nothing was decided, nothing is looked for.
 */

/** From here on a fact's `serial` is the person's; `record` is its own, where somebody was joined to it. */
export const PERSONS = {
  decided: `
    CREATE TABLE decided AS
      SELECT id, serial AS one, CAST(substr(body ->> 'other', 3, length(body ->> 'other') - 4) AS INTEGER) AS other,
        body ->> 'verdict' AS verdict
      FROM fact WHERE kind = 'identity-decision' AND gone = 0;
  `,
  /** Only where there are some. */
  join: `
    CREATE TABLE joined AS SELECT one, other FROM decided WHERE verdict <> 'different'
      UNION SELECT other, one FROM decided WHERE verdict <> 'different';
    CREATE INDEX joined_by_record ON joined (one);
    CREATE TABLE person AS
      WITH RECURSIVE reach (record, at) AS (
        SELECT one, one FROM joined UNION SELECT record, other FROM reach JOIN joined ON one = at
      ) SELECT record, min(at) AS person FROM reach GROUP BY record;
    UPDATE fact SET record = fact.serial, serial = person.person FROM person WHERE person.record = fact.serial;
  `,
} as const;

const ANY = 'EXISTS (SELECT 1 FROM decided)';

/** The rows of a table that are of records joined. */
const ofJoined = (table: string, name: string, period = "''") => `
  CREATE TABLE ${name} AS SELECT t.id, ${period} AS period, t.kind, t.day, t.body, f.record
    FROM ${table} t JOIN fact f ON f.id = t.id WHERE ${ANY} AND f.record IS NOT NULL;
  CREATE INDEX ${name}_by_record ON ${name} (record);
`;

/** Of a pair, what one record tells that the other told before. */
const toldTwice = (table: string, alike: string) =>
  `SELECT d.id AS decision, b.id FROM decided d JOIN ${table} b ON b.record IN (d.one, d.other)
    JOIN ${table} a ON a.record = iif(b.record = d.one, d.other, d.one) AND a.id < b.id
    WHERE d.verdict = 'filed-twice' AND d.one <> d.other AND ${alike}`;

/** By decision and period, the first of that of its two records which begins later. */
const laterFirst = (table: string, condition: string) =>
  `SELECT decision, period, id, day, record FROM (
    SELECT *, row_number() OVER (PARTITION BY decision, period ORDER BY day DESC, id DESC) AS place,
      count(*) OVER (PARTITION BY decision, period) AS records
    FROM (
      SELECT d.id AS decision, t.period, t.id, t.day, t.record,
        row_number() OVER (PARTITION BY d.id, t.period, t.record ORDER BY t.day, t.id) AS nth
      FROM decided d JOIN ${table} t ON t.record IN (d.one, d.other) WHERE ${condition}
    ) WHERE nth = 1
  ) WHERE place = 1 AND records = 2`;

/** A decision filed twice is one: the same day and authority; where none is, the later record's first. A return, the same day. */
export const FILED_TWICE = `
  ${ofJoined('assessment', 'decided_assessment')}
  CREATE TABLE twice AS ${toldTwice('decided_assessment', "a.day = b.day AND a.body ->> 'by' = b.body ->> 'by'")};
  DELETE FROM assessment WHERE ${ANY} AND id IN (
    SELECT id FROM twice
    UNION ALL SELECT id FROM (${laterFirst('decided_assessment', "d.verdict = 'filed-twice'")})
      WHERE decision NOT IN (SELECT decision FROM twice)
  );
  ${ofJoined("(SELECT * FROM standing WHERE kind = 'prepared-return')", 'decided_return')}
  CREATE TABLE return_twice AS ${toldTwice('decided_return', 'a.day = b.day')};
`;

/** The same incident, referred again: what the later record counts by in that year is another look at it. */
export const OTHER_LOOKS = `
  ${ofJoined('counting', 'decided_counting', 't.period')}
  DELETE FROM counting WHERE ${ANY} AND (period, id) IN (
    SELECT c.period, c.id FROM (${laterFirst(
      'decided_counting',
      "(d.verdict = 'same-incident' OR (d.verdict = 'filed-twice' AND t.kind = 'contact'))",
    )}) later JOIN decided_counting c
      ON c.period = later.period AND c.record = later.record AND substr(c.day, 1, 4) = substr(later.day, 1, 4)
  );
`;
