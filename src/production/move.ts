/**
 * A register moved between its file and a database: copied in one transaction, read again from both, and proven the same row by row
 * before the workspace uses the copy. What it was copied from stays as it was.
 *
 *   source, nobody else writing ──▶ copied ──▶ both read again ──▶ committed ──▶ the workspace's settings
 *
 * Cut short anywhere it is begun again: a copy that is there and the same is used.
 */
import {rename} from 'node:fs/promises';
import {join} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {copyTables, differing, digestsOf, rowsIn, type TableDigest} from '#storage/copy';
import type {PostgresStore} from '#storage/postgres';
import {openSqliteStore} from '#storage/sqlite';
import type {Store} from '#storage/store';
import type {Copied, TablesRead} from '#storage/tables';
import {databaseUrl, exists, removeFile} from './effects.ts';
import {IN_DATABASE, isInDatabase, openInDatabase, openInFile, type Placed, REGISTER} from './register-place.ts';
import {keepSettings, openUnread, withStore} from './workspace.ts';

export const REGISTER_PLACES = ['sqlite', 'postgres'] as const;
export type RegisterPlace = (typeof REGISTER_PLACES)[number];

export interface Moved {
  readonly from: {readonly store: RegisterPlace; readonly where: string};
  readonly to: {readonly store: RegisterPlace; readonly where: string};
  /** The same of both. */
  readonly tables: readonly TableDigest[];
  /** Copied before, and now compared again. */
  readonly wasThere: boolean;
  readonly dryRun: boolean;
}

interface Opened {
  readonly store: Store & Copied;
  readonly where: string;
  /** Once it is proven. */
  readonly kept: () => Promise<void>;
  /** What was made for a copy that was not kept is gone again. */
  readonly unmade: () => Promise<void>;
}

/** Refused: `already-there`, `target-not-empty`, `copies-differ`, `register-in-use`, and as stores are opened. */
export async function moveRegister(
  folder: string,
  {to, dryRun}: {readonly to: RegisterPlace; readonly dryRun: boolean},
): Promise<Outcome<Moved, Refusal>> {
  const unread = await openUnread(folder);
  if (!unread.ok) return unread;
  const workspace = unread.value;
  const from: RegisterPlace = isInDatabase(workspace) ? 'postgres' : 'sqlite';
  const source = await openSource(workspace, from);
  return withStore(source, async (opened) => {
    if (from === to) return refuse({reason: 'already-there', where: opened.where});
    if (!(await opened.store.serveAlone())) return refuse({reason: 'register-in-use', path: folder});
    await opened.store.takeDesk();
    return withStore(await openTarget(workspace, to), async (target) => {
      const copied = await copyProven(opened, target, dryRun);
      if (!copied.ok || dryRun) await target.unmade();
      if (!copied.ok) return copied;
      if (!dryRun) {
        await target.kept();
        const kept = await keepSettings(folder, settingsFor(workspace, to));
        if (!kept.ok) return kept;
      }
      const ends = {from: {store: from, where: opened.where}, to: {store: to, where: target.where}};
      return done({...ends, ...copied.value, dryRun});
    });
  });
}

async function openSource(workspace: Placed, from: RegisterPlace): Promise<Outcome<Opened, Refusal>> {
  const nothing = {kept: async () => undefined, unmade: async () => undefined};
  if (from === 'postgres') {
    const opened = await openInDatabase(workspace, databaseUrl());
    return opened.ok ? done({store: opened.value, where: opened.value.where, ...nothing}) : opened;
  }
  const opened = await openInFile(workspace.folder);
  return opened.ok ? done({store: opened.value, where: join(workspace.folder, REGISTER), ...nothing}) : opened;
}

const openTarget = (workspace: Placed, to: RegisterPlace): Promise<Outcome<Opened, Refusal>> =>
  to === 'postgres' ? openTargetDatabase(workspace) : openTargetFile(workspace);

async function openTargetDatabase({settings: {workspace}}: Placed): Promise<Outcome<Opened, Refusal>> {
  const url = databaseUrl();
  if (url === undefined) return refuse({reason: 'database-not-reached', where: 'DATABASE_URL', why: 'not-an-address'});
  const {openPostgresStore} = await import('#storage/postgres');
  const opened = await openPostgresStore(url, {make: true});
  if (!opened.ok) return opened;
  const store: PostgresStore = opened.value;
  const {where} = store;
  const of = await store.workspace();
  if (of === undefined || of === workspace)
    return done({store, where, kept: () => store.belongTo(workspace), unmade: () => store.unmake()});
  await store.close();
  return refuse({reason: 'database-not-usable', where, why: 'another-workspace'});
}

const besideOf = (folder: string): string => join(folder, `${REGISTER}.moving`);

/** Beside its place until it is proven, so that half a register never has the name of a whole one. */
async function openTargetFile({folder}: Placed): Promise<Outcome<Opened, Refusal>> {
  const where = join(folder, REGISTER);
  if (await exists(where)) {
    const there = openSqliteStore(where);
    const nothing = async () => undefined;
    return there.ok ? done({store: there.value, where, kept: nothing, unmade: nothing}) : there;
  }
  const beside = besideOf(folder);
  for (const left of [beside, `${beside}-wal`]) await removeFile(left);
  const opened = openSqliteStore(beside);
  if (!opened.ok) return opened;
  const store = opened.value;
  const kept = async () => {
    await store.close();
    await rename(beside, where);
  };
  const unmade = async () => {
    await store.close();
    await removeFile(beside);
  };
  return done({store, where, kept, unmade});
}

/** Thrown to take back what was filled, with the answer it leaves behind. */
class TakenBack {
  readonly outcome: Outcome<Pick<Moved, 'tables' | 'wasThere'>, Refusal>;
  constructor(outcome: TakenBack['outcome']) {
    this.outcome = outcome;
  }
}

const copyProven = (source: Opened, target: Opened, dryRun: boolean): Promise<TakenBack['outcome']> =>
  source.store.reading(async (register) => {
    const {where} = target;
    const tables = await digestsOf(register);
    const before = await target.store.reading(digestsOf);
    if (rowsIn(before) > 0)
      return differing(tables, before).length === 0
        ? done({tables, wasThere: true})
        : refuse({reason: 'target-not-empty', where, rows: rowsIn(before)});
    return fillProven({register, tables}, target, dryRun);
  });

async function fillProven(
  {register, tables}: {readonly register: TablesRead; readonly tables: readonly TableDigest[]},
  {store, where}: Opened,
  dryRun: boolean,
): Promise<TakenBack['outcome']> {
  const outcome = done({tables, wasThere: false});
  try {
    return await store.filling(async (copy) => {
      await copyTables(register, copy);
      const wrong = differing(tables, await digestsOf(copy));
      if (wrong.length > 0) throw new TakenBack(refuse({reason: 'copies-differ', where, tables: wrong}));
      if (dryRun) throw new TakenBack(outcome);
      return outcome;
    });
  } catch (thrown) {
    if (thrown instanceof TakenBack) return thrown.outcome;
    throw thrown;
  }
}

function settingsFor({settings}: Placed, to: RegisterPlace): Placed['settings'] {
  const {register: _, ...rest} = settings;
  return to === 'postgres' ? {...rest, register: IN_DATABASE} : rest;
}
