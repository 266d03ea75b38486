/**
 * Units derived from the facts in SQL, by the counting rules' own words and by no code of the register's: what `recount.ts` counts.
 *
 *   fact → standing → assessment → counting → attributed → unit
 *                   └ said ─────────────────────────────→ recorded (a unit's codes by concept, main one first)
 */

import {FILED_TWICE, OTHER_LOOKS} from './recount-identities.ts';

/** What the recount is given: the facts known at the cut-off, the periods, and the definitions as rows. */
export const GIVEN = `
  CREATE TABLE fact (
    id INTEGER PRIMARY KEY, serial INTEGER, kind TEXT, day TEXT, source TEXT, recorded_at TEXT, body TEXT, gone INTEGER,
    record INTEGER
  );
  CREATE TABLE period (id TEXT PRIMARY KEY, first TEXT, last TEXT, closed TEXT);
  CREATE TABLE rule (kind TEXT, since TEXT, until TEXT, parameters TEXT);
  CREATE TABLE list_row (list TEXT, code TEXT, parent TEXT, first TEXT, last TEXT, min INTEGER, max INTEGER);
  CREATE INDEX list_row_by_code ON list_row (list, code);
  CREATE INDEX list_row_by_parent ON list_row (list, parent);
  CREATE TABLE reading (
    id TEXT, source TEXT, list TEXT, level TEXT, multiple INTEGER, unit TEXT, series INTEGER, read_on TEXT
  );
  CREATE TABLE competence (
    since TEXT, until TEXT, hold INTEGER, charged INTEGER, asylum INTEGER, residence TEXT, authority TEXT
  );
`;

/** A fact is gone when a withdrawal of the same person's that is not itself gone names it. Repeated until nothing changes. */
export const WITHDRAWALS = {
  begin: `
    CREATE INDEX fact_by_person ON fact (serial, kind);
    CREATE TABLE withdrawal AS SELECT id, serial, body ->> 'of' AS target FROM fact WHERE kind = 'withdrawal';
    CREATE INDEX withdrawal_by_target ON withdrawal (target);
    UPDATE fact SET gone = 0 WHERE id NOT IN (SELECT target FROM withdrawal);
  `,
  /** Facts all of whose withdrawals are settled. */
  settle: `
    UPDATE fact SET gone = EXISTS (
      SELECT 1 FROM withdrawal w JOIN fact f ON f.id = w.id
      WHERE w.target = fact.id AND w.serial = fact.serial AND f.gone = 0
    )
    WHERE gone IS NULL AND NOT EXISTS (
      SELECT 1 FROM withdrawal w JOIN fact f ON f.id = w.id WHERE w.target = fact.id AND f.gone IS NULL
    )`,
} as const;

/** The parameters of a kind of rule on a day. */
const rule = (kind: string, day: string, parameter: string) =>
  `(SELECT parameters ->> '$.${parameter}' FROM rule WHERE kind = '${kind}' AND since <= ${day}
    AND (until IS NULL OR ${day} <= until) ORDER BY rowid LIMIT 1)`;

const POPULATION = `
  CREATE VIEW standing AS SELECT * FROM fact WHERE gone = 0;

  CREATE TABLE assessment AS
    SELECT id, serial, kind, day, source, recorded_at, body FROM standing a WHERE kind = 'assessment' AND NOT EXISTS (
      SELECT 1 FROM standing r WHERE r.kind = 'reversal' AND r.serial = a.serial AND r.body ->> 'of' = a.id
        AND (r.body ->> 'ground' = 'registration-error' OR ${rule('reversal', 'r.day', 'onTheMerits')} = 'remove')
    );

`;

/** Known only after the period was closed, and not one told anew that was known before. */
const late = (decision: string) =>
  `(period.closed IS NOT NULL AND ${decision}.recorded_at > period.closed
    AND ${rule('lateDecisions', 'period.last', 'policy')} = 'next-edition' AND NOT EXISTS (
      SELECT 1 FROM fact known WHERE known.serial = ${decision}.serial AND known.kind = ${decision}.kind AND known.day = ${decision}.day
        AND known.recorded_at <= period.closed AND known.body ->> 'by' IS ${decision}.body ->> 'by'))`;

