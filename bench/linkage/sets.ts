/**
 * The sets both sides link, each as one CSV without the truth (`id` is the row) and the truth apart. Published sets are read
 * where the checkout has them beside it and are said to be missing when it has not.
 */
import {createWriteStream, existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {gunzipSync} from 'node:zlib';
import Papa from 'papaparse';
import {asCsv, populate} from './population.ts';

const DATA = new URL('../../../shared/data/linkage/', import.meta.url);
const SEED = 4;

export interface Prepared {
  readonly file: string;
  /** Per row, whose it is. */
  readonly clusters: readonly string[];
}

export interface LinkageSet {
  /** The settings of `with-splink.py`. */
  readonly splink: string;
  /** What opgor is told: columns and kinds, nothing else. */
  readonly fields: Readonly<Record<string, object>>;
  /** Undefined where the published file is absent. */
  prepare(folder: string): Promise<Prepared | undefined>;
}

type Row = Readonly<Record<string, string>>;

/** A published file: which of its columns are kept, renamed or joined, and whose a row is. */
interface Published {
  readonly source: string;
  readonly columns: Readonly<Record<string, (row: Row) => string>>;
  cluster(row: Row, at: number): string;
}

function published({source, columns, cluster}: Published): LinkageSet['prepare'] {
  return async (folder) => {
    const place = new URL(source, DATA);
    if (!existsSync(place)) return undefined;
    const bytes = readFileSync(place);
    const text = (source.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
    const rows = Papa.parse<Row>(text, {
      header: true,
      skipEmptyLines: true,
      transformHeader: (head) => head.trim(),
    }).data;
    const heads = ['id', ...Object.keys(columns)];
    const cells = rows.map((row, at) => [String(at), ...Object.values(columns).map((of) => of(row).trim())]);
    const file = join(folder, `${source.split('.')[0]}.csv`);
    await pipeline(Readable.from([Papa.unparse([heads, ...cells], {newline: '\n'})]), createWriteStream(file));
    return {file, clusters: rows.map(cluster)};
  };
}

const generated =
  (size: number): LinkageSet['prepare'] =>
  async (folder) => {
    const population = populate(SEED, size);
    const file = join(folder, `generated-${size}.csv`);
    await pipeline(Readable.from(asCsv(population, false)), createWriteStream(file));
    return {file, clusters: Array.from(population.clusters, String)};
  };

const column = (name: string) => (row: Row) => row[name] ?? '';
const columns = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, column(name)]));
const known = (name: string) => (row: Row) => (row[name] === 'NA' ? '' : (row[name] ?? ''));
const twoDigits = (digits = '') => digits.padStart(2, '0');

let identities: readonly string[] | undefined;
/** R's vector of who is who, a line for each record. */
const identity = (at: number): string => {
  identities ??= readFileSync(new URL('identity.RLdata500.csv', DATA), 'utf8').split('\n').slice(1);
  return identities[at]?.trim() ?? '';
};

const GENERATED_FIELDS = {
  name: {kind: 'name', columns: ['given', 'surname'], aliases: 'alias'},
  born: {kind: 'date', column: 'born'},
  sex: {kind: 'code', column: 'sex'},
  citizenship: {kind: 'code', column: 'citizenship'},
  phone: {kind: 'phone', column: 'phone'},
  cpr: {kind: 'identifier', column: 'cpr'},
};

export const SETS: Readonly<Record<string, LinkageSet>> = {
  RLdata500: {
    splink: 'RLdata500',
    fields: {
      name: {kind: 'name', columns: ['fname_c1', 'fname_c2', 'lname_c1', 'lname_c2']},
      born: {kind: 'date', column: 'born'},
    },
    prepare: published({
      source: 'RLdata500.csv',
      columns: {
        ...Object.fromEntries(['fname_c1', 'fname_c2', 'lname_c1', 'lname_c2'].map((name) => [name, known(name)])),
        born: ({by, bm, bd}) => `${by}-${twoDigits(bm)}-${twoDigits(bd)}`,
      },
      cluster: (_row, at) => identity(at),
    }),
  },
  febrl1: {
    splink: 'febrl1',
    fields: {
      name: {kind: 'name', columns: ['given_name', 'surname']},
      born: {kind: 'date', column: 'date_of_birth'},
      number: {kind: 'identifier', column: 'soc_sec_id'},
      house: {kind: 'code', column: 'street_number'},
      postcode: {kind: 'code', column: 'postcode'},
    },
    prepare: published({
      source: 'febrl1.csv',
      columns: columns('given_name', 'surname', 'date_of_birth', 'soc_sec_id', 'street_number', 'postcode'),
      cluster: (row) => row.rec_id?.split('-')[1] ?? '',
    }),
  },
  fake_1000: {
    splink: 'fake_1000',
    fields: {
      name: {kind: 'name', columns: ['first_name', 'surname']},
      born: {kind: 'date', column: 'dob'},
      city: {kind: 'code', column: 'city'},
      email: {kind: 'text', column: 'email'},
    },
    prepare: published({
      source: 'fake_1000.csv',
      columns: columns('first_name', 'surname', 'dob', 'city', 'email'),
      cluster: column('cluster'),
    }),
  },
  historical: {
    splink: 'historical',
    fields: {
      name: {kind: 'name', columns: ['first_name', 'surname']},
      born: {kind: 'date', column: 'dob'},
      birthplace: {kind: 'code', column: 'birth_place'},
      postcode: {kind: 'code', column: 'postcode_fake'},
      occupation: {kind: 'code', column: 'occupation'},
    },
    prepare: published({
      source: 'historical_figures_with_errors_50k.csv.gz',
      columns: columns('first_name', 'surname', 'dob', 'birth_place', 'postcode_fake', 'occupation'),
      cluster: column('cluster'),
    }),
  },
  'generated-1e5': {splink: 'generated', fields: GENERATED_FIELDS, prepare: generated(100_000)},
  'generated-1e6': {splink: 'generated', fields: GENERATED_FIELDS, prepare: generated(1_000_000)},
};
