/** Cells that differ, as a person reads them, as `--json` says them and as `--out` writes them. */
import type {Observation} from '#concepts/observation';
import {periodId} from '#concepts/period';
import {REVISION_REASONS} from '#concepts/revision';
import type {Language} from '#language/language';
import type {Compared, Side} from '#production/compare';
import {sheetOf} from '#production/sheet';

type Difference = Compared['cells'][number];

export function comparedText(compared: Compared, language: Language): string {
  const {revisions} = language;
  const {cells, balanced, period, earlier, later, added, removed, redefined} = compared;
  const widest = Math.max(0, ...[...cells, ...balanced].map((cell) => labelOf(cell, compared, language).length));
  const tableLines = (all: Compared['cells']) =>
    [...Map.groupBy(all, ({table}) => table)].flatMap(([table, own]) => [
      `${compared.words[language.tag].table(table)} (${table})`,
      ...own.map((cell) => `  ${labelOf(cell, compared, language).padEnd(widest)}  ${changeOf(cell, language)}`),
    ]);
  const apart = [
    [added, revisions.added],
    [removed, revisions.removed],
    [redefined, revisions.redefined],
  ] as const;
  return [
    revisions.heading(periodId(period), sideOf(earlier, language), sideOf(later, language)),
    cells.length === 0 ? revisions.unchanged(compared.compared) : revisions.differ(cells.length, compared.compared),
    ...tableLines(cells),
    ...(balanced.length === 0 ? [] : [revisions.balanced(balanced.length), ...tableLines(balanced)]),
    ...apart.flatMap(([tables, say]) => (tables.length === 0 ? [] : [say(tables.join(', '))])),
  ].join('\n');
}

const sideOf = ({edition, cutOff}: Side, {revisions}: Language): string =>
  `${edition === 'now' ? revisions.now : edition} (${revisions.asAt(cutOff.slice(0, 10))})`;

/** The labels of its codes; margins are left out, and the total is called so. */
function labelOf({codes, table}: Difference, {words, dimensionsOf}: Compared, {tag, revisions}: Language): string {
  const dimensions = dimensionsOf(table);
  const labels = codes.flatMap((code, i) => (code === 'all' ? [] : [words[tag].code(dimensions[i] ?? '', code)]));
  return labels.length === 0 ? revisions.total : labels.join(', ');
}

function changeOf({before, after, difference, reasons}: Difference, language: Language): string {
  const {revisions} = language;
  const change = difference === undefined ? revisions.withoutNumber : signed(difference);
  const why = reasons.map(({reason, difference: part}) =>
    part === undefined ? revisions.reasons[reason] : `${revisions.reasons[reason]} ${signed(part)}`,
  );
  return `${shown(before, language)} → ${shown(after, language)} (${change}): ${why.join(', ')}`;
}

export const signed = (number: number): string => (number > 0 ? `+${number}` : String(number).replace('-', '−'));

export const shown = (cell: Observation, {revisions}: Language): string =>
  cell.kind === 'count' ? String(cell.value) : revisions.nothing[cell.kind];

export function comparedJson({
  period,
  earlier,
  later,
  cells,
  balanced,
  compared,
  added,
  removed,
  redefined,
}: Compared): Readonly<Record<string, unknown>> {
  return {period, earlier, later, compared, cells, balanced, added, removed, redefined};
}

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
    labelOf(one, compared, language),
    shown(one.before, language),
    shown(one.after, language),
    one.difference ?? '',
    ...REVISION_REASONS.map((reason) => one.reasons.find((part) => part.reason === reason)).map((part) =>
      part === undefined ? '' : (part.difference ?? '•'),
    ),
  ]);
  return sheetOf(fields, rows);
}
