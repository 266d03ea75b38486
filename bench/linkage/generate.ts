/**
 * Writes a CSV of synthetic persons, some of them several times, and with `cluster` who is who.
 *
 *   node bench/linkage/generate.ts RECORDS FILE [SEED]
 */
import {createWriteStream} from 'node:fs';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {asCsv, populate} from './population.ts';

const [size = '1000', file = 'persons.csv', seed = '1'] = process.argv.slice(2);
await pipeline(Readable.from(asCsv(populate(Number(seed), Number(size)), true)), createWriteStream(file));
