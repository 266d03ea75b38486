/** A log that was written anew from its first line, and follows from line to line: found by what was laid outside the workspace. */
import {copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {afterAll, beforeEach, expect, test} from 'vitest';
import {recordNumber} from '#concepts/record-number';
import {canonicalJson} from '#kit/canonical-json';
import {sha256} from '#kit/digest';
import {instant} from '#kit/instant';
import {type AccessEvent, checkAccessLog} from '#production/access-log';
import {decide} from '#production/decide';
import {anchorPath, checkAnchors} from '#production/log-anchor';
import {silent} from '#production/progress';
import {findInto} from '#production/review';
import {waitingAt} from '#production/review-seat';
import {commandIn} from '../cli/command-in.ts';
import {temporaryFolder} from '../workspaces.ts';
import {forgetExample, openOffice} from './office.ts';

const folder = temporaryFolder('anchor');
const anchors = join(folder.path, 'elsewhere', 'anchors');
const copy = join(folder.path, 'copy.jsonl');
beforeEach(() => {
  rmSync(dirname(anchors), {recursive: true, force: true});
  mkdirSync(dirname(anchors));
});
afterAll(() => {
  folder.remove();
  forgetExample();
});

const settings = `log-anchor: '${anchors}'\n`;
const laid = () =>
  readFileSync(anchors, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): {number: number; head: string} => JSON.parse(line));

/** The log without what one person did, each line made to follow from the one before. */
function rewrite(path: string, without: string): void {
  const events = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): AccessEvent => JSON.parse(line));
  let previous: string | null = null;
  const lines = events
    .filter(({who}) => who !== without)
    .map((event, i) => {
      const line = canonicalJson({...event, number: i + 1, previous});
      previous = sha256(line);
      return line;
    });
  writeFileSync(path, `${lines.join('\n')}\n`);
}

test('one rewritten as a whole holds together, and is not as it was anchored', async () => {
  const office = await openOffice(undefined, {settings});
  const nosy = await office.enter(['caseworker']);
  await nosy.get('/cases/P-000012-4');
  const other = await office.enter(['caseworker']);
  for (const minutes of [16, 32, 48]) {
    office.effects.clock = instant(new Date(Date.UTC(2014, 2, 3, 9, minutes)).toISOString());
    await other.get('/');
  }
  expect(laid().length).toBe(3);
  const path = join(office.folder, 'workbench', 'access.jsonl');
  copyFileSync(path, copy);
  await other.get('/cases/P-000012-4');
  const checked = async () => {
    const log = await checkAccessLog(office.folder);
    if (!log.ok) throw new Error(log.refusal.reason);
    return log.value;
  };
  expect(await checkAnchors(await checked(), anchors)).toMatchObject({value: 3});
  expect(await checkAnchors(await checked(), copy)).toMatchObject({value: 1});
  const {opgor, json} = commandIn(folder.path, office.folder, office.effects);
  expect((await json('audit', 'verify')).answer).toMatchObject({anchors: 3});
  expect((await json('audit', 'verify', '--anchor', copy)).answer).toMatchObject({anchors: 1});

  rewrite(path, nosy.id);
  expect(await checkAccessLog(office.folder)).toMatchObject({ok: true});
  for (const anchor of [anchors, copy])
    expect(await checkAnchors(await checked(), anchor)).toMatchObject({refusal: {reason: 'log-not-as-anchored'}});
  const told = await opgor(['audit', 'verify', '--dir', office.folder]);
  expect(told.code).not.toBe(0);
  expect(told.err).toContain('anchored');
  writeFileSync(path, `${readFileSync(path, 'utf8').split('\n')[0]}\n`);
  expect(await checkAnchors(await checked(), anchors)).toMatchObject({refusal: {reason: 'log-not-as-anchored'}});
  copyFileSync(copy, path);
  await office.close();
});

