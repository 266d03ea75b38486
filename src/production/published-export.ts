/** What is seen of a table, to take away: exactly the cells that are seen, in their order, as tidy rows or as one JSON-stat dataset. */
import {statusWords} from '#exchange/json-stat';
import {plainSheetOf, sheetOf} from '#exchange/sheet';
import {canonicalJson} from '#kit/canonical-json';
import {languages} from '#language/language';
import type {PublishedEdition} from './published-edition.ts';
import {cellKey} from './published-table.ts';
import type {View} from './published-view.ts';

type Origin = Pick<PublishedEdition, 'id' | 'office' | 'cutOff' | 'synthetic' | 'marks' | 'notes'>;

export const asCsv = (view: View, from: Origin): string => plainSheetOf(...rowsOf(view, from));

/** As a spreadsheet set to Danish opens it by a double click. */
export const asDanishCsv = (view: View, from: Origin): string => sheetOf(...rowsOf(view, from));

function rowsOf(view: View, from: Origin): [readonly string[], readonly (readonly (string | number)[])[]] {
  const {table, language} = view;
  const marks = marksOf(view, from).join('; ');
  const fields = [
    ...table.dimensions.flatMap(({concept}) => [concept, `${concept}.${language}`]),
    ...['unit', 'value', 'status', 'edition'],
    ...(marks === '' ? [] : ['marks']),
  ];
  const rows = view.rows
    .flatMap(({cells}) => cells)
    .map(({codes, value}) => {
      const labelled = table.dimensions.flatMap((dimension, i) => {
        const found = dimension.codes.find(({code}) => code === codes[i]);
        return [codes[i] ?? '', found?.label[language] ?? ''];
      });
      const status = table.cells.get(cellKey(codes))?.status ?? '';
      return [...labelled, table.unit.code, value ?? '', status, from.id, ...(marks === '' ? [] : [marks])];
    });
  return [fields, rows];
}

const marksOf = ({language}: View, {synthetic, marks}: Origin): readonly string[] => [
  ...(synthetic ? [languages[language].document.synthetic] : []),
  ...marks,
];

/** Dimensions in the order seen: those of the rows, of the columns, and those held at one category. */
export function asJsonStat(view: View, from: Origin): string {
  const {table, language, rowAxes, columnAxes, axes} = view;
  const ordered = [...rowAxes, ...columnAxes, ...axes.filter(({placing}) => placing === 'one')];
  const cells = view.rows.flatMap((row) => row.cells);
  const statuses = cells.flatMap(({codes}, i) => {
    const status = table.cells.get(cellKey(codes))?.status;
    return status === undefined ? [] : [[String(i), status] as const];
  });
  const times = ordered.filter(({dimension}) => dimension.isTime).map(({dimension}) => dimension.concept);
  const dataset = {
    version: '2.0',
    class: 'dataset',
    label: table.label[language],
    source: from.office,
    updated: from.cutOff,
    note: [
      ...marksOf(view, from),
      ...from.notes.map((note) => note[language]),
      ...view.notes.map(({mark, text}) => `${mark} ${text}`.trim()),
    ],
    id: ordered.map(({dimension}) => dimension.concept),
    size: ordered.map(({codes}) => codes.length),
    ...(times.length === 0 ? {} : {role: {time: times}}),
    dimension: Object.fromEntries(
      ordered.map(({dimension: {concept, label, codes: known}, codes}) => [
        concept,
        {
          label: label[language],
          category: {
            index: codes,
            label: Object.fromEntries(
              codes.map((code) => [code, known.find((one) => one.code === code)?.label[language] ?? code]),
            ),
          },
        },
      ]),
    ),
    value: cells.map(({value}) => value ?? null),
    ...(statuses.length === 0 ? {} : {status: Object.fromEntries(statuses)}),
    extension: {
      table: table.id,
      edition: from.id,
      unit: {code: table.unit.code, label: table.unit.label[language]},
      status: statusWords,
    },
  };
  return `${canonicalJson(dataset, 1)}\n`;
}
