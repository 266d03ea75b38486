/**
 * Writes synthetic agency files.
 *
 *   node examples/synthesise.ts                                   the example: Denmark 2013
 *   node examples/synthesise.ts --seed 7 --year 2016 --persons 500 --out DIR
 *
 * Above 100,000 persons in the reference year only the Immigration Service's CSV is written, as a stream.
 */
import {createWriteStream, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {parseArgs} from 'node:util';
import {BEFORE_2013, DENMARK_2013} from './synthesis/denmark-2013.ts';
import {synthesise, type Wanted} from './synthesis/synthesise.ts';
import {usStream} from './synthesis/us-stream.ts';

const SPREADSHEETS_UP_TO = 100_000;

const {values} = parseArgs({
  options: {
    seed: {type: 'string', default: '2013'},
    year: {type: 'string', default: '2013'},
    'first-year': {type: 'string', default: '2007'},
    persons: {type: 'string'},
    out: {type: 'string'},
  },
});

const wanted = (): Wanted => {
  const [seed, year, firstYear] = [Number(values.seed), Number(values.year), Number(values['first-year'])];
  if (values.persons === undefined && year === 2013)
    return {seed, year, firstYear, before: BEFORE_2013, figures: DENMARK_2013};
  return {seed, year, firstYear, persons: Number(values.persons ?? 100)};
};

const asked = wanted();
const out = values.out ?? join(import.meta.dirname, 'denmark-2013', 'input');
mkdirSync(out, {recursive: true});
if ((asked.persons ?? 0) > SPREADSHEETS_UP_TO)
  await pipeline(usStream(asked), createWriteStream(join(out, `us-afgoerelser-${asked.year}.csv`)));
else for (const [name, bytes] of synthesise(asked).files) writeFileSync(join(out, name), bytes);