test('it is laid again when the workbench ends, and one that cannot be written is told in the log', async () => {
  const office = await openOffice(undefined, {settings});
  const person = await office.enter(['reader']);
  await person.get('/');
  const {number, head} = office.bench.log.durable();
  rmSync(dirname(anchors), {recursive: true});
  office.effects.clock = instant('2014-03-03T09:20:00Z');
  expect((await person.get('/')).status).toBe(200);
  expect((await office.bench.log.events()).at(-1)).toMatchObject({
    what: 'anchor',
    answer: 'refused: file-not-writable',
  });
  mkdirSync(dirname(anchors));
  await office.close();
  expect(laid().at(-1)?.number).toBeGreaterThan(number);
  expect(laid().at(-1)?.head).not.toBe(head);
});

test('within the workspace it is none, and what is neither anchors nor a log is told', async () => {
  for (const path of ['anchors', '/a/workspace/x', './b/../c'])
    expect(anchorPath('/a/workspace', path)).toMatchObject({refusal: {reason: 'anchor-inside'}});
  expect(anchorPath('/a/workspace', '../anchors')).toMatchObject({value: '/a/anchors'});
  const inside = await openOffice();
  await inside.close();
  const log = {number: 0, head: null, events: []};
  for (const text of ['', '{}\n', 'not this\n']) {
    writeFileSync(anchors, text);
    expect(await checkAnchors(log, anchors)).toMatchObject({refusal: {reason: 'anchor-not-readable'}});
  }
  expect(await checkAnchors(log, join(folder.path, 'none'))).toMatchObject({refusal: {reason: 'anchor-not-readable'}});
});

test('what it says of one person names nobody else', async () => {
  const office = await openOffice();
  const own = await office.enter(['caseworker'], 'cmm');
  await own.get('/cases/P-000012-4');
  await own.post('/cases/break-glass', {why: 'Her sister Rose is at the hospital'});
  await own.get('/cases/P-000012-4');
  await own.get('/cases/P-000013-2');
  await own.get('/review/P-000012-4/P-000013-2');
  const {opgor, json} = commandIn(folder.path, office.folder, office.effects);
  const {answer} = await json('audit', 'excerpt', 'P-000012-4');
  expect(answer.events.slice(0, 2)).toEqual([
    {at: '2014-03-03T09:00:00.000Z', verb: 'case.read', answer: 'refused', beyond: false},
    {at: '2014-03-03T09:00:00.000Z', verb: 'case.read', answer: 'shown', beyond: true},
  ]);
  const {out} = await opgor(['audit', 'excerpt', 'P-000012-4']);
  expect(out).toContain('look at persons  shown  beyond their own authority');
  for (const hidden of ['Rose', 'P-000013', own.id, 'Test caseworker']) {
    expect(out).not.toContain(hidden);
    expect(JSON.stringify(answer)).not.toContain(hidden);
  }
  expect((await opgor(['audit', 'excerpt', 'P-000012-5'])).code).not.toBe(0);
  await office.close();
});

test('records decided to be one person are told of together, whichever is asked for; nobody registered is a refusal', async () => {
  const office = await openOffice();
  const anne = await office.enter(['caseworker']);
  const found = await findInto(office.folder, {recordedBy: 'Anne', dryRun: false}, office.effects, silent);
  if (!found.ok) throw new Error(found.refusal.reason);
  const waiting = await waitingAt({folder: office.folder, reviewer: 'Anne', authority: undefined}, office.effects);
  const pair = waiting.ok ? waiting.value[0]?.pair : undefined;
  if (pair === undefined) throw new Error('no pair waits');
  const [one, other] = pair;
  await anne.get(`/cases/${other}`);
  const {opgor, json} = commandIn(folder.path, office.folder, office.effects);
  const excerptOf = async (record: string) => (await json('audit', 'excerpt', record)).answer;
  expect(await excerptOf(one)).toMatchObject({records: [one], events: []});
  const decided = await decide(
    office.folder,
    {records: pair, verdict: 'returning', reason: 'One', recordedBy: 'Anne', recordedAt: undefined, dryRun: false},
    office.effects,
  );
  expect(decided).toMatchObject({ok: true});
  const both = await excerptOf(one);
  expect(both).toMatchObject({records: [one, other], events: [{verb: 'case.read', answer: 'shown'}]});
  expect(await excerptOf(other)).toEqual(both);
  expect((await opgor(['audit', 'excerpt', recordNumber(99_999)])).code).not.toBe(0);
  await office.close();
});
