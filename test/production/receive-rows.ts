/** Deliveries made by hand, for tests of receiving: rows as intake classifies them, and a register in a folder of its own. */
import {createHash, randomBytes} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import type {ClassifiedRow, Delivered, DeliveredRow, HeldRow} from '#intake/delivery';
import type {SourceFormat} from '#intake/source-format';
import {type Instant, instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import {type Delivery, receive} from '#production/receive';
import type {Receipt} from '#production/receive-receipt';
import type {Fact} from '#register/fact';
import type {Identity} from '#register/identity';
import {type Keys, keysFrom} from '#register/keys';
import type {PersonFile} from '#register/person-file';
import {openSqliteStore, type SqliteStore} from '#storage/sqlite';

export const keys: Keys = keysFrom(new Uint8Array(32).fill(7));

export const source = (over: Partial<SourceFormat> = {}): SourceFormat => ({
  id: 'us',
  labels: {da: 'US', en: 'US'},
  language: 'da',
  source: {title: 'made for a test'},
  file: {type: 'csv', delimiter: ';', encoding: 'utf-8', decimal: ','},
  delivery: 'snapshot',
  mostWithdrawn: 0.2,
  key: ['Sagsnr.'],
  day: ['decided'],
  unknownWords: [],
  columns: [],
  order: [],
  facts: [],
  controlTotals: [
    {measure: 'rows', labels: {da: 'rækker', en: 'rows'}, counts: 'rows', when: []},
    {measure: 'persons', labels: {da: 'personer', en: 'persons'}, counts: 'persons', when: [], year: 'decided'},
  ],
  ...over,
});

export const decided = (on: string, outcome = 'victim'): Fact => ({
  kind: 'assessment',
  on: plainDate(on),
  by: 'us',
  outcome,
  codes: {exploitation: ['prostitution']},
});
export const sex = (code: string): Fact => ({
  kind: 'characteristics',
  on: plainDate('2013-05-02'),
  codes: {sex: [code]},
});

/** Someone with a name and numbers: `us-person:1`. */
export const known = (name: string, ...numbers: readonly string[]): Identity => ({
  names: [{text: name, kind: 'name'}],
  identifiers: numbers.map((number) => {
    const [scheme = '', value = ''] = number.split(':');
    return {scheme, value};
  }),
});

export interface Said {
  readonly key?: string;
  readonly who?: Identity;
  readonly facts?: readonly Fact[];
  /** Cells that make no fact. */
  readonly more?: string;
}

export function rowsOf(said: readonly Said[]): readonly ClassifiedRow[] {
  return said.map(({key, who, facts = [decided('2013-05-02')], more = ''}, i) => ({
    kind: 'classified',
    row: i + 2,
    key: key === undefined ? [] : [key],
    content: [key ?? '', JSON.stringify(who ?? null), JSON.stringify(facts), more],
    ...(who && {identity: who}),
    facts,
    findings: [],
    totals: {rows: 1, persons: 1, ...Object.fromEntries(facts.map(({on}) => [`persons-${on.slice(0, 4)}`, 1]))},
  }));
}

export const held = (row: number, key: string): HeldRow => ({
  kind: 'held',
  row,
  key: [key],
  content: [key, 'unreadable'],
  findings: [{rule: 'unknown-word', severity: 'error', facts: {row}}],
});

async function* stream(rows: readonly Delivered[]): AsyncGenerator<Delivered> {
  yield* rows;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'opgor-'));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  return folder;
}

export function emptyRegister(): SqliteStore {
  const opened = openSqliteStore(join(temporaryFolder(), 'register.sqlite'));
  if (!opened.ok) throw new Error(opened.refusal.reason);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

/** Receives rows; day after day where no moment is given. */
export function receiver(store: SqliteStore, format = source()) {
  let day = 0;
  return (rows: readonly (DeliveredRow | Delivered)[], over: Partial<Delivery> = {}) => {
    day += 1;
    return receive({
      store,
      keys,
      format,
      rows: stream(rows),
      file: `us-${day}.csv`,
      sha256: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
      recordedAt: moment(day),
      recordedBy: 'CMM',
      random: randomBytes,
      ...over,
    });
  };
}

export const moment = (day: number): Instant => instant(new Date(Date.UTC(2014, 0, day, 12)).toISOString());

/** The receipt, or a failure that says why there is none. */
export async function receiptOf(received: ReturnType<typeof receive>): Promise<Receipt> {
  const outcome = await received;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

export async function filesAt(store: SqliteStore, asAt: Instant): Promise<readonly PersonFile[]> {
  const files: PersonFile[] = [];
  for await (const file of store.personFiles(asAt)) files.push(file);
  return files;
}
