/**
 * Reads a spreadsheet in a thread of its own, which can be ended: what is in the file decides how long a reader takes.
 * The readers never see the file as sent, only its parts inflated under a limit and packed anew.
 */
import {parentPort} from 'node:worker_threads';
import {zipSync} from 'fflate';
import {filledCells} from './repeated-cells.ts';
import type {SheetRead, SheetRequest} from './sheet-read.ts';
import {type Parts, unzip} from './unzip.ts';

async function readSheet({bytes, type, sheet, inflated, cells}: SheetRequest): Promise<SheetRead> {
  const parts = unzip(bytes, inflated);
  if (!parts.ok) return {fault: parts.refusal};
  const found = typeOf(parts.value);
  if (found !== type) return {fault: 'another-kind', found};
  if (type === 'xlsx') {
    const {readXlsxSheet} = await import('./read-xlsx.ts');
    return readXlsxSheet(pack(parts.value), sheet);
  }
  const content = new TextDecoder().decode(parts.value.get('content.xml'));
  if (filledCells(content) > cells) return {fault: 'too-large'};
  const {readOdsSheet} = await import('./read-ods.ts');
  return readOdsSheet(pack(parts.value), sheet);
}

function typeOf(parts: Parts): 'xlsx' | 'ods' | 'zip' {
  if (parts.has('xl/workbook.xml')) return 'xlsx';
  const mime = new TextDecoder().decode(parts.get('mimetype'));
  return mime.startsWith('application/vnd.oasis.opendocument.spreadsheet') && parts.has('content.xml') ? 'ods' : 'zip';
}

// An ODS may do without styles; its reader may not.
const pack = (parts: Parts) => zipSync({'styles.xml': new Uint8Array(0), ...Object.fromEntries(parts)}, {level: 0});

// Nobody waits yet: loading the readers takes longer than reading.
void Promise.all([import('./read-xlsx.ts'), import('./read-ods.ts')]);

parentPort?.on('message', (request: SheetRequest) => {
  const answer = (read: SheetRead) => parentPort?.postMessage(read);
  readSheet(request).then(answer, () => answer({fault: 'damaged'}));
});
