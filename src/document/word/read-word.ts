/**
 * Reads a DOCX, whoever wrote it: Word, LibreOffice, Google Docs, Pages. Tracked changes are accepted where that is asked for;
 * the rest are listed as pending. Never more is unpacked than a document of words can need.
 */
import {unzipSync} from 'fflate';
import {done, type Outcome, refuse} from '#kit/outcome';
import {BodyReader} from './body-reader.ts';
import type {WordComment, WordDocument, WordNote} from './document.ts';
import {stylesIn} from './styles.ts';
import {allNamed, childrenOf, findChild, isElement, readXml, textIn, type XmlElement} from './xml.ts';

export type NotWord =
  | 'not-a-zip'
  | 'old-word'
  | 'open-document'
  | 'encrypted'
  | 'too-large'
  | 'damaged'
  | 'no-document';

/** Bytes of one part unpacked: a text of a thousand pages is smaller. */
const LARGEST_PART = 60_000_000;
const MAIN = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** `accepts`: whose tracked changes are taken as they are. */
export function readWord(
  bytes: Uint8Array,
  accepts: (author: string) => boolean = () => false,
): Outcome<WordDocument, NotWord> {
  const parts = unpacked(bytes);
  if (!parts.ok) return parts;
  const main = mainPart(parts.value);
  const body = findChild(main === undefined ? undefined : partOf(parts.value, main), 'w:body');
  if (main === undefined || body === undefined)
    return refuse(main !== undefined && parts.value.has(main) ? 'damaged' : 'no-document');
  const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/') + 1) : '';
  const links = linksOf(parts.value, folder, main);
  const reader = new BodyReader(accepts, links, stylesIn(partOf(parts.value, `${folder}styles.xml`)));
  const {paragraphs, tables} = reader.body(body);
  const footnotes = notesIn(parts.value, folder, accepts, reader);
  return done({
    properties: propertiesIn(parts.value),
    paragraphs,
    tables,
    notes: footnotes,
    comments: commentsIn(parts.value, folder),
    pending: reader.pending,
    accepted: reader.accepted,
  });
}

type Parts = ReadonlyMap<string, Uint8Array>;

function unpacked(bytes: Uint8Array): Outcome<Parts, NotWord> {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  // Word's own old format, and what a password makes of a new one, are the same kind of box.
  if (head.startsWith('d0cf11e0a1b11ae1')) {
    const inside = Buffer.from(bytes).toString('latin1');
    return refuse(inside.includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e') ? 'encrypted' : 'old-word');
  }
  if (!head.startsWith('504b0304')) return refuse('not-a-zip');
  let tooLarge = false;
  try {
    const entries = unzipSync(bytes, {
      filter: ({name, originalSize}) => {
        if (!/\.(xml|rels)$/.test(name) && name !== 'mimetype') return false;
        tooLarge ||= originalSize > LARGEST_PART;
        return originalSize <= LARGEST_PART;
      },
    });
    if (tooLarge) return refuse('too-large');
    const parts = new Map(Object.entries(entries));
    const kind = parts.get('mimetype');
    if (kind !== undefined && new TextDecoder().decode(kind).includes('opendocument')) return refuse('open-document');
    return done(parts);
  } catch {
    return refuse('damaged');
  }
}

const partOf = (parts: Parts, name: string): XmlElement | undefined => {
  const bytes = parts.get(name);
  return bytes === undefined ? undefined : readXml(bytes);
};

function mainPart(parts: Parts): string | undefined {
  const links = partOf(parts, '_rels/.rels');
  const target = (links === undefined ? [] : childrenOf(links)).find(({attributes}) => attributes.get('Type') === MAIN);
  const named = target?.attributes.get('Target')?.replace(/^\//, '');
  return named ?? (parts.has('word/document.xml') ? 'word/document.xml' : undefined);
}

/** Where a link leads, by its id. */
function linksOf(parts: Parts, folder: string, main: string): ReadonlyMap<string, string> {
  const links = partOf(parts, `${folder}_rels/${main.slice(folder.length)}.rels`);
  return new Map(
    (links === undefined ? [] : childrenOf(links)).map(({attributes}) => [
      attributes.get('Id') ?? '',
      attributes.get('Target') ?? '',
    ]),
  );
}

function notesIn(
  parts: Parts,
  folder: string,
  accepts: (author: string) => boolean,
  body: BodyReader,
): readonly WordNote[] {
  const root = partOf(parts, `${folder}footnotes.xml`);
  if (root === undefined) return [];
  const byId = new Map(
    childrenOf(root).flatMap((note) => {
      const id = note.attributes.get('w:id');
      const special = note.attributes.get('w:type') ?? 'normal';
      return id === undefined || special !== 'normal' ? [] : [[id, note] as const];
    }),
  );
  const inOrder = body.mentioned.filter((id) => byId.has(id));
  return [...new Set(inOrder)].map((id) => {
    const reader = new BodyReader(accepts, new Map());
    const note = byId.get(id);
    const {paragraphs} = note === undefined ? {paragraphs: []} : reader.body(note);
    body.pending.push(...reader.pending);
    body.accepted += reader.accepted;
    return {id, pieces: paragraphs.flatMap(({pieces}) => pieces)};
  });
}

function commentsIn(parts: Parts, folder: string): readonly WordComment[] {
  const root = partOf(parts, `${folder}comments.xml`);
  if (root === undefined) return [];
  return allNamed(root, 'w:comment').map((comment) => ({
    id: comment.attributes.get('w:id') ?? '',
    author: comment.attributes.get('w:author') ?? '',
    date: comment.attributes.get('w:date') ?? '',
    text: allNamed(comment, 'w:p')
      .map((paragraph) => allNamed(paragraph, 'w:t').map(textIn).join(''))
      .filter((text) => text !== '')
      .join('\n'),
  }));
}

function propertiesIn(parts: Parts): ReadonlyMap<string, string> {
  const root = partOf(parts, 'docProps/custom.xml');
  return new Map(
    (root === undefined ? [] : childrenOf(root)).map((property) => [
      property.attributes.get('name') ?? '',
      property.children.filter(isElement).map(textIn).join(''),
    ]),
  );
}