/** Of the facts that count in a period and meet a condition, the one a person counts by. */
const chosen = (condition: string) =>
  `SELECT * FROM (
    SELECT counting.*, ${rule('attribution', 'last', 'take')} AS take,
      row_number() OVER (PARTITION BY period, serial ORDER BY day, counting.id) AS place,
      count(*) OVER (PARTITION BY period, serial) AS places
    FROM counting JOIN period ON period.id = counting.period WHERE day BETWEEN first AND last AND ${condition}
  ) WHERE place = iif(take = 'last', places, 1)`;

const COUNTING = `
  CREATE TABLE counting AS
    WITH population AS (
      SELECT id AS period, ${rule('population', 'last', 'fact')} AS fact, ${rule('population', 'last', 'positive')} AS positive
      FROM period
    )
    SELECT period, id, serial, kind, day, source, recorded_at, body FROM population, assessment
      WHERE population.fact = 'assessment' AND body ->> 'outcome' IN (SELECT value FROM json_each(positive))
        AND assessment.id NOT IN (SELECT id FROM held)
    UNION ALL
    SELECT period, id, serial, kind, day, source, recorded_at, body FROM population, standing
      WHERE population.fact = 'contact' AND kind = 'contact';
  CREATE INDEX counting_by_person ON counting (period, serial);
  ${OTHER_LOOKS}
  CREATE TABLE attributed AS ${chosen(`NOT ${late('counting')}`)};
  CREATE INDEX attributed_by_person ON attributed (period, serial);
  CREATE TABLE late AS ${chosen(
    'NOT EXISTS (SELECT 1 FROM attributed a WHERE a.period = counting.period AND a.serial = counting.serial)',
  )};
`;

const pending = (kind: string, serial: string, day: string) =>
  `EXISTS (SELECT 1 FROM standing s WHERE s.serial = ${serial} AND s.kind = '${kind}'
    AND s.day <= ${day} AND (s.body ->> 'ended' IS NULL OR ${day} <= s.body ->> 'ended'))`;

const residence = (serial: string, day: string) =>
  `(SELECT s.body ->> 'status' FROM standing s WHERE s.serial = ${serial} AND s.kind = 'residence-status' AND s.day <= ${day}
    ORDER BY s.day DESC, s.id DESC LIMIT 1)`;

/** The authority that may decide for the person on the day; NULL where the table does not say. */
const competent = (serial: string, day: string) =>
  `(SELECT c.authority FROM competence c WHERE c.since <= ${day} AND (c.until IS NULL OR ${day} <= c.until)
    AND (c.charged IS NULL OR c.charged = ${pending('charge', serial, day)})
    AND (c.asylum IS NULL OR c.asylum = ${pending('asylum-claim', serial, day)})
    AND (c.residence IS NULL OR ${residence(serial, day)} IN (SELECT value FROM json_each(c.residence)))
    ORDER BY c.rowid LIMIT 1)`;

const answered = (serial: string, of: string, question: string) =>
  `EXISTS (SELECT 1 FROM standing s WHERE s.serial = ${serial} AND s.kind = 'answer'
    AND s.body ->> 'of' = ${of} AND s.body ->> 'question' = ${question})`;

/** Opt-in: decided by another authority than the competent one, and not yet answered for. */
const HELD_BACK = `
  CREATE TABLE held AS
    SELECT id, serial, day FROM assessment a
      WHERE EXISTS (SELECT 1 FROM competence c WHERE c.hold AND c.since <= a.day AND (c.until IS NULL OR a.day <= c.until))
      AND body ->> 'by' <> ${competent('a.serial', 'a.day')}
      AND NOT ${answered('a.serial', 'a.id', "'assessed-outside-competence'")};
`;

