/**
 * A public edition as its folder tells it, and nothing else does: verified as `opgor verify` does before anything of it is believed, its
 * figures then kept in memory, its other files read again against the hash that was signed.
 */
import {basename, join} from 'node:path';
import * as z from 'zod';
import {parseEditionId} from '#concepts/edition';
import {LANGUAGES, type Labels} from '#concepts/labels';
import {type Period, periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {sha256} from '#kit/digest';
import {type Instant, parseInstant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {parsePlainDate} from '#kit/plain-date';
import {languages} from '#language/language';
import {verifyFolder} from './edition-verify.ts';
import {exists, readBytes} from './effects.ts';
import {MANIFEST} from './manifest.ts';
import {Collection, type PublishedTable, publishedTable} from './published-table.ts';

export interface PublishedEdition {
  readonly id: string;
  readonly period: Period;
  /** `2013`. */
  readonly of: string;
  readonly cutOff: string;
  readonly approvedAt: string;
  readonly embargo: Instant | undefined;
  readonly corrects:
    | {readonly edition: string; readonly erratum: Readonly<Partial<Record<keyof Labels, string | undefined>>>}
    | undefined;
  readonly synthetic: boolean;
  readonly office: string;
  readonly profile: string;
  /** Said on every page of it, in this language, the profile's first. */
  readonly marks: readonly string[];
  readonly marksIn: string;
  readonly notes: readonly Labels[];
  readonly tables: readonly PublishedTable[];
  readonly files: readonly PublishedFile[];
  /** SHA-256 of its manifest. */
  readonly digest: string;
  /** Of the key it is signed with. */
  readonly key: string;
}

export interface PublishedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Undefined: it is not as it was signed any more. */
  read(): Promise<Uint8Array | undefined>;
}

const Written = z.object({
  statement: z.object({synthetic: z.boolean()}),
  outputs: z.array(z.object({name: z.string(), mediaType: z.string(), bytes: z.number(), sha256: z.string()})),
  edition: z.object({
    id: z.string(),
    kind: z.enum(['public', 'internal']),
    period: z.object({from: z.string(), to: z.string()}),
    cutOff: z.string(),
    embargo: z.string().optional(),
    corrects: z
      .object({edition: z.string(), erratum: z.object({da: z.string().optional(), en: z.string().optional()})})
      .optional(),
    approval: z.object({at: z.string()}).optional(),
    profile: z.object({id: z.string(), version: z.string()}),
  }),
});

/** `known`: as it was verified before, and is while its manifest is the same. Undefined: it is for those inside. Refused: `not-verified`, `no-such-folder`, `edition-table-missing`. */
export async function publishedEdition(
  folder: string,
  key: string | undefined,
  known: PublishedEdition | undefined,
): Promise<Outcome<PublishedEdition | undefined, Refusal>> {
  const before = await digestOf(folder);
  if (known !== undefined && known.digest === before) return done(known);
  const verified = await verifyFolder(folder, {key, manifest: before});
  if (!verified.ok) return verified;
  const bytes = await readBytes(join(folder, MANIFEST));
  const digest = sha256(bytes);
  const manifest = Written.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  const missing = (table: string) =>
    refuse({reason: 'edition-table-missing', edition: basename(folder), table} as const);
  if (manifest === undefined) return missing(MANIFEST);
  const {id, kind, period, cutOff, embargo, corrects, approval, profile} = manifest.edition;
  const days = {from: parsePlainDate(period.from), to: parsePlainDate(period.to)};
  // Approved, and by its name and by its manifest for everybody.
  if (kind !== 'public' || approval === undefined) return done(undefined);
  const {from, to} = days;
  if (from === undefined || to === undefined || parseEditionId(id) === undefined) return missing(MANIFEST);
  if (embargo !== undefined && parseInstant(embargo) === undefined) return missing(MANIFEST);

  const files = manifest.outputs.map((one) => fileOf(folder, one));
  const text = async (name: string) => {
    const found = await files.find((one) => one.name === name)?.read();
    return found === undefined ? undefined : Buffer.from(found).toString('utf8');
  };
  const figures = read(await text('figures.json'));
  if (figures === undefined) return missing('figures.json');
  const tables: PublishedTable[] = [];
  for (const dataset of figures.link.item) {
    const {table} = dataset.extension;
    const csv = await text(`tables/${table}.csv`);
    const one = csv === undefined ? undefined : publishedTable(dataset, csv, MARGINS);
    if (one === undefined) return missing(table);
    tables.push(one);
  }
  const notes = figures.extension.notes ?? [];
  const said = figures.note ?? [];
  return done({
    id,
    period: {from, to},
    of: periodId({from, to}),
    cutOff,
    approvedAt: approval.at,
    embargo: embargo === undefined ? undefined : parseInstant(embargo),
    corrects,
    synthetic: manifest.statement.synthetic,
    office: figures.source,
    profile: `${profile.id} ${profile.version}`,
    // What is marked stands first; that the data is of nobody is said in the reader's language.
    marks: said.slice(0, said.length - notes.length).filter((one) => !SYNTHETIC.includes(one)),
    marksIn: figures.extension.languages[0] ?? '',
    notes,
    tables,
    files,
    digest,
    key: verified.value.key,
  });
}

async function digestOf(folder: string): Promise<string | undefined> {
  const path = join(folder, MANIFEST);
  return (await exists(path)) ? sha256(await readBytes(path)) : undefined;
}

const MARGINS: Labels = {da: languages.da.document.total, en: languages.en.document.total};
const SYNTHETIC = LANGUAGES.map((tag) => languages[tag].document.synthetic);

const fileOf = (
  folder: string,
  {name, mediaType, bytes, sha256: signed}: z.infer<typeof Written>['outputs'][number],
): PublishedFile => ({
  name,
  mediaType,
  size: bytes,
  async read() {
    const path = join(folder, name);
    const found = (await exists(path)) ? await readBytes(path) : undefined;
    return found !== undefined && sha256(found) === signed ? found : undefined;
  },
});

function read(text: string | undefined): z.infer<typeof Collection> | undefined {
  try {
    return Collection.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
}
