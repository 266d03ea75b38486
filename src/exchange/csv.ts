/**
 * One table a file, for a spreadsheet: codes and labels in every language, margins included. UTF-8 with a byte order mark
 * and semicolons, so that a spreadsheet set to Danish opens it by a double click; RFC 4180 otherwise.
 */
import papaparse from 'papaparse';
import type {Code} from '#concepts/code-list';
import {YEAR} from '#concepts/concept';
import {statusOf} from '#concepts/observation';
import type {ProtectedCube} from '#disclosure/protect';
import {codedCells} from '#tabulation/cube';
import {isAtBreak} from '#tabulation/notes';
import {type Edition, type Exporter, sealed} from './exporter.ts';
import {onCell, onTable, type SaidNote, saidNotes} from './notes.ts';

const BYTE_ORDER_MARK = '\ufeff';

export const csv: Exporter = {
  format: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',

  write: (cubes, edition) =>
    sealed(cubes).map((cube) => ({
      name: `tables/${cube.table.id}.csv`,
      body: BYTE_ORDER_MARK + tableText(cube, edition),
    })),
};

function tableText(cube: ProtectedCube, edition: Edition): string {
  const {dimensions, table} = cube;
  const {words, marks} = edition;
  const overYears = dimensions.some(({concept}) => concept === YEAR);
  const marked = marks.length === 0 ? [] : [marks.join('; ')];
  const fields = [
    ...dimensions.flatMap(({concept}) => [concept, ...words.map(({language}) => `${concept}.${language}`)]),
    'unit',
    'value',
    'status',
    ...(overYears ? ['break'] : []),
    ...words.map(({language}) => `notes.${language}`),
    ...words.map(({language}) => `table-notes.${language}`),
    ...(marked.length === 0 ? [] : ['marks']),
  ];
  const notes = saidNotes(cube, edition);
  const ofTable = words.map(({language}) =>
    joined([...edition.notes.map((note) => note[language]), ...inLanguage(onTable(notes), language)]),
  );
  const coded = (code: Code, i: number) => [code, ...words.map((one) => one.code(dimensions[i]?.concept ?? '', code))];
  const data = codedCells(cube).map(({codes, cell}) => {
    const said = [cell.kind === 'count' ? cell.value : '', statusOf(cell) ?? ''];
    const ofCell = words.map(({language}) => joined(inLanguage(onCell(notes, cube, codes), language)));
    const broken = overYears ? [isAtBreak(cube, codes) ? 'break' : ''] : [];
    return [...codes.flatMap(coded), table.unit, ...said, ...broken, ...ofCell, ...ofTable, ...marked];
  });
  return `${papaparse.unparse({fields, data}, {delimiter: ';', newline: '\r\n', escapeFormulae: true})}\r\n`;
}

const inLanguage = (notes: readonly SaidNote[], language: string): readonly string[] =>
  notes.map(({text}) => text[language] ?? '');

const joined = (texts: readonly string[]): string => texts.join(' | ');