const UNITS = `
  CREATE TABLE unit (id INTEGER PRIMARY KEY, unit TEXT, period TEXT, serial INTEGER, day TEXT, fact INTEGER, body TEXT, person TEXT,
    series INTEGER AS (period <> 'asked'));
  INSERT INTO unit (unit, period, serial, day, fact, body)
    SELECT 'person', period, serial, day, id, body FROM attributed
    UNION ALL
    SELECT 'assessment', period.id, serial, day, a.id, body FROM assessment a JOIN period ON day BETWEEN first AND last
      WHERE NOT ${late('a')}
    UNION ALL
    SELECT 'late-person', period, serial, day, id, body FROM late
    ORDER BY 2, 3;

  WITH RECURSIVE brought AS (
    SELECT period, serial, day, id, body, (
      SELECT s.body ->> 'accompanying' FROM standing s WHERE s.serial = a.serial AND s.kind = 'children' AND s.day = a.day
      ORDER BY s.source = a.source DESC, s.recorded_at DESC, s.id DESC LIMIT 1) AS children
    FROM attributed a WHERE kind = 'assessment'
  ), child AS (
    SELECT brought.*, 1 AS number FROM brought WHERE children > 0
    UNION ALL SELECT period, serial, day, id, body, children, number + 1 FROM child WHERE number < children
  )
  INSERT INTO unit (unit, period, serial, day, fact, body)
    SELECT 'accompanying-child', period, serial, day, id, body FROM child;

  CREATE INDEX unit_by_kind ON unit (unit, period);

  CREATE TABLE journey AS
    SELECT s.id, period.id AS period, serial, body ->> 'children' AS children, body ->> 'operator' AS operator,
      coalesce(body ->> 'completed' BETWEEN first AND last, 0) AS home,
      iif(body ->> 'completed' BETWEEN first AND last, body ->> 'completed', day) AS day,
      CASE
        WHEN EXISTS (SELECT 1 FROM counting c WHERE c.period = period.id AND c.serial = s.serial AND c.day BETWEEN first AND last)
          THEN 'in-period'
        WHEN EXISTS (SELECT 1 FROM counting c WHERE c.period = period.id AND c.serial = s.serial AND c.day < first) THEN 'earlier'
        ELSE 'unknown'
      END AS assessed
    FROM standing s, period WHERE kind = 'prepared-return' AND s.id NOT IN (SELECT id FROM return_twice) AND (body ->> 'completed' BETWEEN first AND last
      OR (day <= last AND (body ->> 'completed' IS NULL OR body ->> 'completed' > last)));

  WITH RECURSIVE child (journey, period, number) AS (
    SELECT id, period, 1 FROM journey WHERE children > 0
    UNION ALL
    SELECT journey, child.period, number + 1 FROM child JOIN journey ON id = journey AND journey.period = child.period
      WHERE number < children
  )
  INSERT INTO unit (unit, period, serial, day, fact, person)
    SELECT 'return', period, serial, day, id, NULL FROM journey
    UNION ALL SELECT 'returnee', period, serial, day, id, 'victim' FROM journey
    UNION ALL SELECT 'returnee', j.period, serial, day, id, 'child' FROM child JOIN journey j ON id = journey AND j.period = child.period;
`;

