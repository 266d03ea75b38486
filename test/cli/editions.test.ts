/** Editions as an office and its scripts make them: what is printed, what is answered as JSON, and every ending by its exit code. */
import {appendFileSync, existsSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('cli-editions');
const office = join(folder.path, 'office');
let now = '2014-03-03T09:00:00Z';
const {opgor, json} = commandIn(folder.path, office, {...effectsIn(folder.path), now: () => instant(now)});
const US = join('examples', 'denmark-2013', 'input', 'us-afgoerelser-2013.csv');
const script = ['release', '2013', '--edition', 'internal', '--language', 'en', '--by', 'A'];

beforeAll(async () => {
  await opgor(['init', office, '--profile', 'denmark', '--synthetic']);
  await opgor(['receive', US, '--source', 'us', '--recorded-at', '2014-01-27']);
  for (const name of ['A', 'B']) expect((await opgor(['person', 'add', name])).code).toBe(0);
});
afterAll(folder.remove);

test.each([
  ['no year', ['release', '--edition', 'internal', '--by', 'A'], 'YEAR'],
  ['no kind', ['release', '2013', '--by', 'A'], '--edition'],
  ['nobody', ['release', '2013', '--edition', 'internal'], '--by'],
  ['alone without a reason', [...script, '--alone'], '--reason'],
  ['alone and by another', [...script, '--alone', '--reason', 'x', '--approved-by', 'B'], '--approved-by'],
  ['over findings without a reason', [...script, '--over-findings'], '--reason'],
  ['a correction without an erratum', [...script, '--corrects', '2013-internal-1'], '--erratum'],
  ['an erratum without a word', [...script, '--corrects', '2013-internal-1', '--erratum', 'en= '], '--erratum'],
  ['errata of no language', [...script, '--corrects', 'x', '--erratum', 'a', '--erratum', 'en=b'], 'da=…, en=…'],
  ['a key that is none', ['verify', '--key', 'x'], '--key'],
  ['got out, nobody says why', ['mark-disclosed', '2013-internal-1', '--by', 'A'], '--reason'],
  ['compiled again into nowhere', ['recompile', '2013-internal-1'], '--out'],
  ['promised for no day', ['calendar', 'add', '2013', '--edition', 'internal'], '--on'],
])('used wrongly: %s', async (_, args, about) => {
  const {code, err} = await opgor(args);
  expect(code).toBe(2);
  expect(err).toContain(about);
});

test('refused: A and B are one', async () => {
  const {code, answer} = await json(...script, '--approved-by', 'A');
  expect(code).toBe(1);
  expect(answer.refusal).toEqual({reason: 'same-person', name: 'A'});
  expect((await opgor(['release', '2013', '--edition', 'public', '--by', 'A', '--approved-by', 'A'])).code).toBe(1);
});

test('promised, released by script, noted, listed, verified, compiled again', async () => {
  expect((await opgor(['calendar', 'add', '2013', '--edition', 'internal', '--on', '2014-03-01'])).code).toBe(0);
  const released = await json(...script, '--approved-by', 'B', '--recipient', 'Ministry', '--recipient', 'Parliament');
  const place = join(office, 'editions', '2013-internal-1');
  expect(released).toMatchObject({
    code: 0,
    answer: {
      ok: true,
      edition: '2013-internal-1',
      folder: place,
      state: 'released',
      recipients: ['Ministry', 'Parliament'],
    },
  });
  expect(existsSync(join(place, 'statement.en.html'))).toBe(true);

  now = '2014-03-04T09:00:00Z';
  expect((await opgor(['mark-disclosed', '2013-internal-1', '--by', 'B', '--reason', 'leaked'])).code).toBe(0);
  const {answer} = await json('editions', '--check');
  expect(answer.editions).toMatchObject([
    {edition: '2013-internal-1', state: 'released', punctuality: 2, disclosed: [{by: 'B', reason: 'leaked'}]},
  ]);
  const shown = (await opgor(['editions'], {language: 'da'})).out;
  expect(shown).toContain('2013-internal-1  frigivet');
  expect(shown).toContain('2 dage forsinket');
  expect((await opgor(['calendar'])).out).toContain('2013-internal-1 on 2014-03-03, 2 days late');

  const verified = await json('verify', place);
  expect(verified.answer).toMatchObject({edition: '2013-internal-1', signed: [{by: 'A'}, {by: 'A'}, {by: 'B'}]});
  expect((await json('verify', place, '--key', '0'.repeat(32))).code).toBe(1);
  expect((await json('verify')).answer).toMatchObject({editions: 1, key: verified.answer.key});

  const out = join(folder.path, 'again');
  expect(await json('recompile', '2013-internal-1', '--out', out)).toMatchObject({
    code: 0,
    answer: {identical: true, sameProgram: true, differing: []},
  });
  appendFileSync(join(out, 'figures.json'), ' ');
  const {code, err} = await opgor(['verify', out]);
  expect(code).toBe(1);
  expect(err).toContain('figures.json has been altered');
});

test('without a second person it waits, and says what is next; a dry run answers null for its folder', async () => {
  const dry = await json(...script, '--dry-run');
  expect(dry.answer).toMatchObject({edition: '2013-internal-2', folder: null, state: 'draft', dryRun: true});
  const {code, out} = await opgor(script);
  expect(code).toBe(0);
  expect(out).toContain('opgor approve 2013-internal-2 --by NAME');
  expect((await opgor(['approve', '2013-internal-2', '--by', 'A', '--alone'])).code).toBe(2);
  const alone = await json('approve', '2013-internal-2', '--by', 'A', '--alone', '--reason', 'July');
  expect(alone).toMatchObject({code: 0, answer: {edition: '2013-internal-2', state: 'released', alone: 'July'}});
});

test('persons are listed with the id of their key', async () => {
  const {answer} = await json('person', 'list');
  expect(answer.persons).toMatchObject([
    {name: 'A', here: true},
    {name: 'B', here: true},
  ]);
});

test('sent back: never approved, its files as they were, and the next has its own number', async () => {
  expect((await opgor(['send-back', '2013-internal-1', '--by', 'B'])).code).toBe(2);
  const waits = await json(...script);
  expect(waits).toMatchObject({code: 0, answer: {state: 'validated'}});
  const id: string = waits.answer.edition;
  const by = ['send-back', id, '--by', 'B', '--reason'];
  const told = await opgor([...by, 'she of 120190-1232']);
  expect([told.code, told.err.includes('120190')]).toEqual([1, false]);
  const sent = await json(...by, 'the note on minors is last year’s');
  expect(sent.answer).toMatchObject({
    state: 'returned',
    returned: {by: 'B', reason: 'the note on minors is last year’s'},
  });
  for (const again of [
    ['approve', id, '--by', 'B'],
    [...by, 'again'],
  ])
    expect((await json(...again)).answer.refusal).toEqual({
      reason: 'edition-is-already',
      edition: id,
      state: 'returned',
    });
  expect(existsSync(join(office, 'editions', 'awaiting', id, 'statement.en.html'))).toBe(true);
  expect((await opgor(['editions', '--check'], {language: 'da'})).out).toContain('sendt tilbage 2014-');
  const next = await json(...script);
  expect(next.answer.edition).not.toBe(id);
  expect((await json('approve', next.answer.edition, '--by', 'B')).answer.state).toBe('released');
});
