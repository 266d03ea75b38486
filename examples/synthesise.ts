/**
 * Writes synthetic agency files.
 *
 *   node examples/synthesise.ts                                        the examples that ship, where they stand
 *   node examples/synthesise.ts --seed 7 --year 2016 --persons 500 --out DIR
 *
 * `--persons` is the reference year's; the years from `--first-year` (2007) on rise towards it. Above 100,000 only the
 * Immigration Service's CSV is written, as a stream.
 */
import {createWriteStream, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {parseArgs} from 'node:util';
import {EXAMPLES} from './synthesis/examples.ts';
import {synthesise, type Wanted} from './synthesis/synthesise.ts';
import {usStream} from './synthesis/us-stream.ts';

const SPREADSHEETS_UP_TO = 100_000;

async function write(wanted: Wanted, folder: string): Promise<void> {
  mkdirSync(folder, {recursive: true});
  if ((wanted.persons ?? 0) > SPREADSHEETS_UP_TO)
    await pipeline(usStream(wanted), createWriteStream(join(folder, `us-afgoerelser-${wanted.year}.csv`)));
  else for (const [name, bytes] of synthesise(wanted).files) writeFileSync(join(folder, name), bytes);
}

const {values} = parseArgs({
  options: {
    seed: {type: 'string'},
    year: {type: 'string', default: '2013'},
    'first-year': {type: 'string', default: '2007'},
    persons: {type: 'string', default: '100'},
    out: {type: 'string'},
  },
});

function whole(option: 'seed' | 'year' | 'first-year' | 'persons'): number {
  const number = Number(values[option]);
  if (!Number.isSafeInteger(number) || number < 0) throw new TypeError(`--${option} takes a whole number`);
  return number;
}

if (values.seed === undefined)
  for (const [name, wanted] of Object.entries(EXAMPLES)) await write(wanted, join(import.meta.dirname, name, 'input'));
else {
  if (values.out === undefined) throw new TypeError('--out says where the files go');
  const wanted = {seed: whole('seed'), year: whole('year'), firstYear: whole('first-year'), persons: whole('persons')};
  if (wanted.firstYear > wanted.year) throw new TypeError('--first-year is after --year');
  await write(wanted, values.out);
}