/** What the person is carries over from other decisions, and the contacts before this one; the rest describes its own day. */
const SAID = `
  CREATE VIEW read_unit AS SELECT * FROM unit WHERE EXISTS (
    SELECT 1 FROM reading r WHERE r.unit = unit.unit AND r.series = unit.series
  );

  CREATE TABLE heard AS
    SELECT u.id AS unit, code.key AS concept, code.value AS codes, f.kind, f.recorded_at, f.day, f.id,
      iif(f.id = u.fact, 3, iif(${rule('disagreement', 'u.day', 'take[0]')} = 'latest-recorded', 0,
        (f.source = own.source) * (1 + (f.day = u.day)))) AS rank
    FROM read_unit u JOIN period ON period.id = u.period JOIN fact own ON own.id = u.fact
      JOIN standing f ON f.serial = u.serial AND f.kind IN ('assessment', 'contact', 'exploitation', 'characteristics')
      JOIN json_each(f.body, '$.codes') code
    WHERE u.unit IN ('person', 'assessment')
      AND (f.id = u.fact OR f.kind = 'characteristics' OR f.day = u.day OR (f.kind = 'contact' AND f.day <= u.day AND NOT EXISTS (
          SELECT 1 FROM standing p WHERE p.serial = u.serial AND p.kind = 'assessment' AND p.day < u.day AND f.day <= p.day)))
      AND EXISTS (SELECT 1 FROM reading r WHERE r.source IN (code.key, 'question') AND r.unit = u.unit AND r.series = u.series)
      AND EXISTS (SELECT 1 FROM json_each(code.value) WHERE value <> 'unknown');
  CREATE TABLE said AS SELECT *, row_number() OVER (
    PARTITION BY unit, concept ORDER BY rank DESC, recorded_at DESC, day DESC, id DESC) AS place FROM heard;

  CREATE TABLE recorded (unit INTEGER, concept TEXT, place INTEGER, code TEXT);
  INSERT INTO recorded
    SELECT unit, concept, one.key, one.value FROM said, json_each(said.codes) one WHERE said.place = 1 AND one.value <> 'unknown';
  CREATE INDEX recorded_by_unit ON recorded (concept, unit);
`;

/** What the office is asked about a person, and has not answered. */
const QUESTIONS = `
  CREATE TABLE main AS
    SELECT unit, concept, kind, rank, recorded_at, place,
      (SELECT value FROM json_each(codes) WHERE value <> 'unknown' ORDER BY json_each.key LIMIT 1) AS code FROM said;
  CREATE INDEX main_by_unit ON main (unit, concept, place);

  CREATE INDEX assessment_by_person ON assessment (serial);
  CREATE INDEX held_by_person ON held (serial);
  CREATE TABLE question AS
    SELECT id AS unit, serial, fact AS about, 'assessed-outside-competence' AS question FROM unit
      WHERE unit = 'person' AND body ->> 'kind' = 'assessment' AND body ->> 'by' <> ${competent('unit.serial', 'unit.day')}
    UNION ALL SELECT unit.id, unit.serial, held.id, 'assessed-outside-competence' FROM unit
      JOIN period ON period.id = unit.period JOIN held ON held.serial = unit.serial AND held.day BETWEEN first AND last
      WHERE unit = 'person'
    UNION ALL SELECT unit.id, serial, fact, 'assessments-differ' FROM unit JOIN period ON period.id = unit.period
      WHERE unit = 'person' AND body ->> 'kind' = 'assessment' AND 2 = (
        SELECT count(DISTINCT a.body ->> 'outcome') FROM assessment a
        WHERE a.serial = unit.serial AND a.day BETWEEN first AND last AND a.body ->> 'outcome' IN ('victim', 'not-victim'))
    UNION ALL SELECT unit.id, serial, fact, 'attributes-disagree' FROM unit WHERE unit = 'person' AND EXISTS (
      SELECT 1 FROM main one JOIN main other ON other.unit = one.unit AND other.concept = one.concept
      WHERE one.unit = unit.id AND one.place = 1 AND other.kind <> 'contact'
        AND other.rank = one.rank AND other.recorded_at = one.recorded_at AND other.code <> one.code)
    UNION ALL SELECT unit.id, unit.serial, f.id, 'deadline-over-maximum' FROM unit
      JOIN standing f ON f.serial = unit.serial AND f.day = unit.day
      WHERE unit = 'person' AND f.body ->> 'days' > (
        SELECT parameters ->> 'maximum' FROM rule WHERE kind = 'deadline' AND parameters ->> 'fact' = f.kind
          AND since <= f.day AND (until IS NULL OR f.day <= until) ORDER BY rowid LIMIT 1);
  DELETE FROM question WHERE ${answered('question.serial', 'question.about', 'question.question')};
`;

