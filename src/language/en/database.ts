/** What is said of a register on a database server, in English. */
import type {DatabaseRefusal} from '#concepts/database-refusal';
import type {DatabaseWords} from '#language/database-words';
import {daysShown} from '#language/days';
import type {RefusalWords, Said} from '#language/refusal-words';

type Why<R extends DatabaseRefusal['reason']> = Extract<DatabaseRefusal, {reason: R; why: string}>['why'];

export const database: DatabaseWords = {
  moved: (from, to) => `The register was copied from ${from} to ${to}.`,
  wasThere: (from, to) => `The register had already been copied from ${from} to ${to}.`,
  rehearsed: (from, to) =>
    `Rehearsal: the register was copied from ${from} to ${to}, compared and taken back. Nothing has changed.`,
  table: 'table',
  rows: 'rows',
  digest: 'SHA-256 of the rows in order, in both',
  proven: (tables, rows) =>
    `Read again from both: ${tables} tables, ${rows.toLocaleString('en')} rows, the same row by row.`,
  usedNow: (to) => `From now on the workspace uses the register in ${to}.`,
  stays: (from) =>
    `The former register in ${from} is as it was, with every person in it. Delete it when you are sure: whoever is erased from now on is still there.`,
  notErasedIn: (from) =>
    `The person is still in the former register in ${from}, which the register was moved from. Delete the file when you are sure that the register is where it should be.`,
};

const NOT_REACHED: Readonly<Record<Why<'database-not-reached'>, (where: string) => Said>> = {
  'not-an-address': (where) => ({
    what: `${where} is not the address of a PostgreSQL database.`,
    remedy: 'Set DATABASE_URL to postgresql://USER@HOST:PORT/DATABASE. Nothing was written.',
  }),
  'no-answer': (where) => ({
    what: `The database ${where} does not answer.`,
    remedy:
      'See that the server runs and that address and port are right, then try again. What was acknowledged is there; nothing new was written.',
  }),
  'no-such-host': (where) => ({
    what: `No machine is called what ${where} says.`,
    remedy: 'Mend DATABASE_URL, or see that the network is there.',
  }),
  'not-let-in': (where) => ({
    what: `The database ${where} does not let this user in.`,
    remedy:
      'Mend user or password in DATABASE_URL, PGPASSWORD or .pgpass, or ask whoever looks after the server for access.',
  }),
  'no-such-database': (where) => ({
    what: `There is no database ${where} on the server.`,
    remedy: 'Mend the name in DATABASE_URL, or make the database with `createdb`.',
  }),
  'too-many': (where) => ({
    what: `The server of ${where} has no room for more connections.`,
    remedy: 'Wait a little and try again, or ask whoever looks after the server to raise max_connections.',
  }),
  starting: (where) => ({
    what: `The server of ${where} is starting or shutting down.`,
    remedy: 'Wait a moment and try again. What was acknowledged is there.',
  }),
  'not-encrypted': (where) => ({
    what: `The way to ${where} is not encrypted, or the server’s certificate cannot be trusted.`,
    remedy:
      'Write ?sslmode=verify-full into DATABASE_URL and give the server a valid certificate (sslrootcert=FILE for the office’s own). On a closed network only: sslmode=disable.',
  }),
};

