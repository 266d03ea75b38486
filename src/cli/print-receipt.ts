/** A receipt as a person reads it. */
import type {Language} from '#language/language';
import type {Receipt} from '#production/receive-receipt';
import {findingLine} from './said.ts';

/** Held rows shown; `--json` has them all. */
const SHOWN = 12;

export function receiptText(receipt: Receipt, language: Language): string {
  const {answers} = language;
  const {rows, persons, held, controlTotals, findings} = receipt;
  const counts = (['new', 'changed', 'unchanged', 'withdrawn', 'held'] as const)
    .filter((name) => rows[name] > 0 || name === 'held')
    .map((name) => `${rows[name]} ${answers.rows[name]}`);
  const changed = rows.new + rows.changed + rows.withdrawn > 0;
  return [
    answers.received(receipt.file, receipt.source),
    `  ${rows.read} ${answers.rows.read}: ${counts.join(', ')}`,
    `  ${answers.persons(persons.new, persons.known)}`,
    ...controlTotals.map(
      ({measure, given, counted}) =>
        `  ${given === counted ? '✓' : '✗'} ${answers.controlTotal(measure, given, counted)}`,
    ),
    ...(changed ? [] : [`  ${answers.nothingNew}`]),
    ...held
      .slice(0, SHOWN)
      .flatMap(({row, findings: faults}) => [
        `  ${answers.heldRow(row)}`,
        ...faults.map((fault) => indented(findingLine(fault, language), '    ')),
      ]),
    ...(rows.held > SHOWN ? [`  ${answers.more(rows.held - SHOWN)}`] : []),
    ...findings
      .filter(({rule}) => rule !== 'control-total-disagrees')
      .slice(0, SHOWN)
      .map((finding) => indented(findingLine(finding, language), '  ')),
    ...(receipt.dryRun ? [`  ${answers.rehearsed}`] : []),
  ].join('\n');
}

export const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => by + line)
    .join('\n');
