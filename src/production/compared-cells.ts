/** Cells that differ between two editions, in the words of a language: on a terminal, a page or a sheet. */
import type {Observation} from '#concepts/observation';
import {REVISION_REASONS} from '#concepts/revision';
import type {Language} from '#language/language';
import {signed} from '#language/signed';
import {type Compared, NOW, type Side} from './compare.ts';
import {sheetOf} from './sheet.ts';

export type ComparedCell = Compared['cells'][number];

export const sideShown = ({edition, cutOff}: Side, {revisions}: Language): string =>
  `${edition === NOW ? revisions.now : edition} (${revisions.asAt(cutOff.slice(0, 10))})`;

/** The labels of its codes; margins are left out, and the total is called so. */
export function cellLabel(
  {codes, table}: ComparedCell,
  {words, dimensionsOf}: Compared,
  {tag, revisions}: Language,
): string {
  const dimensions = dimensionsOf(table);
  const labels = codes.flatMap((code, i) => (code === 'all' ? [] : [words[tag].code(dimensions[i] ?? '', code)]));
  return labels.length === 0 ? revisions.total : labels.join(', ');
}

/** From what to what. */
export const movedCell = ({before, after}: ComparedCell, language: Language): string =>
  `${observed(before, language)} → ${observed(after, language)}`;

export const changeShown = ({difference}: ComparedCell, {revisions}: Language): string =>
  difference === undefined ? revisions.withoutNumber : signed(difference);

export const reasonsShown = ({reasons}: ComparedCell, {revisions}: Language): string =>
  reasons
    .map(({reason, difference: part}) =>
      part === undefined ? revisions.reasons[reason] : `${revisions.reasons[reason]} ${signed(part)}`,
    )
    .join(', ');

const observed = (cell: Observation, {revisions}: Language): string =>
  cell.kind === 'count' ? String(cell.value) : revisions.nothing[cell.kind];

export function comparedSheet(compared: Compared, language: Language): string {
  const {columns, reasons} = language.revisions;
  const {table, title, cell, label, earlier, later, difference} = columns;
  const fields = [
    table,
    title,
    cell,
    label,
    earlier,
    later,
    difference,
    ...REVISION_REASONS.map((one) => reasons[one]),
  ];
  const rows = [...compared.cells, ...compared.balanced].map((one) => [
    one.table,
    compared.words[language.tag].table(one.table),
    one.codes.join('.'),
    cellLabel(one, compared, language),
    observed(one.before, language),
    observed(one.after, language),
    one.difference ?? '',
    ...REVISION_REASONS.map((reason) => one.reasons.find((part) => part.reason === reason)).map((part) =>
      part === undefined ? '' : (part.difference ?? '•'),
    ),
  ]);
  return sheetOf(fields, rows);
}
