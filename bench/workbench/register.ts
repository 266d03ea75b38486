/** A workspace with many persons, received as a delivery is, and how each can be searched for. */
import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import type {ClassifiedRow} from '#intake/delivery';
import {defect} from '#kit/defect';
import {instant} from '#kit/instant';
import {parsePartialDate} from '#kit/partial-date';
import {plainDate} from '#kit/plain-date';
import {initWorkspace} from '#production/casework';
import type {Effects} from '#production/effects';
import {receive} from '#production/receive';
import {openCasework} from '#production/workspace';

/** Given names are few, as they are; the two others together are one person's. */
export const nameOf = (i: number): string => `Given${i % 500} Middle${i % 977} Family${Math.floor(i / 977)}`;

function row(i: number): ClassifiedRow {
  const on = plainDate(`${2007 + (i % 7)}-0${1 + (i % 9)}-1${i % 9}`);
  const codes = {sex: ['female'], nationality: ['ng'], exploitation: ['prostitution'], forms: ['prostitution']};
  const born = parsePartialDate(`${1960 + (i % 40)}-0${1 + (i % 9)}-1${i % 9}`) ?? defect('no such day');
  return {
    kind: 'classified',
    row: i + 2,
    key: [`S-${i}`],
    content: [`S-${i}`, nameOf(i), on],
    identity: {
      names: [{text: nameOf(i), kind: 'name'}],
      identifiers: [{scheme: 'us-person', value: `${17_000_000 + i}`}],
      birth: {date: born, assessed: false},
    },
    facts: [
      {kind: 'assessment', on, by: 'us', outcome: 'victim', age: {youngest: 24, oldest: 24, basis: 'full'}, codes},
      {kind: 'characteristics', on, codes},
      {kind: 'residence-status', on, status: 'unlawful'},
    ],
    findings: [],
    totals: {},
  };
}

export async function makeRegister(folder: string, persons: number, effects: Effects): Promise<string> {
  const workspace = join(folder, 'workspace');
  const made = await initWorkspace(workspace, {profile: 'denmark', synthetic: true}, effects);
  if (!made.ok) return defect(made.refusal.reason);
  const opened = await openCasework(workspace, effects);
  if (!opened.ok) return defect(opened.refusal.reason);
  const {store, keys, profile} = opened.value;
  const format = profile.sources.find(({id}) => id === 'us') ?? defect('no such source');
  const rows = (async function* () {
    for (let i = 0; i < persons; i += 1) yield row(i);
  })();
  const facts = {file: 'us.csv', sha256: '', recordedAt: instant('2014-01-01'), recordedBy: 'bench'};
  const received = await receive({store, keys, format, rows, ...facts, random: randomBytes, threads: 1});
  if (!received.ok) return defect(received.refusal.reason);
  await store.close();
  return workspace;
}
