/**
 * Where a workspace's register is: a file in its folder, or, as its settings say, a database that the environment names. One
 * database is one workspace's, and says which: nobody works on another's by mistake.
 */
import {join} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {PostgresStore} from '#storage/postgres';
import {openSqliteStore, type SqliteStore} from '#storage/sqlite';
import type {Store} from '#storage/store';
import {databaseUrl, exists} from './effects.ts';
import type {Settings} from './workspace.ts';

export const REGISTER = 'register.sqlite';
/** What the settings say of a register that is not in the folder. */
export const IN_DATABASE = 'database';

export interface Placed {
  readonly folder: string;
  readonly settings: Settings;
}

export const isInDatabase = ({settings}: Pick<Placed, 'settings'>): boolean => settings.register === IN_DATABASE;

/** Refused: `register-not-readable`, `register-in-database`, and as either store's opening is. */
export const openPlaced = (workspace: Placed): Promise<Outcome<Store, Refusal>> =>
  isInDatabase(workspace) ? openInDatabase(workspace, databaseUrl()) : openInFile(workspace.folder);

export async function openInFile(folder: string): Promise<Outcome<SqliteStore, Refusal>> {
  const path = join(folder, REGISTER);
  if (await exists(path)) return openSqliteStore(path);
  return refuse({reason: 'register-not-readable', path, why: `${REGISTER} is missing`});
}

export async function openInDatabase(
  {folder, settings}: Placed,
  url: string | undefined,
): Promise<Outcome<PostgresStore, Refusal>> {
  if (url === undefined) return refuse({reason: 'register-in-database', path: folder});
  const {openPostgresStore} = await import('#storage/postgres');
  const opened = await openPostgresStore(url);
  if (!opened.ok) return opened;
  const store = opened.value;
  if ((await store.workspace()) === settings.workspace) return done(store);
  await store.close();
  return refuse({reason: 'database-not-usable', where: store.where, why: 'another-workspace'});
}

/** An empty register in a database that has none, from now on this workspace's. The caller closes it. */
export async function claimDatabase(url: string, workspace: string): Promise<Outcome<PostgresStore, Refusal>> {
  const {openPostgresStore} = await import('#storage/postgres');
  const opened = await openPostgresStore(url, {make: true});
  if (!opened.ok) return opened;
  const store = opened.value;
  if ((await store.workspace()) === undefined && (await store.latest()) === undefined) {
    await store.belongTo(workspace);
    return done(store);
  }
  await store.close();
  return refuse({reason: 'database-not-usable', where: store.where, why: 'holds-register'});
}

/** The file that a register in a database was once moved from, where it is there still: no erasure reaches it. */
export async function leftBehind({folder, settings}: Placed): Promise<string | undefined> {
  const path = join(folder, REGISTER);
  return isInDatabase({settings}) && (await exists(path)) ? path : undefined;
}

/** The environment names a database and the workspace knows of none: whoever set it expects otherwise. A demo's is always a file. */
export const strayed = ({folder, settings}: Placed): Refusal | undefined =>
  databaseUrl() === undefined || isInDatabase({settings}) || settings.workspace.startsWith('demo-')
    ? undefined
    : {reason: 'register-in-file', path: folder};

/** What is left to the server's own tools. */
export const leftToDatabase: Refusal = {
  reason: 'left-to-database',
  command: 'pg_dump --format=custom --schema=opgor --file=opgor.dump "$DATABASE_URL"',
};
