/** Proposals and adoptions as a person reads them, and as a program does. Of cells only the words of codes are shown. */
import type {Language} from '#language/language';
import {findingLine, findingSaid, saidOf} from '#language/said';
import type {Adopted} from '#production/adopt';
import {
  examplesSaid,
  isTaken,
  type ListProposal,
  nameOf,
  type Proposals,
  type SheetProposal,
} from '#production/adopt-proposal';
import type {Difference, Place} from '#production/adopt-reconcile';
import type {Survey} from '#production/adopt-survey';
import {indented, receiptJson} from './print-receipt.ts';

/** Held rows, records and the like that are shown; `--json` has them all. */
const SHOWN = 12;

export function proposalsText(proposals: Proposals, {refused, findings}: Survey, language: Language): string {
  const {adoption} = language;
  return [
    ...refused.flatMap(({file, refusal}) => [
      adoption.notTaken(file),
      `  ${saidOf(refusal, language).what}`,
      `  → ${saidOf(refusal, language).remedy}`,
    ]),
    ...[...findings, ...proposals.findings].map((one) => findingLine(one, language)),
    ...proposals.sheets.flatMap((sheet) => sheetLines(sheet, language)),
    ...(proposals.questions.length === 0 ? [] : ['', adoption.open(proposals.questions.length)]),
  ].join('\n');
}

function sheetLines(sheet: SheetProposal, language: Language): readonly string[] {
  const {adoption, tag} = language;
  const name = nameOf(sheet.seen);
  const findings = sheet.findings.map((one) => indented(findingLine(one, language), '  '));
  if (sheet.kind === 'none' || !isTaken(sheet)) return ['', adoption.notTaken(name), ...findings];
  if (sheet.kind === 'figures') return ['', adoption.figures(name, sheet.figures.length), ...findings];
  return [
    '',
    adoption.list(name, sheet.pattern.labels[tag], sheet.year, sheet.table.rows.length),
    ...columnLines(sheet, language),
    ...sheet.assumptions.map(({member, code}) => `  ${adoption.assumption(member, code ?? '–')}`),
    ...wordLines(sheet, language),
    ...findings,
  ];
}

function columnLines({columns}: ListProposal, {adoption}: Language): readonly string[] {
  const width = Math.max(...columns.map(({heading}) => heading.length));
  const fields = Math.max(...columns.map(({field}) => (field ?? adoption.leftOut).length));
  return columns.map(({heading, field, certainty, grounds, readable, filled, examples}) => {
    const why = [
      ...grounds.map((ground) => adoption.grounds[ground]),
      ...(readable === undefined ? [] : [adoption.readable(readable, filled)]),
      ...(examples.length === 0 ? [] : [adoption.examples(examplesSaid({examples}))]),
    ].join(', ');
    const said = (field ?? adoption.leftOut).padEnd(fields);
    return `  ${heading.padEnd(width)}  ${said}  ${adoption.certainty(certainty)}  ${why}`.trimEnd();
  });
}

/** Those that are a list's own labels go without saying. */
function wordLines({words}: ListProposal, {adoption}: Language): readonly string[] {
  const told = words.filter(({grounds}) => !grounds.includes('label'));
  const line = ({of, word, code, certainty, cells, grounds}: (typeof told)[number]) =>
    `    ${of}: ${word} → ${code === undefined ? adoption.nothing : (code ?? '–')}  ${adoption.certainty(certainty)}  ${[
      ...grounds.map((ground) => adoption.grounds[ground]),
      adoption.cells(cells),
    ].join(', ')}`;
  return told.length === 0 ? [] : [`  ${adoption.words}`, ...told.map(line)];
}

export const proposalsJson = (proposals: Proposals, {refused, findings}: Survey, language: Language) => ({
  sheets: proposals.sheets.map((sheet) => sheetJson(sheet, proposals, language)),
  questions: proposals.questions.map((one) => {
    if (one.kind !== 'column') return one;
    const {column, ...rest} = one;
    return {...rest, others: column.others};
  }),
  refused: refused.map(({file, refusal}) => ({file, refusal, ...saidOf(refusal, language)})),
  findings: [...findings, ...proposals.findings].map((one) => ({...one, ...findingSaid(one, language)})),
});

