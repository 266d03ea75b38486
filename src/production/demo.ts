/** An example from its agencies' files to its statement, on an embedded register of its own, as an office would do it. */
import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {yearPeriod} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {warmSheetReader} from '#intake/read-sheet';
import {done, type Outcome, refuse} from '#kit/outcome';
import {warmThread} from './beside.ts';
import {type Compiled, compile} from './compile.ts';
import {type CoveringLetter, readCoveringLetters} from './deliveries.ts';
import {type Effects, exists, isEmptyFolder, isFile, writeWhole} from './effects.ts';
import {newKey, recoveryForm} from './keyring.ts';
import type {Progress} from './progress.ts';
import {receiveFile} from './receive-file.ts';
import type {Receipt} from './receive-receipt.ts';
import {programVersion} from './version.ts';
import {makeWorkspace, openWithKey, withStore} from './workspace.ts';

export interface Demo {
  readonly workspace: string;
  readonly receipts: readonly Receipt[];
  readonly compiled: Compiled;
}

export interface DemoRequest {
  /** A folder under `examples/`. */
  readonly example: string;
  readonly profile: string;
  readonly year: number;
  readonly out: string;
  readonly media?: readonly string[] | undefined;
}

export const DEMO_WORKSPACE = 'workspace';
/** The key lies beside the workspace, since the data is synthetic and the folder is thrown away whole. */
export const DEMO_KEY = 'workspace.key';

/** Replaces what an earlier demo left in the folder, and nothing else: another folder is refused. */
export async function demo(
  request: DemoRequest,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Demo, Refusal>> {
  const {example, profile, year, out, media} = request;
  const input = join(effects.packageFolder, 'examples', example, 'input');
  const letters = await readCoveringLetters(input);
  if (!letters.ok) return letters;
  const cleared = await clear(out, year);
  if (!cleared.ok) return cleared;
  warmSheetReader();
  warmThread();

  const key = newKey(effects);
  const keyed: Effects = {
    ...effects,
    environment: (name) => environmentOf(name, effects, key),
  };
  const version = await programVersion(effects);
  const workspace = join(out, DEMO_WORKSPACE);
  const made = await makeWorkspace(workspace, {profile, id: `demo-${example}`, key, synthetic: true, version}, keyed);
  if (!made.ok) return made;
  if (!(await writeWhole(join(out, DEMO_KEY), `${recoveryForm(key)}\n`, 0o600))) {
    return refuse({reason: 'file-not-writable', path: join(out, DEMO_KEY)});
  }

  return withStore(await openWithKey(made.value, keyed), async (register) => {
    const receipts: Receipt[] = [];
    for (const letter of letters.value) {
      const receipt = await receiveFile(register, received(letter, input), keyed, progress);
      if (!receipt.ok) return receipt;
      receipts.push(receipt.value);
    }
    const compilation = {
      period: yearPeriod(year),
      languages: undefined,
      asAt: undefined,
      strict: false,
      out: join(out, statementFolder(year)),
      version,
      effects: keyed,
      now: effects.now(),
      media,
    };
    const compiled = await compile(register, compilation, progress);
    return compiled.ok ? done({workspace, receipts, compiled: compiled.value}) : compiled;
  });
}

/** Its own key; and a register in its folder, whatever database the office's is in. */
function environmentOf(name: string, effects: Effects, key: Uint8Array): string | undefined {
  if (name === 'OPGOR_KEY') return recoveryForm(key);
  return name === 'DATABASE_URL' ? undefined : effects.environment(name);
}

export const statementFolder = (period: string | number): string => `statement-${period}`;

const received = ({file, source, recordedAt, controlTotals}: CoveringLetter, input: string) => ({
  path: join(input, file),
  source,
  controlTotals,
  recordedAt,
  recordedBy: 'demo',
  dryRun: false,
  errors: undefined,
});

async function clear(out: string, year: number): Promise<Outcome<void, Refusal>> {
  if (await isFile(out)) return refuse({reason: 'not-a-folder', path: out});
  const isOurs = (await exists(join(out, DEMO_KEY))) && (await exists(join(out, DEMO_WORKSPACE)));
  if ((await exists(out)) && !isOurs && !(await isEmptyFolder(out)))
    return refuse({reason: 'folder-not-empty', path: out});
  for (const name of [DEMO_WORKSPACE, DEMO_KEY, statementFolder(year)])
    await rm(join(out, name), {recursive: true, force: true});
  return done(undefined);
}
