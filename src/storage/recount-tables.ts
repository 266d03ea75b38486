/** The tables over the derived units, in SQL: codes read at each concept's level, then every cell and every margin counted. */
import type {ConceptId} from '#concepts/concept';

/**
 * Codes of the concepts asked for (`reading`: for which units, of the period asked for or of a series), each read on its unit's own
 * day, or on one day for all (`read_on`): a concept under the definitions of a year is a reading with an id of its own.
 */
export const READ_CODES = `
  CREATE TABLE said_on AS
    SELECT DISTINCT reading.id AS concept, list, level, code, coalesce(read_on, day) AS day FROM reading
      JOIN unit ON unit.unit = reading.unit AND unit.series = reading.series
      JOIN recorded ON recorded.concept = source AND recorded.unit = unit.id AND (multiple OR place = 0);

  CREATE TABLE read_as AS
    WITH RECURSIVE here AS (
      SELECT * FROM said_on s WHERE EXISTS (
        SELECT 1 FROM list_row l WHERE l.list = s.list AND l.code = s.code AND l.first <= s.day AND (l.last IS NULL OR s.day <= l.last))
    ), climb (concept, list, code, day, at) AS (
      SELECT concept, list, code, day, code FROM here WHERE level = 'top'
      UNION
      SELECT concept, climb.list, climb.code, climb.day, parent FROM climb JOIN list_row l ON l.list = climb.list AND l.code = at
        WHERE l.first <= day AND (l.last IS NULL OR day <= l.last) AND parent IS NOT NULL
    )
    SELECT concept, code, day, code AS becomes FROM here WHERE level = 'recorded'
    UNION ALL
    SELECT concept, code, day, code FROM here WHERE level = 'leaf' AND NOT EXISTS (
      SELECT 1 FROM list_row l WHERE l.list = here.list AND l.parent = here.code AND l.first <= day AND (l.last IS NULL OR day <= l.last))
    UNION ALL
    SELECT concept, code, day, at FROM climb WHERE EXISTS (
      SELECT 1 FROM list_row l WHERE l.list = climb.list AND l.code = at AND l.parent IS NULL
        AND l.first <= day AND (l.last IS NULL OR day <= l.last));
  CREATE INDEX read_as_by_code ON read_as (concept, code, day);

  CREATE TABLE coded AS
    SELECT DISTINCT reading.id AS concept, unit.id AS unit, coalesce(becomes, 'unknown') AS code
    FROM reading JOIN unit ON unit.unit = reading.unit AND unit.series = reading.series
      LEFT JOIN recorded ON recorded.concept = reading.source AND recorded.unit = unit.id AND (multiple OR place = 0)
      LEFT JOIN read_as ON read_as.concept = reading.id AND read_as.code = recorded.code
        AND read_as.day = coalesce(reading.read_on, unit.day);
  CREATE INDEX coded_by_unit ON coded (concept, unit);
`;

/**
 * One statement for one set of margins; its parameters are the dimensions kept, the unit, then per universe concept its id and codes
 * as JSON. By `series` it counts over all the years at once, and the persons in them by their first.
 */
export function cellsSql(universe: number, kept: number, over: 'period' | 'series'): string {
  const codes = Array.from({length: kept}, (_, i) => `d${i}.code AS c${i}`);
  const joins = Array.from({length: kept}, (_, i) => `JOIN coded d${i} ON d${i}.unit = unit.id AND d${i}.concept = ?`);
  const limits = Array.from(
    {length: universe},
    () =>
      'AND unit.id IN (SELECT coded.unit FROM coded WHERE concept = ? AND code IN (SELECT value FROM json_each(?)))',
  );
  const by = [over, ...Array.from({length: kept}, (_, i) => `c${i}`)].join();
  const persons =
    over === 'period'
      ? ''
      : ', count(DISTINCT iif(unit.id IN (SELECT id FROM distinct_unit), serial, NULL)) AS persons';
  return `SELECT ${[over, ...codes].join()}, count(DISTINCT unit.id) AS units${persons} FROM unit ${joins.join(' ')}
    WHERE unit.unit = ? ${limits.join(' ')} GROUP BY ${by}`;
}

/** Of a series' units, each person's of the first year that has one: what is counted of distinct persons. */
export const DISTINCT = `
  CREATE TABLE distinct_unit (id INTEGER PRIMARY KEY);
  INSERT INTO distinct_unit SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY unit, serial ORDER BY period, id) AS place FROM unit WHERE series
  ) WHERE place = 1;
`;

/** Every subset of the dimensions: what is left out is a margin. */
export const subsetsOf = (dimensions: readonly ConceptId[]): readonly (readonly ConceptId[])[] =>
  Array.from({length: 2 ** dimensions.length}, (_, bits) => dimensions.filter((_, i) => (bits >> i) & 1));
