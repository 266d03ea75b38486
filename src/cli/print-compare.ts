/** Cells that differ, as a person reads them, and as `--json` says them. */
import {periodId} from '#concepts/period';
import type {Language} from '#language/language';
import type {Compared} from '#production/compare';
import {cellLabel, changeShown, movedCell, reasonsShown, sideShown} from '#production/compared-cells';

export function comparedText(compared: Compared, language: Language): string {
  const {revisions} = language;
  const {cells, balanced, period, earlier, later, added, removed, redefined} = compared;
  const widest = Math.max(0, ...[...cells, ...balanced].map((cell) => cellLabel(cell, compared, language).length));
  const tableLines = (all: Compared['cells']) =>
    [...Map.groupBy(all, ({table}) => table)].flatMap(([table, own]) => [
      `${compared.words[language.tag].table(table)} (${table})`,
      ...own.map(
        (cell) =>
          `  ${cellLabel(cell, compared, language).padEnd(widest)}  ${movedCell(cell, language)} (${changeShown(cell, language)}): ${reasonsShown(cell, language)}`,
      ),
    ]);
  const apart = [
    [added, revisions.added],
    [removed, revisions.removed],
    [redefined, revisions.redefined],
  ] as const;
  return [
    revisions.heading(periodId(period), sideShown(earlier, language), sideShown(later, language)),
    cells.length === 0 ? revisions.unchanged(compared.compared) : revisions.differ(cells.length, compared.compared),
    ...tableLines(cells),
    ...(balanced.length === 0 ? [] : [revisions.balanced(balanced.length), ...tableLines(balanced)]),
    ...apart.flatMap(([tables, say]) => (tables.length === 0 ? [] : [say(tables.join(', '))])),
  ].join('\n');
}

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
