/** What a sound profile becomes, and which faults keep it from becoming anything. */
import {describe, expect, test} from 'vitest';
import {plainDate} from '#kit/plain-date';
import {findWords} from '#profile/find-words';
import type {Profile} from '#profile/profile';
import {checkProfile, readProfile} from '#profile/read-profile';
import {type Edit, toyWith} from './toy-profile.ts';

function read(changes: Readonly<Record<string, Edit>> = {}): Profile {
  const profile = readProfile(toyWith(changes));
  if (!profile.ok) throw new Error(JSON.stringify(profile.refusal));
  return profile.value;
}

test('an unreadable definition refuses the profile, with every finding', () => {
  const refused = readProfile(toyWith({'concepts.yaml': (text) => text.replace('list: age,', 'list: ages,')}));
  expect(refused).toMatchObject({ok: false, refusal: {reason: 'profile-faulty'}});
});

test('a typed figure marks the draft and does not keep it from being made', () => {
  const files = toyWith({'statement/da.md': (text) => text.replace('De er', 'De 76 er')});
  expect(readProfile(files).ok).toBe(true);
  expect(checkProfile(files).map(({rule}) => rule)).toEqual(['typed-figure']);
});

test('a profile without a text gives tables', () => {
  const files = toyWith({});
  for (const file of [...files.keys()]) if (file.startsWith('statement/')) files.delete(file);
  const profile = readProfile(files);
  expect(profile.ok && profile.value.outlines).toEqual([]);
  expect(checkProfile(files).map(({severity}) => severity)).toEqual(['warning']);
});

describe('what is left out of a file', () => {
  const {concepts, tables, codeLists, competence, rules} = read();

  test('a concept reads its own codes as recorded, one each', () => {
    expect(concepts[1]).toMatchObject({id: 'authority', of: 'authority', level: 'recorded', multiple: false});
  });
  test('a table counts everybody, over all codes, in the order of the list', () => {
    expect(tables[0]).toMatchObject({universe: {}, categories: 'all', order: 'list', notes: []});
  });
  test('a year is its first day where something begins, its last where it ends', () => {
    expect(codeLists.get('form')?.rows[2]).toMatchObject({from: '2010-01-01', to: '2012-12-31'});
  });
  test('a list is called what its concept is called', () => {
    expect(codeLists.get('form')?.labels).toEqual({da: 'Form', en: 'Form'});
  });
  test('further columns are correspondences', () => {
    expect(codeLists.get('form')?.rows.map(({correspondences}) => correspondences)).toEqual([
      {iccs: 'X1'},
      {iccs: 'X2'},
      {},
      {},
      {},
    ]);
  });
  test('one residence status is a list of one', () => {
    expect(competence[0]?.decidedBy[1]?.when).toEqual({residence: ['lawful']});
  });
  test('rules keep their id, dates and source beside their parameters', () => {
    expect(rules.reversal).toEqual([
      {
        id: 'reversal',
        from: '2010-01-01',
        to: undefined,
        source: {title: 'A decision of the office', at: 'p. 1'},
        parameters: {onTheMerits: 'count-as-assessed'},
      },
    ]);
  });
});

describe('the digest', () => {
  const original = read().digest;
  test('does not depend on the order of the files', () => {
    const reversed = readProfile(new Map([...toyWith({})].reverse()));
    expect(reversed.ok && reversed.value.digest).toBe(original);
  });
  test('changes with a byte of any file', () => {
    expect(read({'statement/da.md': (text) => `${text} `}).digest).not.toBe(original);
  });
  test('changes when a line moves to another file', () => {
    const moved = toyWith({'readme.md': () => 'a', 'notes.md': () => 'b'});
    const swapped = toyWith({'readme.md': () => 'b', 'notes.md': () => 'a'});
    const [one, other] = [readProfile(moved), readProfile(swapped)];
    expect(one.ok && other.ok && one.value.digest !== other.value.digest).toBe(true);
  });
});

describe('words', () => {
  const renamed = read({
    'codelists/authority.csv': (text) =>
      text.replace(
        'court,,2010,,Retten,The court,',
        'court,,2010,2012,Retten,The court,\ncourt,,2013,,Byretten,The district court,',
      ),
  });
  test.each([
    {
      what: 'the latest name of a code',
      said: findWords(renamed, 'en').code('authority', 'court'),
      is: 'The district court',
    },
    {
      what: 'its name on an earlier day',
      said: findWords(renamed, 'en', plainDate('2012-12-31')).code('authority', 'court'),
      is: 'The court',
    },
    {what: 'the margin', said: findWords(renamed, 'da').code('authority', 'all'), is: 'I alt'},
    {what: 'a reference year', said: findWords(renamed, 'da').code('year', '2013'), is: '2013'},
    {what: 'the years of a series', said: findWords(renamed, 'da').concept('year'), is: 'År'},
    {what: 'a concept', said: findWords(renamed, 'da').concept('residence'), is: 'Ophold'},
    {what: 'a table', said: findWords(renamed, 'en').table('crime-by-age'), is: 'Crime by age'},
    {what: 'a unit', said: findWords(renamed, 'da').unit('person'), is: 'Personer'},
  ])('$what: $is', ({said, is}) => expect(said).toBe(is));
});
