/**
 * The recovery keys of a workspace and its drills, `recovery.json`: of each key its public half and who has its papers. Every entry is signed with
 * the workspace's key: whoever can only write the file cannot make the workspace's key be wrapped to a key of their own.
 */
import {join} from 'node:path';
import * as z from 'zod';
import type {Refusal} from '#concepts/refusal';
import {canonicalJson} from '#kit/canonical-json';
import {done, type Outcome, refuse} from '#kit/outcome';
import {split} from '#kit/secret-shares';
import type {Keys} from '#register/keys';
import {isSignedBy, sign} from './edition-signing.ts';
import {type Effects, exists, readBytes, writeWhole} from './effects.ts';
import {findKey} from './keyring.ts';
import {MOST_PAPERS, SECRET_BYTES, wordsOf} from './paper-key.ts';
import {publicOf, recoveryId, recoveryPrivate} from './recovery-wrap.ts';
import {type OpenRegister, openCasework, withStore} from './workspace.ts';

const RecoveryKey = z.strictObject({
  id: z.string(),
  public: z.string(),
  /** How many of the papers open it together. */
  enough: z.int(),
  /** Who has a paper, in the order of their numbers. */
  holders: z.array(z.string()),
  issued: z.string(),
  signature: z.string(),
});
export type RecoveryKey = z.infer<typeof RecoveryKey>;

const Drill = z.strictObject({
  at: z.string(),
  by: z.string(),
  seconds: z.number(),
  place: z.string(),
  version: z.string(),
  /** The key typed in; `form` where it was the recovery form. */
  key: z.string(),
  edition: z.string().nullable(),
  signature: z.string(),
});
export type Drill = z.infer<typeof Drill>;

const RecoveryFile = z.strictObject({keys: z.array(RecoveryKey), drills: z.array(Drill)});
export type RecoveryFile = z.infer<typeof RecoveryFile>;

const FILE = 'recovery.json';

/** Without a look at the signatures: for what only tells. Undefined where it is not as it was written. */
export async function readRecovery(folder: string): Promise<RecoveryFile | undefined> {
  const path = join(folder, FILE);
  if (!(await exists(path))) return {keys: [], drills: []};
  try {
    const read = RecoveryFile.safeParse(JSON.parse(Buffer.from(await readBytes(path)).toString('utf8')));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Refused: `recovery-keys-altered`, where an entry is not the workspace's own. */
export async function signedRecovery(folder: string, {signing}: Keys): Promise<Outcome<RecoveryFile, Refusal>> {
  const read = await readRecovery(folder);
  const own = ({signature, ...entry}: RecoveryKey | Drill) => isSignedBy(signing, canonicalJson(entry), signature);
  return read?.keys.every(own) && read.drills.every(own)
    ? done(read)
    : refuse({reason: 'recovery-keys-altered', path: join(folder, FILE)});
}

const signed = <T extends object>(entry: T, {signing}: Keys): T & {signature: string} => ({
  ...entry,
  signature: sign(signing, canonicalJson(entry)),
});

async function keep(folder: string, file: RecoveryFile): Promise<Outcome<void, Refusal>> {
  const path = join(folder, FILE);
  const written = await writeWhole(path, `${JSON.stringify(file, undefined, 2)}\n`);
  return written ? done(undefined) : refuse({reason: 'file-not-writable', path});
}

export interface Issued {
  readonly key: RecoveryKey;
  /** A paper for each holder: shown once, kept nowhere. */
  readonly papers: readonly {readonly holder: string; readonly words: readonly string[]}[];
  /** The keys it takes the place of. */
  readonly revoked: readonly string[];
}

export interface IssueRequest {
  readonly holders: readonly string[];
  readonly enough: number;
  /** Every key before it no longer opens what is written from now on. */
  readonly replaces: boolean;
}

/** Refused: `impossible-split`, and as casework is. */
export const issueKey = async (
  folder: string,
  {holders, enough, replaces}: IssueRequest,
  effects: Effects,
): Promise<Outcome<Issued, Refusal>> => {
  if (enough < 1 || enough > holders.length || holders.length > MOST_PAPERS)
    return refuse({reason: 'impossible-split', enough, of: holders.length, most: MOST_PAPERS});
  return withKeys(folder, effects, async ({file, keys}) => {
    const [secret, publicHalf] = unlike(file, effects);
    const id = recoveryId(publicHalf);
    const key = signed({id, public: publicHalf, enough, holders: [...holders], issued: effects.now()}, keys);
    const kept = await keep(folder, {...file, keys: replaces ? [key] : [...file.keys, key]});
    if (!kept.ok) return kept;
    const shares = split(secret, {enough, of: holders.length}, (bytes) => effects.random(bytes));
    return done({
      key,
      papers: shares.map(({number, bytes}, i) => ({
        holder: holders[i] ?? '',
        words: wordsOf({enough, number, key: id, secret: bytes}),
      })),
      revoked: replaces ? file.keys.map((one) => one.id) : [],
    });
  });
};

/** A secret whose key is called otherwise than every key there is. */
function unlike({keys}: RecoveryFile, effects: Effects): readonly [Uint8Array, string] {
  const secret = effects.random(SECRET_BYTES);
  const publicHalf = publicOf(recoveryPrivate(secret));
  return keys.some(({id}) => id === recoveryId(publicHalf))
    ? unlike({keys, drills: []}, effects)
    : [secret, publicHalf];
}

/** Refused: `no-such-recovery-key`, and as casework is. */
export const revokeKey = (folder: string, id: string, effects: Effects): Promise<Outcome<RecoveryKey, Refusal>> =>
  withKeys(folder, effects, async ({file}) => {
    const key = file.keys.find((one) => one.id === id);
    if (key === undefined)
      return refuse({reason: 'no-such-recovery-key', key: id, known: file.keys.map((one) => one.id)});
    const kept = await keep(folder, {...file, keys: file.keys.filter((one) => one !== key)});
    return kept.ok ? done(key) : kept;
  });

/** Signed with the key that the drill brought back. */
export async function recordDrill(
  folder: string,
  drill: Omit<Drill, 'signature'>,
  keys: Keys,
): Promise<Outcome<void, Refusal>> {
  const file = await signedRecovery(folder, keys);
  return file.ok ? keep(folder, {...file.value, drills: [...file.value.drills, signed(drill, keys)]}) : file;
}

interface WithKeys {
  readonly file: RecoveryFile;
  readonly keys: Keys;
}

/** The register is held meanwhile, so that two never write at once. */
const withKeys = async <T>(
  folder: string,
  effects: Effects,
  work: (at: WithKeys) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal>> =>
  withStore(await openCasework(folder, effects), async ({keys, store}) => {
    await store.takeDesk();
    const file = await signedRecovery(folder, keys);
    return file.ok ? work({file: file.value, keys}) : file;
  });

/** The workspace's key itself, checked already by whoever opened the register with it. */
export const masterOf = (
  {settings}: Pick<OpenRegister, 'settings'>,
  effects: Effects,
): Promise<Outcome<Uint8Array, Refusal>> => findKey(effects, settings.workspace);
