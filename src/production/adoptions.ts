/**
 * The adoptions of a workspace: one file each, `adoptions/<id>.yaml`, with what is needed to take all of it back. It holds file
 * names, digests and files of the profile; nothing of any person.
 */
import {join} from 'node:path';
import {dump, load, YAMLException} from 'js-yaml';
import * as z from 'zod';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {isFolder, readFolder, writeWhole} from './effects.ts';

const FOLDER = 'adoptions';

const Kept = z.strictObject({
  /** Its path in the profile. */
  file: z.string(),
  /** As it was before, base64; null: it was not there. */
  before: z.string().nullable(),
  /** SHA-256 of what the adoption left. */
  after: z.string(),
});

const Adoption = z.strictObject({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  folder: z.string(),
  files: z.array(z.strictObject({file: z.string(), sha256: z.string(), sources: z.array(z.string())})),
  /** Headings that were said to be left out: not asked again. */
  leftOut: z.array(z.string()),
  profile: z.array(Kept),
  /** From before the profile is written until all of it is received; what is left so was cut short. */
  unfinished: z.literal(true).optional(),
  undone: z.strictObject({at: z.string(), by: z.string()}).optional(),
});
export type Adoption = z.infer<typeof Adoption>;

/** In the order made. Refused: `adoption-log-faulty`. */
export async function readAdoptions(workspace: string): Promise<Outcome<readonly Adoption[], Refusal>> {
  const folder = join(workspace, FOLDER);
  if (!(await isFolder(folder))) return done([]);
  const adoptions: Adoption[] = [];
  for (const [name, bytes] of await readFolder(folder)) {
    const read = readOne(bytes);
    if (read === undefined) return refuse({reason: 'adoption-log-faulty', path: join(folder, name)});
    adoptions.push(read);
  }
  return done(adoptions.sort((a, b) => numberOf(a) - numberOf(b)));
}

/** Before anything is counted or adopted: what was cut short may have written the profile or the register in part. Refused also: `adoption-interrupted`. */
export async function wholeAdoptions(workspace: string): Promise<Outcome<readonly Adoption[], Refusal>> {
  const adoptions = await readAdoptions(workspace);
  if (!adoptions.ok) return adoptions;
  const cutShort = adoptions.value.find(({unfinished, undone}) => unfinished === true && undone === undefined);
  return cutShort === undefined ? adoptions : refuse({reason: 'adoption-interrupted', adoption: cutShort.id});
}

function readOne(bytes: Uint8Array): Adoption | undefined {
  try {
    return Adoption.safeParse(load(Buffer.from(bytes).toString('utf8'))).data;
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

const numberOf = ({id}: Adoption): number => Number(id.split('-')[1]);

export const nextId = (adoptions: readonly Adoption[]): string =>
  `adoption-${Math.max(0, ...adoptions.map(numberOf)) + 1}`;

export async function writeAdoption(workspace: string, adoption: Adoption): Promise<Outcome<void, Refusal>> {
  const path = join(workspace, FOLDER, `${adoption.id}.yaml`);
  return (await writeWhole(path, dump(adoption), 0o600))
    ? done(undefined)
    : refuse({reason: 'file-not-writable', path});
}
