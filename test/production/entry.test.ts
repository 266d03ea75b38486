/** A fact entered by hand meets the checks a file's row meets, and what was typed is never said back: it may be a name. */
import {expect, test} from 'vitest';
import {LANGUAGES} from '#concepts/labels';
import {parseRecordNumber} from '#concepts/record-number';
import {parseInstant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import {languages} from '#language/language';
import {sayRefusal} from '#language/refusal-words';
import {factFrom, type Given} from '#production/entry';
import type {EntryKind} from '#production/entry-fields';
import {readProfile} from '#profile/read-profile';
import type {Fact} from '#register/fact';
import {folder} from '../independent/compile-files.ts';

const read = readProfile(folder('profiles/denmark'));
if (!read.ok) throw new Error('the Danish profile is faulty');
const profile = read.value;
const today = plainDate('2014-01-31');
const enter = (kind: EntryKind, given: Given) => factFrom(kind, given, {profile, file: undefined, today});

const assessment = {on: '2013-05-02', by: 'us', outcome: 'victim'};
const trip = {on: '2013-05-02', operator: 'iom', children: '1'};

test.each<{what: string; kind: EntryKind; given: Given; at: string}>([
  {what: 'a day to come', kind: 'charge', given: {on: '2014-02-01'}, at: 'on'},
  {what: 'a day of another century', kind: 'charge', given: {on: '1213-05-02'}, at: 'on'},
  {what: 'a birth after the decision', kind: 'assessment', given: {...assessment, born: '2031'}, at: 'born'},
  {what: 'a birth two hundred years ago', kind: 'assessment', given: {...assessment, born: '1813'}, at: 'born'},
  {
    what: 'a return before it began',
    kind: 'prepared-return',
    given: {...trip, completed: '2013-05-01'},
    at: 'completed',
  },
  {
    what: 'a charge that ended before it began',
    kind: 'charge',
    given: {on: '2013-05-02', ended: '2012-05-02'},
    at: 'ended',
  },
  {what: 'more children than travel', kind: 'prepared-return', given: {...trip, children: '900000000'}, at: 'children'},
  {
    what: 'more children than anyone has',
    kind: 'children',
    given: {on: '2013-05-02', accompanying: '31'},
    at: 'accompanying',
  },
  {what: 'half a child', kind: 'children', given: {on: '2013-05-02', accompanying: '1.5'}, at: 'accompanying'},
  {what: 'a deadline of a lifetime', kind: 'departure-deadline', given: {on: '2013-05-02', days: '99999'}, at: 'days'},
  {
    what: 'an earlier year that is later',
    kind: 'attestation',
    given: {on: '2013-05-02', earlier: 'yes', year: '2014'},
    at: 'year',
  },
])('refused: $what', ({kind, given, at}) => {
  expect(enter(kind, given)).toMatchObject({ok: false, refusal: {reason: 'impossible-value', field: at}});
});

test('a code is one of its day', () => {
  const given = {...assessment, exploitation: 'slavery-like'};
  const refused = enter('assessment', given);
  expect(refused).toMatchObject({ok: false, refusal: {reason: 'unknown-code', concept: 'exploitation'}});
  expect(!refused.ok && refused.refusal.reason === 'unknown-code' && refused.refusal.known).toContain('prostitution');
  expect(enter('assessment', {...given, exploitation: 'prostitution'}).ok).toBe(true);
});

test.each<{kind: EntryKind; given: Given}>([
  {kind: 'assessment', given: {...assessment, by: 'Anna Prøve'}},
  {kind: 'assessment', given: {...assessment, 'Anna Prøve': 'yes'}},
  {kind: 'assessment', given: {...assessment, exploitation: 'prostitution, Anna Prøve'}},
  {kind: 'assessment', given: {...assessment, born: 'Anna Prøve'}},
  {kind: 'attestation', given: {on: '2013-05-02', earlier: 'Anna Prøve'}},
  {kind: 'charge', given: {on: 'Anna Prøve'}},
])('a refusal of $given does not say it back', ({kind, given}) => {
  const refused = enter(kind, given);
  if (refused.ok) throw new Error('it was taken');
  expect(JSON.stringify(refused.refusal)).not.toContain('Anna');
  for (const tag of LANGUAGES)
    expect(JSON.stringify(sayRefusal(languages[tag].refusals, refused.refusal))).not.toContain('Anna');
});

test('what is possible is taken', () => {
  expect(enter('prepared-return', {...trip, completed: '2013-05-02'})).toMatchObject({ok: true, value: {children: 1}});
  expect(enter('assessment', {...assessment, born: '1996'})).toMatchObject({
    ok: true,
    value: {age: {youngest: 16, oldest: 17}},
  });
});

test('nothing is withdrawn before it was', () => {
  const record = parseRecordNumber('P-000001-9');
  if (record === undefined) throw new Error('no such number');
  const fact: Fact = {kind: 'charge', on: plainDate('2013-05-02')};
  const recordedAt = parseInstant('2013-06-01T00:00:00.000Z');
  if (recordedAt === undefined) throw new Error('no such moment');
  const facts = [{id: 7, record, recordedAt, recordedBy: 'test', submission: 1, source: 'us', fact}];
  const given = {of: '7', why: 'recorded-in-error'};
  const withdraw = (on: string) => factFrom('withdrawal', {...given, on}, {profile, file: {record, facts}, today});
  expect(withdraw('2013-05-01')).toMatchObject({ok: false, refusal: {reason: 'impossible-value', field: 'on'}});
  expect(withdraw('2013-05-02').ok).toBe(true);
});
