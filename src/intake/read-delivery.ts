/**
 * The door of this room: an agency's file in, its rows out as facts of persons or held (GSBPM 4.3 to 5.3).
 *
 *   bytes ── openFile ──> rows of cells ── findHeader ──> columns ── classify ──> classified or held rows ──> end
 *
 * What is wrong with the file as a whole is refused before the first row where its beginning shows it, and in the `end`
 * where only the rest does. The end always comes, and comes last.
 */
import type {CodeList, CodeListId} from '#concepts/code-list';
import type {Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {PlainDate} from '#kit/plain-date';
import {type FileRow, type Rows, textOf} from './cell.ts';
import {classifier} from './classify.ts';
import type {Delivered, DeliveryEnd} from './delivery.ts';
import {headRows} from './head-rows.ts';
import {findHeader, type Header} from './header.ts';
import {LIMITS, type Limits} from './limits.ts';
import {nameOf, openFile} from './open-file.ts';
import {otherDelimiter, otherSource} from './other-source.ts';
import {beginOf, inMemory} from './peek.ts';
import type {SourceFormat} from './source-format.ts';
import {TotalsRow} from './totals-row.ts';

export interface DeliveryRequest {
  readonly format: SourceFormat;
  /** Every layout of the profile, to tell whose file this is when it is not this source's. */
  readonly formats: readonly SourceFormat[];
  /** The file's name without its folder, for refusals. */
  readonly file: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
  readonly lists: ReadonlyMap<CodeListId, CodeList>;
  readonly receivedOn: PlainDate;
  readonly limits?: Limits;
}

export interface Delivery {
  /** The row the headings stand in, and they. */
  readonly header: {readonly row: number; readonly headings: readonly string[]};
  /** To be read once. */
  readonly rows: AsyncIterable<Delivered>;
}

export async function readDelivery(request: DeliveryRequest): Promise<Outcome<Delivery, Refusal>> {
  const {file, format, content, limits = LIMITS} = request;
  const bytes = content instanceof Uint8Array ? inMemory(content) : await beginOf(content, limits.fileBytes);
  if (bytes === undefined) return refuse({reason: 'file-too-large-inside', file, limit: limits.fileBytes});
  const explain = async (refusal: Refusal) => refuse(await explained(refusal, request, bytes.beginning, limits));

  const opened = await openFile(file, format.file, bytes, limits);
  if (!opened.ok) return explain(opened.refusal);
  const head = await headRows(opened.value);
  if (!head.ok) return head;
  const header = findHeader(format, head.value.rows);
  if (header === undefined || header.missing.length > 0)
    return explain(columnsMissing(request, header, head.value.rows));

  return done({header: {row: header.row, headings: header.headings}, rows: deliver(request, header, head.value.all)});
}

function columnsMissing(
  {file, format}: DeliveryRequest,
  header: Header | undefined,
  rows: readonly FileRow[],
): Refusal {
  if (rows.every(isBlank)) return {reason: 'empty-file', file};
  const {missing, unknown, renamed} = header ?? {
    missing: format.columns.map(({heading}) => heading),
    unknown: [],
    renamed: [],
  };
  return {reason: 'columns-missing', file, missing, unknown, renamed};
}

/** The refusal, with what the file looks like instead. */
async function explained(
  refusal: Refusal,
  {file, format, formats}: DeliveryRequest,
  beginning: Uint8Array,
  limits: Limits,
): Promise<Refusal> {
  if (refusal.reason !== 'columns-missing' && refusal.reason !== 'wrong-format' && refusal.reason !== 'no-such-sheet')
    return refusal;
  const other = await otherSource(format, formats, beginning, limits);
  if (other !== undefined) return {...refusal, otherSource: other};
  const delimiter = await otherDelimiter(format, beginning, limits);
  if (delimiter === undefined) return refusal;
  return {reason: 'wrong-format', file, expected: nameOf(format.file), found: `CSV (${delimiter})`};
}

async function* deliver(request: DeliveryRequest, header: Header, batches: Rows): AsyncIterable<Delivered> {
  const {format} = request;
  const classify = classifier(format, header.places, request);
  const totals = new TotalsRow(format.file, header.headings);
  const findings: Finding[] = strangers(header);
  let rows = 0;
  let ended = false;
  const end = (refusal?: Refusal): DeliveryEnd => ({
    kind: 'end',
    rows,
    findings,
    ...(refusal === undefined ? {} : {refusal}),
  });

  for await (const batch of batches) {
    if (!batch.ok) return yield end(batch.refusal);
    for (const row of batch.value) {
      if (row.row <= header.row || ended) continue;
      if (isBlank(row)) {
        ended = format.file.ends === 'blank-row' && rows > 0;
        continue;
      }
      if (totals.isTotals(row)) {
        findings.push(...totals.compare(row));
        continue;
      }
      totals.add(row);
      rows += 1;
      yield classify(row);
    }
  }
  yield end();
}

const isBlank = ({cells}: FileRow): boolean => cells.every((cell) => textOf(cell) === '');

const strangers = ({unknown}: Header): Finding[] =>
  unknown.length === 0 ? [] : [{rule: 'column-not-in-layout', severity: 'warning', facts: {columns: unknown}}];