function sheetJson(sheet: SheetProposal, {sources}: Proposals, language: Language) {
  const {file, sheet: name} = sheet.seen;
  const common = {
    file,
    ...(name === undefined ? {} : {sheet: name}),
    kind: isTaken(sheet) ? sheet.kind : 'none',
    findings: sheet.findings.map((one) => ({...one, ...findingSaid(one, language)})),
  };
  if (sheet.kind === 'figures') return {...common, figures: sheet.figures, blocks: sheet.blocks};
  if (sheet.kind === 'none') return common;
  return {
    ...common,
    pattern: sheet.pattern.id,
    source: sources.get(sheet) ?? null,
    year: sheet.year ?? null,
    header: sheet.table.header.row,
    rows: sheet.table.rows.length,
    columns: sheet.columns.map(({place: _, ...one}) => ({...one, field: one.field ?? null})),
    words: sheet.words.map((one) => ({...one, code: one.code ?? null})),
    assumptions: sheet.assumptions,
  };
}

export function adoptedText(adopted: Adopted, language: Language): string {
  const {adoption} = language;
  const {id, lists, refused, figures, files, findings, reconciliation} = adopted;
  return [
    ...lists.flatMap((list) => listLines(list, language)),
    ...refused.flatMap(({name, refusal}) => [
      adoption.notTaken(name),
      `  ${saidOf(refusal, language).what}`,
      `  → ${saidOf(refusal, language).remedy}`,
    ]),
    ...(figures === 0 ? [] : [adoption.published(figures)]),
    ...findings.map((one) => findingLine(one, language)),
    ...(reconciliation === undefined ? [] : reconciliationLines(reconciliation, language)),
    ...(id === undefined ? [adoption.rehearsed] : [adoption.profileFiles(files.join(', ')), adoption.adopted(id)]),
  ].join('\n');
}

function listLines({name, source, receipt}: Adopted['lists'][number], language: Language): readonly string[] {
  const {adoption} = language;
  const {rows, held} = receipt;
  return [
    adoption.received(name, source, rows.read, rows.read - rows.held, rows.held),
    ...held
      .slice(0, SHOWN)
      .flatMap(({row, findings}) => [
        `  ${adoption.heldRow(row)}`,
        ...findings.map((one) => indented(findingLine(one, language), '    ')),
      ]),
    ...(rows.held > SHOWN ? [`  ${adoption.more(rows.held - SHOWN)}`] : []),
    ...receipt.findings
      .filter(({rule}) => rule === 'totals-row-disagrees')
      .map((one) => indented(findingLine(one, language), '  ')),
  ];
}

function reconciliationLines(
  {compared, notCompared, nothing, differences}: NonNullable<Adopted['reconciliation']>,
  language: Language,
): readonly string[] {
  const {adoption} = language;
  return [
    '',
    ...(differences.length > 0 ? [adoption.differs(differences.length, compared)] : []),
    ...(differences.length === 0 && compared > 0 ? [adoption.agrees(compared)] : []),
    ...differences.flatMap((one) => differenceLines(one, language)),
    ...(notCompared > 0 ? [adoption.notCompared(notCompared)] : []),
    ...(nothing.length > 0 ? [adoption.nothingPublished(nothing.join(', '))] : []),
  ];
}

function differenceLines({cell, published, counted, source, records, causes}: Difference, {adoption}: Language) {
  const some = (all: readonly string[]) =>
    [...all.slice(0, SHOWN), ...(all.length > SHOWN ? [adoption.more(all.length - SHOWN)] : [])].join('; ');
  const place = ({file, row}: Place) => adoption.placeRow(file, row);
  const {held, twice, elsewhere, unknown} = causes;
  const said = [
    ...(held.length > 0 ? [adoption.causes.held(some(held.map(place)))] : []),
    ...(twice.length > 0 ? [adoption.causes.twice(some(twice.map((rows) => rows.map(place).join(' + '))))] : []),
    ...(elsewhere.length > 0 ? [adoption.causes.elsewhere(some(elsewhere.map(place)))] : []),
    ...(unknown.length > 0 ? [adoption.causes.unknown(some(unknown.map(place)))] : []),
  ];
  const counts = records.map(({record, rows}) => `${record} (${rows.map(place).join(', ')})`);
  return [
    `  ✗ ${adoption.difference(cell, published, counted, source)}`,
    ...said.map((line) => `      ${line}`),
    ...(counts.length > 0 ? [`      ${adoption.behind(some(counts))}`] : []),
  ];
}

export const adoptedJson = ({id, lists, refused, findings, ...rest}: Adopted, language: Language) => ({
  ...rest,
  adoption: id ?? null,
  lists: lists.map(({receipt, ...list}) => ({...list, receipt: receiptJson(receipt, language)})),
  refused: refused.map(({name, refusal}) => ({name, refusal, ...saidOf(refusal, language)})),
  findings: findings.map((one) => ({...one, ...findingSaid(one, language)})),
});
