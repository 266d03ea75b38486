/**
 * Reads a spreadsheet in a thread of its own, which can be ended: what is in the file decides how long a reader takes.
 * The readers never see the file as sent, only its parts inflated under a limit and packed anew.
 */
import {parentPort} from 'node:worker_threads';
import {zipSync} from 'fflate';
import {hasPassword, kindOf} from './file-kind.ts';
import {filledCells} from './repeated-cells.ts';
import type {BookRead, BookRequest, SheetRead, SheetRequest} from './sheet-read.ts';
import type {SheetType} from './source-format.ts';
import {type Parts, unzip} from './unzip.ts';

type Fault = Extract<SheetRead, {readonly fault: unknown}>;

async function answer(request: SheetRequest | BookRequest): Promise<SheetRead | BookRead> {
  const opened = open(request);
  if ('fault' in opened) return opened;
  const {type, bytes} = opened;
  if (request.want === 'book') {
    const {lookAtBook} = await import('./look-at-book.ts');
    return lookAtBook(bytes, type);
  }
  if (type !== request.type) return {fault: 'another-kind', found: type};
  if (type === 'xlsx') {
    const {readXlsxSheet} = await import('./read-xlsx.ts');
    return readXlsxSheet(bytes, request.sheet);
  }
  const {readOtherSheet} = await import('./read-ods.ts');
  return readOtherSheet(bytes, request.sheet);
}

/** What it is, and the bytes a reader may see. */
function open({bytes, inflated, cells}: SheetRequest | BookRequest): Fault | {type: SheetType; bytes: Uint8Array} {
  if (kindOf(bytes) === 'xls') {
    if (hasPassword(bytes)) return {fault: 'encrypted'};
    return bytes.length > inflated ? {fault: 'too-large'} : {type: 'xls', bytes};
  }
  const parts = unzip(bytes, inflated);
  if (!parts.ok) return {fault: parts.refusal};
  const type = typeOf(parts.value);
  if (type === 'zip') return {fault: 'another-kind', found: 'zip'};
  if (type === 'ods') {
    if (isEncrypted(parts.value)) return {fault: 'encrypted'};
    const content = new TextDecoder().decode(parts.value.get('content.xml'));
    if (filledCells(content) > cells) return {fault: 'too-large'};
  }
  return {type, bytes: pack(parts.value)};
}

const isEncrypted = (parts: Parts): boolean =>
  new TextDecoder().decode(parts.get('META-INF/manifest.xml')).includes('encryption-data');

function typeOf(parts: Parts): 'xlsx' | 'ods' | 'zip' {
  if (parts.has('xl/workbook.xml')) return 'xlsx';
  const mime = new TextDecoder().decode(parts.get('mimetype'));
  return mime.startsWith('application/vnd.oasis.opendocument.spreadsheet') && parts.has('content.xml') ? 'ods' : 'zip';
}

// An ODS may do without styles; its reader may not.
const pack = (parts: Parts) => zipSync({'styles.xml': new Uint8Array(0), ...Object.fromEntries(parts)}, {level: 0});

// Nobody waits yet: loading the readers takes longer than reading.
void Promise.all([import('./read-xlsx.ts'), import('./read-ods.ts')]);

parentPort?.on('message', (request: SheetRequest | BookRequest) => {
  const say = (read: SheetRead | BookRead) => parentPort?.postMessage(read);
  // The reader of old workbooks says so only by what it throws.
  const failed = (thrown: unknown) =>
    say({fault: thrown instanceof Error && /password/i.test(thrown.message) ? 'encrypted' : 'damaged'});
  answer(request).then(say, failed);
});
