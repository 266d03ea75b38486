-- One line per assessment, whichever file it stands in, and who is the same person: whoever shares a number, however far apart.
CREATE TABLE said_by_source AS
  SELECT 'us ' || line AS id, 'us' AS authority, day("Afgørelsesdato") AS decided, said("Afgørelse") AS outcome,
    said("Udnyttelse") AS form, said("Branche") AS industry, said("Kontaktform") AS contact, said("Køn") AS sex,
    said(split_part("Statsborgerskab", '/', 1)) AS country, said("Fødselsdato") AS birth,
    lower(trim("Tidligere vurderet")) AS earlier, said("Udl.nr.") AS foreigner, NULL AS cmm, NULL AS civil
  FROM us
  UNION ALL
  SELECT 'cmm ' || line, authority.code, day("Dato for vurdering"), said("Resultat"),
    said("Form for udnyttelse"), said("Branche"), said("Kontaktform"), said("Køn"),
    said(split_part("Nationalitet", '/', 1)), said("Født"),
    lower(trim("Genganger")), said("Udl.nr."), said(split_part("CMM-nr.", '/', 1)), said("CPR-nr.")
  FROM cmm LEFT JOIN word authority ON authority.concept = 'authority' AND authority.written = trim("Vurderet af");

CREATE TABLE journey AS
  SELECT 'return ' || line AS id, day("Påbegyndt") AS begun, day("Hjemrejst") AS departed,
    coalesce(CAST(said("Antal børn") AS INTEGER), 0) AS children, said("Udl.nr.") AS foreigner, said("CMM-nr.") AS cmm
  FROM returns;

CREATE TABLE same AS
  WITH RECURSIVE bearer AS (
    SELECT id, 'foreigner ' || foreigner AS number FROM said_by_source WHERE foreigner IS NOT NULL
    UNION ALL SELECT id, 'cmm ' || cmm FROM said_by_source WHERE cmm IS NOT NULL
    UNION ALL SELECT id, 'civil ' || civil FROM said_by_source WHERE civil IS NOT NULL
    UNION ALL SELECT id, 'foreigner ' || foreigner FROM journey WHERE foreigner IS NOT NULL
    UNION ALL SELECT id, 'cmm ' || cmm FROM journey WHERE cmm IS NOT NULL
  ), linked AS (
    SELECT DISTINCT one.id AS a, other.id AS b FROM bearer one JOIN bearer other USING (number)
  ), reached AS (
    SELECT id AS a, id AS b FROM said_by_source UNION SELECT id, id FROM journey
    UNION SELECT reached.a, linked.b FROM reached JOIN linked ON reached.b = linked.a
  )
  SELECT a AS id, min(b) AS person FROM reached GROUP BY a;

CREATE TABLE assessment AS
  SELECT same.person, said_by_source.* REPLACE (outcome.code AS outcome, coalesce(form.code, 'unknown') AS form,
      coalesce(industry.code, 'unknown') AS industry, coalesce(contact.code, 'unknown') AS contact,
      coalesce(sex.code, 'unknown') AS sex),
    coalesce(country.code, 'unknown') AS nationality, coalesce(country.region, 'unknown') AS region
  FROM said_by_source JOIN same USING (id)
    LEFT JOIN word outcome ON outcome.concept = 'outcome' AND outcome.written = said_by_source.outcome
    LEFT JOIN word form ON form.concept = 'form' AND form.written = said_by_source.form
    LEFT JOIN word industry ON industry.concept = 'industry' AND industry.written = said_by_source.industry
    LEFT JOIN word contact ON contact.concept = 'contact' AND contact.written = said_by_source.contact
    LEFT JOIN word sex ON sex.concept = 'sex' AND sex.written = said_by_source.sex
    LEFT JOIN country ON country.written = said_by_source.country;

-- The first positive of the year is the one a person counts under.
CREATE TABLE counted AS
  SELECT *, CASE
      WHEN form = 'drug-sales' OR (form = 'cannabis-production' AND $year >= 2013) THEN 'criminal-acts'
      WHEN form = 'cannabis-production' THEN 'forced-labour'
      WHEN form = 'prostitution' AND $year >= 2017 THEN 'sexual-exploitation'
      ELSE form
    END AS exploitation
  FROM assessment WHERE outcome = 'victim' AND year(decided) = $year
  QUALIFY row_number() OVER (PARTITION BY person ORDER BY decided) = 1;

CREATE TABLE birth AS
  WITH digits AS (
    SELECT id, decided, regexp_replace(birth, '^(ca\. |00-)', '') AS written FROM counted
  ), span AS (
    SELECT id, decided, CASE length(written)
        WHEN 10 THEN day(written) WHEN 7 THEN day('01-' || written) ELSE day('01-01-' || written)
      END AS earliest, CASE length(written)
        WHEN 10 THEN day(written) WHEN 7 THEN last_day(day('01-' || written)) ELSE day('31-12-' || written)
      END AS latest
    FROM digits
  )
  SELECT id, datesub('year', latest, decided) AS youngest, datesub('year', earliest, decided) AS oldest FROM span;

CREATE MACRO band(age) AS CASE
  WHEN age < 18 THEN 'under-18' WHEN age < 25 THEN '18-24' WHEN age < 30 THEN '25-29' WHEN age < 40 THEN '30-39'
  WHEN age >= 40 THEN '40-plus'
END;
