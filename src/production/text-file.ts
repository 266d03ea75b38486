/** Somebody's text read from a file, whatever its format: told by its first bytes, then by its name. */
import {basename, extname} from 'node:path';
import type {Text} from '#claims/text';
import type {Refusal} from '#concepts/refusal';
import {readDocxText} from '#exchange/read-docx-text';
import {readHtmlText} from '#exchange/read-html-text';
import {readMarkdownText} from '#exchange/read-markdown-text';
import {readOdtText} from '#exchange/read-odt-text';
import {readPlainText} from '#exchange/read-plain-text';
import {kindOf} from '#intake/file-kind';
import {unzip} from '#intake/unzip';
import {done, type Outcome, refuse} from '#kit/outcome';
import {fileSize, permitted, readBytes} from './effects.ts';
import {readable} from './read-table.ts';

/** A text of a thousand pages is some megabytes; what is beyond is something else. */
const LIMITS = {
  fileBytes: 64_000_000,
  letters: 5_000_000,
  inflatedBytes: 64_000_000,
  pages: 2_000,
  seconds: 60,
} as const;
const FORMATS = 'DOCX, ODT, PDF, HTML, Markdown, text';

export async function readTextFile(path: string): Promise<Outcome<Text, Refusal>> {
  const read = await readAny(path);
  if (!read.ok) return read;
  const letters = read.value.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? 0 : block.text.length), 0);
  return letters > LIMITS.letters
    ? refuse({reason: 'text-too-large', file: basename(path), limit: LIMITS.letters})
    : read;
}

async function readAny(path: string): Promise<Outcome<Text, Refusal>> {
  const there = await readable(path);
  if (!there.ok) return there;
  const file = basename(path);
  const size = await permitted(() => fileSize(path));
  if (size === undefined) return refuse({reason: 'no-permission', path});
  if (size === 0) return refuse({reason: 'empty-file', file});
  if (size > LIMITS.fileBytes) return refuse({reason: 'text-too-large', file, limit: LIMITS.fileBytes});
  const bytes = await permitted(() => readBytes(path));
  if (bytes === undefined) return refuse({reason: 'no-permission', path});
  const kind = kindOf(bytes);
  if (kind === 'zip') return fromZip(file, bytes);
  if (kind === 'pdf') return fromPdf(file, bytes);
  if (kind === 'xls' || kind === 'rtf')
    return refuse({reason: 'wrong-format', file, expected: FORMATS, found: kind === 'xls' ? 'DOC, XLS' : 'RTF'});
  const text = decoded(bytes);
  if (text === undefined)
    return refuse({
      reason: 'wrong-format',
      file,
      expected: FORMATS,
      found: extname(file).slice(1).toUpperCase() || '?',
    });
  if (text.trim() === '') return refuse({reason: 'text-without-words', file, scanned: false});
  return done(said(file, kind === 'html' ? '.html' : extname(file).toLowerCase(), text));
}

function said(file: string, ending: string, text: string): Text {
  if (/^\.x?html?$/.test(ending)) return readHtmlText(file, text);
  return ending === '.md' || ending === '.markdown' ? readMarkdownText(file, text) : readPlainText(file, text);
}

function fromZip(file: string, bytes: Uint8Array): Outcome<Text, Refusal> {
  const parts = unzip(bytes, LIMITS.inflatedBytes);
  if (!parts.ok) {
    if (parts.refusal === 'too-large') return refuse({reason: 'text-too-large', file, limit: LIMITS.inflatedBytes});
    return refuse({reason: 'text-not-readable', file, fault: parts.refusal});
  }
  const part = (name: string) => new TextDecoder().decode(parts.value.get(name));
  if (parts.value.has('word/document.xml'))
    return withWords(file, readDocxText(file, part('word/document.xml'), part('word/styles.xml')));
  if (part('mimetype').startsWith('application/vnd.oasis.opendocument.text') && parts.value.has('content.xml'))
    return /<manifest:encryption-data/.test(part('META-INF/manifest.xml'))
      ? refuse({reason: 'text-not-readable', file, fault: 'encrypted'})
      : withWords(file, readOdtText(file, part('content.xml')));
  const found = parts.value.has('xl/workbook.xml') ? 'XLSX' : part('mimetype').includes('spreadsheet') ? 'ODS' : 'ZIP';
  return refuse({reason: 'wrong-format', file, expected: FORMATS, found});
}

async function fromPdf(file: string, bytes: Uint8Array): Promise<Outcome<Text, Refusal>> {
  const {readPdfText} = await import('#exchange/read-pdf-text');
  const until = performance.now() + LIMITS.seconds * 1000;
  const read = await readPdfText(file, bytes, {
    pages: LIMITS.pages,
    secondsLeft: () => (until - performance.now()) / 1000,
  });
  if (read.ok) return read;
  switch (read.refusal) {
    case 'no-text':
      return refuse({reason: 'text-without-words', file, scanned: true});
    case 'too-large':
      return refuse({reason: 'text-too-large', file, limit: LIMITS.fileBytes});
    default:
      return refuse({reason: 'text-not-readable', file, fault: read.refusal});
  }
}

const withWords = (file: string, text: Text): Outcome<Text, Refusal> =>
  text.blocks.length === 0 ? refuse({reason: 'text-without-words', file, scanned: false}) : done(text);

/** UTF-8 or UTF-16 as it says, else Windows-1252; undefined where it is no text. */
function decoded(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 8_000).includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    const strange = [...text].filter((letter) => letter < ' ' && !'\t\n\r\f'.includes(letter)).length;
    return strange > text.length / 200 ? undefined : text;
  }
}