const NOT_USABLE: Readonly<Record<Why<'database-not-usable'>, (where: string) => Said>> = {
  'another-program': (where) => ({
    what: `In the database ${where} another program has tables under the name opgor.`,
    remedy: 'Name another database in DATABASE_URL. This one is not touched.',
  }),
  'tables-differ': (where) => ({
    what: `The tables in ${where} are not as a register has them: something was changed in them.`,
    remedy: 'Restore the database from a copy from before the change. It is not touched.',
  }),
  'no-register': (where) => ({
    what: `There is no register in the database ${where}.`,
    remedy: 'Move the workspace’s register there with `opgor move --to postgres`, or mend DATABASE_URL.',
  }),
  'another-workspace': (where) => ({
    what: `The register in ${where} belongs to another workspace.`,
    remedy: 'Mend DATABASE_URL: each workspace has a database of its own.',
  }),
  'holds-register': (where) => ({
    what: `The database ${where} has a register already.`,
    remedy:
      'Name an empty database in DATABASE_URL. If the register that is there is to go, that is done on the server: DROP SCHEMA opgor CASCADE.',
  }),
  'too-old': (where) => ({
    what: `The server of ${where} is older than PostgreSQL 15.`,
    remedy: 'Use a server with PostgreSQL 15 or newer. Nothing was written.',
  }),
  'not-utf8': (where) => ({
    what: `The database ${where} has another character set than UTF-8.`,
    remedy: 'Make it with `createdb --encoding=UTF8 --template=template0`.',
  }),
  'not-durable': (where) => ({
    what: `The server of ${where} is set not to write to its disk before it answers (fsync = off).`,
    remedy:
      'Set fsync = on in the server’s postgresql.conf: else what was acknowledged can be lost. Nothing was written.',
  }),
  'not-permitted': (where) => ({
    what: `The user may not do in ${where} what a register needs.`,
    remedy:
      'Let the user who owns the database make the register, or grant the right: GRANT CREATE ON DATABASE. Nothing was written.',
  }),
  'read-only': (where) => ({
    what: `The database ${where} can only be read: it is a copy, or the server is set so.`,
    remedy: 'Name the server that is written to in DATABASE_URL. Nothing was written.',
  }),
  full: (where) => ({
    what: `The server of ${where} has no room on its disk or in its memory.`,
    remedy:
      'Ask whoever looks after the server for room, and do it again. Nothing of this was written; what was there before is whole.',
  }),
  busy: (where) => ({
    what: `Somebody else is writing to the register in ${where} and is not done.`,
    remedy: 'Wait until it is done, and try again. Nothing of yours was written.',
  }),
  'not-cleared': (where) => ({
    what: `The person was erased from the register in ${where}, but what was deleted still lies on the server’s disk.`,
    remedy: 'Run `VACUUM FULL` in the database as whoever owns the tables; the next erasure does it too.',
  }),
};

export const databaseRefusals: Pick<RefusalWords, DatabaseRefusal['reason']> = {
  'database-not-reached': ({where, why}) => NOT_REACHED[why](where),
  'database-not-usable': ({where, why}) => NOT_USABLE[why](where),
  'database-newer': ({where, version}) => ({
    what: `The register in ${where} was made by a newer version of opgor (its tables are version ${version}).`,
    remedy: 'Use the newer version. The database is not touched.',
  }),
  'database-gone': ({where, written}) =>
    written === 'nothing'
      ? {
          what: `The connection to ${where} broke in the middle of the work. Nothing of it was written; what was acknowledged is there.`,
          remedy: 'Do it again when the server answers.',
        }
      : {
          what: `The connection to ${where} broke while it was being saved, and the server has not come back. Whether it was written can be seen only when it does.`,
          remedy: 'See whether it is there before you do it again.',
        },
  'changed-meanwhile': ({last}) => ({
    what:
      last === undefined
        ? 'While you worked, somebody else had editions, keys or the profile in hand. Nothing of yours was written.'
        : `While you worked, ${last.by} wrote to the register (${last.source}, ${daysShown(last.at, 'en')}). What you saw may be otherwise now. Nothing of yours was written.`,
    remedy: 'Look at it as it is now, and do it again.',
  }),
  'register-in-database': ({path}) => ({
    what: `The workspace ${path} has its register in a database, and nobody said which.`,
    remedy: 'Set DATABASE_URL to the database’s address.',
  }),
  'register-in-file': ({path}) => ({
    what: `DATABASE_URL names a database, but the workspace ${path} has its register in a file.`,
    remedy: 'Move the register with `opgor move --to postgres`, or unset DATABASE_URL.',
  }),
  'left-to-database': ({command}) => ({
    what: 'The register is in a database, and that is backed up by its own tools, not by opgor.',
    remedy: `Run \`${command}\`, and copy the workspace’s folder: profile, editions and log lie there.`,
  }),
  'target-not-empty': ({where, rows}) => ({
    what: `There is a register in ${where} already, and it is another: ${rows.toLocaleString('en')} rows. Nothing was written.`,
    remedy: 'Move to an empty database, or give the file another name first.',
  }),
  'already-there': ({where}) => ({
    what: `The workspace’s register is in ${where} already.`,
    remedy: 'There is nothing to move.',
  }),
  'copies-differ': ({where, tables}) => ({
    what: `The copy in ${where} did not come out as the register is: ${tables.join(', ')}. It was taken back.`,
    remedy: 'Do it again; if it happens again, a disk or a memory is broken. The register is as it was.',
  }),
};
