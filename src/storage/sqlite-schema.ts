/**
 * The tables of the embedded register, and how an older register becomes a newer one: one step per version, in order, never edited.
 *
 *   submission   one delivery or entry: source, file, sha256, recorded_at (ISO instant), recorded_by, rows, control_totals (JSON),
 *                held (rows held back; 0 of those received before it was kept)
 *   fact         id, serial (of the person), kind, valid_on (YYYY-MM-DD), submission, row (of the file), body (the whole fact as JSON,
 *                as `register/fact.ts` has it); only ever added
 *   recorded_fact  a view: fact with recorded_at, recorded_by and source; what a recount by SQL reads.
 *                A withdrawal is a fact of kind `withdrawal` whose `body ->> 'of'` is the id it withdraws
 *   person       serial, wrapped_key (NULL: never identified, or erased)
 *   identity     ciphertext by serial and version
 *   token        keyed hashes by which a person is found; `joins`: of an identifier, which joins rows
 *   tombstone    what is left of an erased person's identifiers: tells that a row is theirs, finds nobody
 *   source_row   how each row of each source stands now: keyed hashes of key and content, person, its facts' ids; `by_content`:
 *                the row has no key, so the first is of its content too. Once the person is erased none is made of the content
 *   register     key_check: which workspace key it is kept with
 */
export const APPLICATION_ID = 0x4f50474f;

export const STEPS: readonly string[] = [
  `
  CREATE TABLE register (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE submission (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    rows INTEGER NOT NULL,
    control_totals TEXT NOT NULL
  ) STRICT;

  CREATE TABLE person (serial INTEGER PRIMARY KEY, wrapped_key BLOB) STRICT;

  CREATE TABLE identity (
    serial INTEGER NOT NULL REFERENCES person,
    version INTEGER NOT NULL,
    submission INTEGER NOT NULL REFERENCES submission,
    ciphertext BLOB NOT NULL,
    PRIMARY KEY (serial, version)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE token (
    token BLOB NOT NULL,
    serial INTEGER NOT NULL,
    PRIMARY KEY (token, serial)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX token_by_person ON token (serial);

  CREATE TABLE fact (
    id INTEGER PRIMARY KEY,
    serial INTEGER NOT NULL,
    kind TEXT NOT NULL,
    valid_on TEXT NOT NULL,
    submission INTEGER NOT NULL,
    row INTEGER,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX fact_by_person ON fact (serial);
  CREATE TRIGGER fact_is_never_changed BEFORE UPDATE ON fact BEGIN SELECT RAISE(ABORT, 'facts are only added'); END;
  CREATE TRIGGER fact_is_never_deleted BEFORE DELETE ON fact BEGIN SELECT RAISE(ABORT, 'facts are only added'); END;

  CREATE VIEW recorded_fact AS
    SELECT fact.*, submission.recorded_at, submission.recorded_by, submission.source
    FROM fact JOIN submission ON submission.id = fact.submission;

  CREATE TABLE source_row (
    source TEXT NOT NULL,
    key BLOB NOT NULL,
    digest BLOB NOT NULL,
    serial INTEGER NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY (source, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX source_row_by_person ON source_row (serial);
  `,
  `
  ALTER TABLE token ADD COLUMN joins INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE source_row ADD COLUMN by_content INTEGER NOT NULL DEFAULT 0;

  CREATE TABLE tombstone (
    tombstone BLOB NOT NULL,
    serial INTEGER NOT NULL,
    PRIMARY KEY (tombstone, serial)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE submission ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
  `,
  `
  CREATE INDEX decision_by_person ON fact (serial) WHERE kind = 'identity-decision';
  `,
  `
  CREATE INDEX pair_fact_by_person ON fact (serial)
    WHERE kind IN ('identity-question', 'identity-judgement', 'identity-decision');
  `,
];