const DERIVED = `
  CREATE TABLE derived AS
    SELECT id AS unit, 'residence' AS concept, ${residence('unit.serial', 'unit.day')} AS code FROM read_unit unit WHERE unit IN ('person', 'assessment')
    UNION ALL SELECT id, 'authority', body ->> 'by' FROM read_unit unit WHERE body ->> 'kind' = 'assessment'
    UNION ALL SELECT id, 'outcome', body ->> 'outcome' FROM read_unit unit WHERE body ->> 'kind' = 'assessment'
    UNION ALL SELECT unit.id, age.parameters ->> 'concept', coalesce((
        SELECT code FROM list_row l WHERE l.list = age.parameters ->> 'list' AND first <= day AND (last IS NULL OR day <= last)
          AND min <= body ->> '$.age.youngest' AND (max IS NULL OR body ->> '$.age.oldest' <= max) ORDER BY l.rowid LIMIT 1
      ), 'unknown') FROM read_unit unit, rule age WHERE age.kind = 'age' AND body ->> 'kind' = 'assessment'
    UNION ALL SELECT id, 'standing', iif(EXISTS (SELECT 1 FROM standing s WHERE s.serial = unit.serial AND s.kind = 'reversal'
        AND s.body ->> 'of' = fact AND s.body ->> 'ground' = 'on-the-merits'), 'later-reversed', 'stands') FROM read_unit unit WHERE unit = 'person'
    UNION ALL SELECT id, 'question', iif(EXISTS (SELECT 1 FROM question WHERE question.unit = unit.id), 'in-question', 'none')
      FROM read_unit unit WHERE unit = 'person'
    UNION ALL SELECT unit.id, 'repetition', CASE
        WHEN EXISTS (SELECT 1 FROM counting c WHERE c.period = period.id AND c.serial = unit.serial AND c.day < first) THEN 'linked'
        WHEN ${rule('repetition', 'last', 'attested')} = 'ignored' THEN 'first-time'
        ELSE coalesce((
          SELECT iif(body ->> 'earlier' = 'yes', 'attested', 'unknown') FROM standing s
          WHERE s.serial = unit.serial AND s.kind = 'attestation'
            AND iif(body ->> 'year' IS NULL, s.day <= last, body ->> 'year' < CAST(substr(first, 1, 4) AS INTEGER))
          ORDER BY body ->> 'earlier' = 'yes' DESC LIMIT 1), 'first-time')
      END FROM read_unit unit JOIN period ON period.id = unit.period WHERE unit = 'person'
    UNION ALL SELECT unit.id, 'return-status', iif(home, 'completed', 'in-process') FROM read_unit unit JOIN journey j ON j.id = fact AND j.period = unit.period
    UNION ALL SELECT unit.id, 'operator', operator FROM read_unit unit JOIN journey j ON j.id = fact AND j.period = unit.period
    UNION ALL SELECT unit.id, 'assessed', iif(person = 'child', 'not-applicable', assessed) FROM read_unit unit JOIN journey j ON j.id = fact AND j.period = unit.period
    UNION ALL SELECT unit.id, 'with-child', iif(children > 0, 'with-child', 'without-child') FROM read_unit unit JOIN journey j ON j.id = fact AND j.period = unit.period
      WHERE unit = 'return'
    UNION ALL SELECT id, 'person', person FROM read_unit unit WHERE unit = 'returnee';
  CREATE INDEX derived_by_unit ON derived (unit, concept);
  DELETE FROM recorded WHERE EXISTS (SELECT 1 FROM derived d WHERE d.unit = recorded.unit AND d.concept = recorded.concept AND d.code IS NOT NULL);
  INSERT INTO recorded SELECT unit, concept, 0, code FROM derived WHERE code IS NOT NULL;
`;

export const DERIVE: readonly string[] = [
  POPULATION,
  FILED_TWICE,
  HELD_BACK,
  COUNTING,
  UNITS,
  SAID,
  QUESTIONS,
  DERIVED,
];
