/** A receipt as a person reads it. */
import type {Finding} from '#concepts/finding';
import type {Language} from '#language/language';
import {findingLine, findingSaid} from '#language/said';
import type {Receipt} from '#production/receive-receipt';

/** Held rows shown; `--json` has them all. */
const SHOWN = 12;

export function receiptText(receipt: Receipt, language: Language): string {
  const {answers} = language;
  const {rows, persons, held, controlTotals, findings} = receipt;
  const counts = (['new', 'changed', 'unchanged', 'withdrawn', 'held'] as const)
    .filter((name) => rows[name] > 0 || name === 'held')
    .map((name) => `${rows[name]} ${answers.rows[name]}`);
  const nothingNew = rows.unchanged === rows.read;
  return [
    answers.received(receipt.file, receipt.source),
    `  ${rows.read} ${answers.rows.read}: ${counts.join(', ')}`,
    `  ${answers.persons(persons.new, persons.known)}`,
    ...controlTotals.map(
      ({measure, meant = measure, given, counted}) =>
        `  ${given === counted ? '✓' : '✗'} ${answers.controlTotal(meant, given, counted)}`,
    ),
    ...findings
      .filter(({rule}) => rule === 'control-total-disagrees')
      .slice(0, 1)
      .map((one) => `    → ${findingSaid(one, language).remedy}`),
    ...(nothingNew ? [`  ${answers.nothingNew}`] : []),
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

/** The receipt with each finding's words beside its facts, for a program that shows them to a person. */
export const receiptJson = (receipt: Receipt, language: Language) => ({
  ...receipt,
  held: receipt.held.map(({row, findings}) => ({row, findings: findings.map((one) => withWords(one, language))})),
  findings: receipt.findings.map((one) => withWords(one, language)),
});

const withWords = (finding: Finding, language: Language) => ({...finding, ...findingSaid(finding, language)});

export const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => by + line)
    .join('\n');
