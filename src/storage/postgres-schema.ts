/**
 * The tables of a register on PostgreSQL, in a schema of their own, and how an older one becomes a newer one: one step per version,
 * in order, never edited. The tables are those of `sqlite-schema.ts`; text is compared by its bytes, as there.
 *
 *   schema_version   the version, which workspace the register is of (NULL: of none yet), and how often its desk was taken
 */

export interface Schema {
  readonly steps: readonly string[];
  /** SHA-256 of what `shapeOf` reads of a register made by all the steps: a test says which it is. */
  readonly shape: string;
}

export const SCHEMA: Schema = {
  steps: [
    `
    CREATE TABLE opgor.register (name text COLLATE "C" PRIMARY KEY, value text COLLATE "C" NOT NULL);

    CREATE TABLE opgor.submission (
      id bigint PRIMARY KEY,
      source text COLLATE "C" NOT NULL,
      file text COLLATE "C" NOT NULL,
      sha256 text COLLATE "C" NOT NULL,
      recorded_at text COLLATE "C" NOT NULL,
      recorded_by text COLLATE "C" NOT NULL,
      rows bigint NOT NULL,
      control_totals text COLLATE "C" NOT NULL,
      held bigint NOT NULL
    );

    CREATE TABLE opgor.person (serial bigint PRIMARY KEY, wrapped_key bytea);

    CREATE TABLE opgor.identity (
      serial bigint NOT NULL REFERENCES opgor.person,
      version bigint NOT NULL,
      submission bigint NOT NULL REFERENCES opgor.submission,
      ciphertext bytea NOT NULL,
      PRIMARY KEY (serial, version)
    );

    CREATE TABLE opgor.token (
      token bytea NOT NULL,
      serial bigint NOT NULL,
      joins smallint NOT NULL,
      PRIMARY KEY (token, serial)
    );
    CREATE INDEX token_by_person ON opgor.token (serial);

    CREATE TABLE opgor.tombstone (
      tombstone bytea NOT NULL,
      serial bigint NOT NULL,
      PRIMARY KEY (tombstone, serial)
    );

    CREATE TABLE opgor.fact (
      id bigint PRIMARY KEY,
      serial bigint NOT NULL,
      kind text COLLATE "C" NOT NULL,
      valid_on text COLLATE "C" NOT NULL,
      submission bigint NOT NULL,
      row bigint,
      body text COLLATE "C" NOT NULL
    );
    CREATE INDEX fact_by_person ON opgor.fact (serial, id);
    CREATE INDEX decision_by_person ON opgor.fact (serial) WHERE kind = 'identity-decision';
    CREATE INDEX pair_fact_by_person ON opgor.fact (serial)
      WHERE kind IN ('identity-question', 'identity-judgement', 'identity-decision');
    CREATE INDEX fact_by_kind ON opgor.fact (kind, valid_on);

    CREATE FUNCTION opgor.facts_are_only_added() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN RAISE EXCEPTION ''facts are only added''; END';
    CREATE TRIGGER fact_is_never_changed BEFORE UPDATE OR DELETE ON opgor.fact
      FOR EACH ROW EXECUTE FUNCTION opgor.facts_are_only_added();
    CREATE TRIGGER fact_is_never_emptied BEFORE TRUNCATE ON opgor.fact
      FOR EACH STATEMENT EXECUTE FUNCTION opgor.facts_are_only_added();

    CREATE VIEW opgor.recorded_fact AS
      SELECT fact.*, submission.recorded_at, submission.recorded_by, submission.source
      FROM opgor.fact JOIN opgor.submission ON submission.id = fact.submission;

    CREATE TABLE opgor.source_row (
      source text COLLATE "C" NOT NULL,
      key bytea NOT NULL,
      digest bytea NOT NULL,
      serial bigint NOT NULL,
      facts text COLLATE "C" NOT NULL,
      by_content smallint NOT NULL,
      PRIMARY KEY (source, key)
    );
    CREATE INDEX source_row_by_person ON opgor.source_row (serial);
    `,
  ],
  shape: '2f5c451cd0203c6b82bb8e3eba8a42f268b058c9719351c96c5e6aeb664e18a0',
};

/** Tables, columns, constraints, indexes, triggers and what they call: one line each, in words that every version of the server uses. */
export const SHAPE = `
  SELECT line FROM (
    SELECT format('%s %s', c.relkind, c.relname) AS line
      FROM pg_class c WHERE c.relnamespace = 'opgor'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p', 'f', 'S')
    UNION ALL SELECT format('column %s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        a.attnotnull, (SELECT collname FROM pg_collation WHERE oid = a.attcollation))
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'opgor'::regnamespace AND c.relkind = 'r'
    UNION ALL SELECT format('constraint %s %s %s', c.relname, o.contype, o.conkey)
      FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid
      WHERE c.relnamespace = 'opgor'::regnamespace AND o.contype IN ('p', 'u', 'f', 'c', 'x')
    UNION ALL SELECT format('index %s %s %s %s', x.relname, i.indkey, i.indisunique, i.indpred IS NULL)
      FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE x.relnamespace = 'opgor'::regnamespace
    UNION ALL SELECT format('trigger %s.%s %s %s %s %s', c.relname, t.tgname, t.tgtype, t.tgenabled, p.proname, md5(p.prosrc))
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
      WHERE c.relnamespace = 'opgor'::regnamespace AND NOT t.tgisinternal
    UNION ALL SELECT format('rule %s.%s', c.relname, r.rulename)
      FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE c.relnamespace = 'opgor'::regnamespace
  ) AS shape ORDER BY line COLLATE "C"`;
