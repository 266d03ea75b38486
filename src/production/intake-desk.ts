/**
 * An agency's file that somebody brings to the workbench: rehearsed or received. Its bytes lie in a folder of this user's alone while
 * they are read, under no name of theirs, and are gone afterwards, whatever happens; what a process that was ended by force left
 * is taken away by the next.
 */
import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Code} from '#concepts/code-list';
import type {Refusal} from '#concepts/refusal';
import type {HeldRow} from '#intake/delivery';
import type {ControlTotal, SourceFormat} from '#intake/source-format';
import {done, type Outcome, refuse} from '#kit/outcome';
import {receiveInto} from './casework.ts';
import {type Effects, isFile, permitted, readBytes} from './effects.ts';
import type {Progress} from './progress.ts';
import type {Receipt} from './receive-receipt.ts';
import {openWorkspace} from './workspace.ts';

export type IntakeSource = Pick<SourceFormat, 'id' | 'labels'> & {
  readonly totals: readonly Pick<ControlTotal, 'measure' | 'labels'>[];
};

export interface Upload {
  readonly source: string;
  /** As the agency calls it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly controlTotals: Readonly<Record<string, number>>;
  readonly acceptWithdrawals: boolean;
}

export interface Intake {
  readonly receipt: Receipt;
  /** The held rows for the agency, names and all; undefined: there are none. */
  readonly errors: Uint8Array | undefined;
  /** As many as are answered one by one; `receipt.rows.held` counts all. */
  readonly held: readonly HeldRow[];
}

/** Whoever is of one authority brings that authority's files. */
export async function intakeSources(
  folder: string,
  authority: Code | undefined,
): Promise<Outcome<readonly IntakeSource[], Refusal>> {
  const workspace = await openWorkspace(folder);
  if (!workspace.ok) return workspace;
  const {sources} = workspace.value.profile;
  return done(
    sources
      .filter(({id}) => authority === undefined || id === authority)
      .map(({id, labels, controlTotals}) => ({id, labels, totals: controlTotals})),
  );
}

/** Refused: as {@link receiveInto}, and `file-not-writable` where there is no room for the bytes. */
export async function takeIn(
  folder: string,
  {name, bytes, ...upload}: Upload,
  {dryRun, recordedBy}: {readonly dryRun: boolean; readonly recordedBy: string},
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Intake, Refusal>> {
  await sweep();
  const scratch = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  try {
    const [path, errors] = [join(scratch, 'file'), join(scratch, 'errors')];
    if (!(await written(path, bytes))) return refuse({reason: 'file-not-writable', path: scratch});
    const held: HeldRow[] = [];
    const heldBack = (row: HeldRow) => void (held.length < MOST_ANSWERED && held.push(row));
    const receipt = await receiveInto(
      folder,
      {...upload, path, name: plainName(name), recordedAt: undefined, recordedBy, dryRun, errors, heldBack},
      effects,
      progress,
    );
    if (!receipt.ok) return receipt;
    return done({
      receipt: receipt.value,
      errors: (await isFile(errors)) ? await readBytes(errors) : undefined,
      held,
    });
  } finally {
    await rm(scratch, {recursive: true, force: true});
  }
}

/** More are mended by the agency, in the file. */
const MOST_ANSWERED = 1000;
/** About how many rows a text has: its lines but the headings; undefined of a spreadsheet. */
export function rowsIn({name, bytes}: Pick<Upload, 'name' | 'bytes'>): number | undefined {
  if (/\.(xlsx|xls|ods)$/i.test(name)) return undefined;
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return Math.max(0, lines - 1);
}

const PREFIX = 'opgor-intake-';
const PRIVATE = 0o600;
const LONGEST_NAME = 120;

const written = (path: string, bytes: Uint8Array): Promise<boolean> =>
  writeFile(path, bytes, {mode: PRIVATE, flag: 'wx'}).then(
    () => true,
    () => false,
  );

/** The last part of what the browser says, without what could turn a line around. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  return [...plain].slice(-LONGEST_NAME).join('') || 'file';
}

async function sweep(): Promise<void> {
  const names = (await permitted(() => readdir(tmpdir()))) ?? [];
  const left = names.filter((name) => {
    const [, of] = /^opgor-intake-(\d+)-/.exec(name) ?? [];
    return of !== undefined && !isAlive(Number(of));
  });
  for (const name of left) await permitted(() => rm(join(tmpdir(), name), {recursive: true, force: true}));
}

/** Also where the process is somebody else's. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return !(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH');
  }
}
