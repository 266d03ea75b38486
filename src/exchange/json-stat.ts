/**
 * JSON-stat 2.0 (https://json-stat.org/full/): one collection, every table an embedded dataset of its inner cells.
 * Margins are counted and never added up, so the total stands beside the cells, in `extension.total`.
 */
import {YEAR} from '#concepts/concept';
import {type Observation, statusOf} from '#concepts/observation';
import type {Words} from '#concepts/words';
import type {ProtectedCube} from '#disclosure/protect';
import {canonicalJson} from '#kit/canonical-json';
import {innerCells, totalOf} from '#tabulation/cube';
import {isCell} from '#tabulation/notes';
import {type Edition, type Exporter, sealed} from './exporter.ts';
import {onTable, type SaidNote, saidNotes, standsOn} from './notes.ts';

export const jsonStat: Exporter = {
  format: 'json-stat',
  mediaType: 'application/json',

  write(cubes, edition) {
    const collection = {
      version: '2.0',
      class: 'collection',
      label: edition.title,
      source: edition.source,
      updated: edition.cutOff,
      note: [...edition.marks, ...edition.notes.map((note) => note[edition.words[0].language])],
      extension: {
        'produced-by': edition.producedBy,
        languages: edition.words.map(({language}) => language),
        status: statusWords,
        notes: edition.notes,
      },
      link: {item: sealed(cubes).map((cube) => dataset(cube, edition))},
    };
    return [{name: 'figures.json', body: `${canonicalJson(collection, 1)}\n`}];
  },
};

/** What stands in `status`: JSON-stat leaves the words to whoever writes. SDMX: OBS_STATUS, CONF_STATUS. */
export const statusWords = {
  published: 'A total published elsewhere, from before the register; its source is in extension.published.',
  'not-collected': 'Not collected (SDMX OBS_STATUS M).',
  'published-only': 'Not collected: held as a published total alone, which cannot be recomputed (SDMX OBS_STATUS M).',
  'not-applicable': 'Not applicable (SDMX OBS_STATUS L).',
  withheld: 'Withheld to protect persons (SDMX OBS_STATUS Q, CONF_STATUS C).',
};

function dataset(cube: ProtectedCube, edition: Edition) {
  const {table, dimensions} = cube;
  const inner = innerCells(cube).map(({cell}) => cell);
  const total = totalOf(cube);
  const [first] = edition.words;
  const notes = saidNotes(cube, edition);
  return {
    version: '2.0',
    class: 'dataset',
    label: first.table(table.id),
    source: edition.source,
    updated: edition.cutOff,
    note: [...edition.marks, ...textsOf(onTable(notes), first)],
    id: dimensions.map(({concept}) => concept),
    size: dimensions.map(({codes}) => codes.length),
    ...(dimensions.some(({concept}) => concept === YEAR) ? {role: {time: [YEAR]}} : {}),
    dimension: Object.fromEntries(
      dimensions.map((dimension) => [dimension.concept, category(dimension, notes, edition)]),
    ),
    value: inner.map(shownValue),
    ...statusesOf(inner),
    extension: {
      table: table.id,
      label: inEach(edition, (words) => words.table(table.id)),
      unit: {code: table.unit, label: inEach(edition, (words) => words.unit(table.unit))},
      period: cube.period,
      ...(Object.keys(table.universe).length === 0 ? {} : {universe: table.universe}),
      edition: cube.edition,
      total: shownValue(total),
      ...(total.kind === 'count' ? {} : {'total-status': statusOf(total)}),
      ...publishedOf(inner),
      ...(notes.length === 0 ? {} : {notes: notes.map((note) => placed(note, cube))}),
    },
  };
}

function category(
  {concept, codes, multiple, breaks}: ProtectedCube['dimensions'][number],
  notes: readonly SaidNote[],
  edition: Edition,
) {
  const [first] = edition.words;
  const labels = (words: Words) => Object.fromEntries(codes.map((code) => [code, words.code(concept, code)]));
  const ofConcept = notes.filter(standsOn((place) => place.kind === 'concept' && place.concept === concept));
  const ofCodes = codes.flatMap((code) => {
    const found = notes.filter(
      standsOn((place) => place.kind === 'category' && place.concept === concept && place.code === code),
    );
    return found.length === 0 ? [] : [[code, textsOf(found, first)] as const];
  });
  return {
    label: first.concept(concept),
    ...(ofConcept.length === 0 ? {} : {note: textsOf(ofConcept, first)}),
    category: {
      index: codes,
      label: labels(first),
      ...(ofCodes.length === 0 ? {} : {note: Object.fromEntries(ofCodes)}),
    },
    extension: {
      label: inEach(edition, (words) => words.concept(concept)),
      category: {label: inEach(edition, labels)},
      multiple,
      ...(breaks === undefined || breaks.length === 0 ? {} : {breaks}),
    },
  };
}

const inEach = <T>({words}: Edition, say: (words: Words) => T): Record<string, T> =>
  Object.fromEntries(words.map((one) => [one.language, say(one)]));

const shownValue = (cell: Observation): number | null => (cell.kind === 'count' ? cell.value : null);

/** By the cell's place, only where there is something to say. */
function statusesOf(inner: readonly Observation[]) {
  const said = inner.flatMap((cell, i) => {
    const status = statusOf(cell);
    return status === undefined ? [] : [[String(i), status]];
  });
  return said.length === 0 ? {} : {status: Object.fromEntries(said)};
}

function publishedOf(inner: readonly Observation[]) {
  const sources = inner.flatMap((cell, i) =>
    cell.kind === 'count' && cell.published ? [[String(i), cell.published]] : [],
  );
  return sources.length === 0 ? {} : {published: Object.fromEntries(sources)};
}

const textsOf = (notes: readonly SaidNote[], {language}: Words): readonly string[] =>
  notes.map(({text}) => text[language] ?? '');

/** JSON-stat has no notes on cells: they stand here, all in every language, those of inner cells with the cells' places. */
function placed({id, on, text, source}: SaidNote, cube: ProtectedCube) {
  const index = innerCells(cube).flatMap(({codes}, i) => (on.some((place) => isCell(place, cube, codes)) ? [i] : []));
  return {id, on, text, ...(source === undefined ? {} : {source}), ...(index.length === 0 ? {} : {index})};
}
