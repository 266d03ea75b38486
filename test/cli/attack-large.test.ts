/** A hundred thousand cells in less time than they need: what is told so far holds, and what is not proven is said to be. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {languages} from '#language/language';
import {attackFiles} from '#production/attack';
import {temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('attack-large');
const {opgor, json} = commandIn(folder.path, folder.path);
afterAll(folder.remove);

const SIZE = 320;
let state = 2013;
const draw = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
const truth = new Map<string, number>();
for (let row = 0; row < SIZE; row++)
  for (let column = 0; column < SIZE; column++) {
    const n = Math.floor(draw() ** 4 * 12);
    for (const r of [`r${row}`, 'Total'])
      for (const c of [`c${column}`, 'Total']) truth.set(`${r},${c}`, (truth.get(`${r},${c}`) ?? 0) + n);
  }
const file = join(folder.path, 'large.csv');
writeFileSync(file, `row,column,n\n${[...truth].map(([at, n]) => `${at},${n > 0 && n < 5 ? '<5' : n}\n`).join('')}`);

interface Cell {
  readonly cell: {readonly row: string; readonly column: string};
  readonly low: number;
  readonly high: number | null;
  readonly unproven?: true;
}

test('the truth is inside every limit, and what is not proven is marked', async () => {
  expect(truth.size).toBeGreaterThan(100_000);
  const {code, answer} = await json('attack', file, '--time-limit', '3');
  expect([code, answer.finished]).toEqual([0, false]);
  const cells = answer.cells as readonly Cell[];
  expect(cells.length).toBe([...truth.values()].filter((n) => n > 0 && n < 5).length);
  const outside = cells.filter(({cell: {row, column}, low, high}) => {
    const n = truth.get(`${row},${column}`) ?? -1;
    return n < low || n > (high ?? Number.POSITIVE_INFINITY);
  });
  expect(outside).toEqual([]);
  const unproven = cells.filter((one) => one.unproven).length;
  expect(unproven).toBe(answer.unproven);
  expect(unproven).toBeGreaterThan(0);
  const {out} = await opgor(['attack', file, '--time-limit', '0'], {language: 'en'});
  expect(out.split('\n').slice(0, 2)).toEqual([
    languages.en.attack.summary(1, truth.size, cells.length, 0),
    languages.en.attack.unproven(cells.length),
  ]);
});

test('how far it is, is told as it goes', async () => {
  const told: {readonly stage: string; readonly done: number; readonly of: number}[] = [];
  const request = {files: [file], mappingFile: undefined, smallestShown: undefined, seconds: 3};
  const {ok} = await attackFiles(request, ({stage, done, of}) => told.push({stage, done, of: of ?? 0}));
  expect(ok).toBe(true);
  expect(told[0]).toEqual({stage: 'read', done: 1, of: 1});
  const solved = told.slice(1);
  expect(solved.every(({stage, done, of}) => stage === 'solve' && done <= of)).toBe(true);
  expect(solved.length).toBeGreaterThan(10);
  expect(solved.map(({done}) => done)).toEqual(solved.map(({done}) => done).toSorted((a, b) => a - b));
});
