/** The notes of exchanged tables, read by JSON-stat's own toolkit and by a CSV parser: all of them, in every language, in place. */
import JSONstat from 'jsonstat-toolkit';
import papaparse from 'papaparse';
import {expect, test} from 'vitest';
import type {Note, NotePlace} from '#concepts/note';
import {csv} from '#exchange/csv';
import {jsonStat} from '#exchange/json-stat';
import {EDITION, RETURNS, released} from './toy.ts';

const note = (id: string, ...on: readonly NotePlace[]): Note => ({
  id,
  on,
  says: {kind: 'written', text: {da: `Om ${id}`, en: `About ${id}`}},
  source: {title: 'Office'},
});
const CHILD: NotePlace = {kind: 'cell', codes: {person: 'child', assessed: 'not-applicable'}};
const NOTES = [
  note('table', {kind: 'table'}),
  note('person', {kind: 'concept', concept: 'person'}),
  note('victim', {kind: 'category', concept: 'person', code: 'victim'}),
  note('child', CHILD),
  note('total', {kind: 'cell', codes: {}}),
];
const concentration: Note = {
  id: 'concentration',
  on: [{kind: 'cell', codes: {person: 'victim', assessed: 'earlier'}}],
  says: {kind: 'concentration', table: 'returns', unit: 'returnee', units: 1006, largest: 1004},
};
const cubes = released([{...RETURNS, notes: [...NOTES, concentration]}]);
const edition = {...EDITION, notes: [{da: 'Om det hele', en: 'About all'}]};

const written = JSON.parse(jsonStat.write(cubes, edition)[0]?.body ?? '');
const read = JSONstat(written).Dataset(0);

test('the toolkit finds the notes of the table, of a dimension and of its categories', () => {
  expect(read.note).toEqual([...EDITION.marks, 'Note på dansk', 'Om table']);
  expect(read.Dimension('person').note).toEqual(['Om person']);
  expect(read.Dimension('person').Category('victim').note).toEqual(['Om victim']);
  expect(read.Dimension('person').Category('child').note ?? []).toEqual([]);
  expect(written.note).toEqual([...EDITION.marks, 'Om det hele']);
});

test('notes on cells stand in the extension, with their places, language by language', () => {
  const {notes} = written.link.item[0].extension;
  const found = (id: string) => notes.find((one: {id: string}) => one.id === id);
  expect(found('child')).toMatchObject({
    text: {da: 'Om child', en: 'About child'},
    index: [5],
    source: {title: 'Office'},
    on: [CHILD],
  });
  expect(found('total').index).toBeUndefined();
  expect(found('concentration')).toMatchObject({
    index: [1],
    text: {
      da: 'Af de 1.006 da:returnee hører 1.004 til én og samme sag.',
      en: 'Of the 1,006 en:returnee, 1,004 belong to one and the same case.',
    },
  });
});

test('a parser finds beside each cell its notes, and those of the whole on every row', () => {
  const body = csv.write(cubes, edition)[0]?.body.replace('\ufeff', '') ?? '';
  const {data, errors} = papaparse.parse<Record<string, string>>(body, {
    header: true,
    delimiter: ';',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  const row = (person: string, assessed: string) =>
    data.find((one) => one.person === person && one.assessed === assessed) ?? {};
  expect(row('child', 'not-applicable')['notes.en']).toBe('About person | About child');
  expect(row('victim', 'in-period')['notes.da']).toBe('Om person | Om victim');
  expect(row('all', 'all')['notes.en']).toBe('About person | About total');
  expect(new Set(data.map((one) => one['table-notes.en']))).toEqual(
    new Set(['About all | Note in English | About table']),
  );
});
