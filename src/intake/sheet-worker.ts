/**
 * Reads a spreadsheet in a thread of its own, which can be ended: what is in the file decides how long a reader takes.
 * The readers never see the file as sent, only its parts inflated under a limit and packed anew.
 */
import {parentPort, workerData} from 'node:worker_threads';
import {zipSync} from 'fflate';
import {z} from 'zod';
import {readOdsSheet} from './read-ods.ts';
import {readXlsxSheet} from './read-xlsx.ts';
import {filledCells} from './repeated-cells.ts';
import type {SheetRead} from './sheet-read.ts';
import {type Parts, unzip} from './unzip.ts';

const request = z.object({
  bytes: z.instanceof(Uint8Array),
  type: z.enum(['xlsx', 'ods']),
  sheet: z.string().optional(),
  inflated: z.number(),
  cells: z.number(),
});

async function readSheet({bytes, type, sheet, inflated, cells}: z.output<typeof request>): Promise<SheetRead> {
  const parts = unzip(bytes, inflated);
  if (!parts.ok) return {fault: parts.refusal};
  const found = typeOf(parts.value);
  if (found !== type) return {fault: 'another-kind', found};
  if (type === 'xlsx') return readXlsxSheet(pack(parts.value), sheet);
  const content = new TextDecoder().decode(parts.value.get('content.xml'));
  return filledCells(content) > cells ? {fault: 'too-large'} : readOdsSheet(pack(parts.value), sheet);
}

function typeOf(parts: Parts): 'xlsx' | 'ods' | 'zip' {
  if (parts.has('xl/workbook.xml')) return 'xlsx';
  const mime = new TextDecoder().decode(parts.get('mimetype'));
  return mime.startsWith('application/vnd.oasis.opendocument.spreadsheet') && parts.has('content.xml') ? 'ods' : 'zip';
}

// An ODS may do without styles; its reader may not.
const pack = (parts: Parts) => zipSync({'styles.xml': new Uint8Array(0), ...Object.fromEntries(parts)}, {level: 0});

const answer = (read: SheetRead) => parentPort?.postMessage(read);
readSheet(request.parse(workerData)).then(answer, () => answer({fault: 'damaged'}));
