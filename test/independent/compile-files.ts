/** The product's own figures of a set of agency files, received one after another as their covering letters say. */
import {randomBytes} from 'node:crypto';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {load} from 'js-yaml';
import * as z from 'zod';
import {yearPeriod} from '#concepts/period';
import {readDelivery} from '#intake/read-delivery';
import {parseInstant} from '#kit/instant';
import type {Outcome} from '#kit/outcome';
import {plainDate} from '#kit/plain-date';
import {type Counted, count} from '#production/count';
import {silent} from '#production/progress';
import {receive} from '#production/receive';
import type {Receipt} from '#production/receive-receipt';
import type {Profile} from '#profile/profile';
import {readProfile} from '#profile/read-profile';
import {keysFrom} from '#register/keys';
import {openSqliteStore} from '#storage/sqlite';
import {innerCells} from '#tabulation/cube';
import type {Counts} from './count.ts';

interface Letter {
  readonly file: string;
  readonly source: string;
  readonly 'recorded-at': string;
  readonly 'control-totals': Readonly<Record<string, number>>;
}

export interface CompiledFiles {
  readonly receipts: readonly Receipt[];
  readonly counted: Counted;
}

export async function compileFiles(files: ReadonlyMap<string, Uint8Array>, year: number): Promise<CompiledFiles> {
  const profile = got(readProfile(folder('profiles/denmark')));
  const place = mkdtempSync(join(tmpdir(), 'opgor-'));
  const store = got(await openSqliteStore(join(place, 'register.sqlite')));
  try {
    const letters = z.array(z.custom<Letter>()).parse(load(new TextDecoder().decode(files.get('deliveries.yaml'))));
    const receipts: Receipt[] = [];
    for (const letter of letters) receipts.push(await receiveOne(store, profile, letter, files.get(letter.file)));
    const cutOff = await store.latest();
    if (cutOff === undefined) throw new Error('nothing was received');
    return {receipts, counted: await count(() => store.personFiles(cutOff), profile, yearPeriod(year), silent)};
  } finally {
    await store.close();
    rmSync(place, {recursive: true});
  }
}

const keys = keysFrom(randomBytes(32));

async function receiveOne(
  store: Parameters<typeof receive>[0]['store'],
  profile: Profile,
  {file, source, 'recorded-at': moment, 'control-totals': controlTotals}: Letter,
  content: Uint8Array | undefined,
): Promise<Receipt> {
  const format = profile.sources.find(({id}) => id === source);
  const recordedAt = parseInstant(moment);
  if (content === undefined || format === undefined || recordedAt === undefined)
    throw new Error(`not readable: ${file}`);
  const receivedOn = plainDate(moment.slice(0, 10));
  const lists = profile.codeLists;
  const {rows} = got(await readDelivery({format, formats: profile.sources, file, content, lists, receivedOn}));
  const sent = {store, keys, format, rows, file, sha256: file, recordedAt, recordedBy: 'test', controlTotals};
  return got(await receive({...sent, random: randomBytes}));
}

/** The same shape as the independent count's: cells by table and code, zeroes left out. */
export const cellsOf = ({cubes}: Counted): Counts =>
  Object.fromEntries(
    cubes.map((cube) => [
      cube.table.id,
      Object.fromEntries(
        innerCells(cube).flatMap(({codes, cell}) =>
          cell.kind === 'count' && cell.value > 0 ? [[codes.join('.'), cell.value]] : [],
        ),
      ),
    ]),
  );

function got<T>(outcome: Outcome<T, unknown>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

/** A folder's files by their path below it. */
export function folder(root: string): ReadonlyMap<string, Uint8Array> {
  const files = readdirSync(root, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  const paths = files.map(({parentPath, name}) => join(parentPath, name));
  return new Map(paths.map((path) => [path.slice(root.length + 1), new Uint8Array(readFileSync(path))]));
}
