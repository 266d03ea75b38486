/**
 * The word processor's file made the same bytes every time: its moments are the statement's, its entries carry none, names
 * inside it are counted from the same start, where the library draws them by lot or counts on, and its charts speak the
 * statement's language.
 */
import {unzipSync, type Zippable, zipSync} from 'fflate';

/** ZIP keeps local time without a zone; this reads the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);
const CONTENT_TYPES = '[Content_Types].xml';

interface Stamp {
  readonly moment: string;
  readonly locale: string;
}

export function repack(file: Uint8Array, stamp: Stamp): Uint8Array {
  // The content types come first: some readers look for them there.
  const entries = Object.entries(unzipSync(file)).sort(([a], [b]) => order(a, b));
  const names = new Map<string, string>();
  const zippable: Zippable = {};
  for (const [name, bytes] of entries)
    zippable[name] = [settled(name, bytes, stamp, names), {mtime: NO_TIME, level: 9}];
  return zipSync(zippable);
}

const order = (a: string, b: string): number =>
  Number(b === CONTENT_TYPES) - Number(a === CONTENT_TYPES) || (a < b ? -1 : 1);

function settled(name: string, bytes: Uint8Array, stamp: Stamp, names: Map<string, string>): Uint8Array {
  if (name.endsWith('.xlsx')) return repack(bytes, stamp);
  if (!/\.(xml|rels)$/.test(name)) return bytes;
  const counted = (kind: string, name: string) => {
    const known = names.get(kind + name) ?? String(names.size + 1000);
    names.set(kind + name, known);
    return known;
  };
  const xml = new TextDecoder()
    .decode(bytes)
    .replace(/\brId([\w-]{12,})/g, (_, name) => `rId${counted('link', name)}`)
    .replace(/_Toc(\d+)/g, (_, name) => `_Toc${counted('heading', name)}`)
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/g, (_, head, name) => head + counted('bookmark', name))
    .replace(/(<wp:docPr\b[^>]*?\bid=")(\d+)/g, (_, head, name) => head + counted('drawing', name));
  return new TextEncoder().encode(stamped(name, xml, stamp));
}

function stamped(name: string, xml: string, {moment, locale}: Stamp): string {
  if (name === 'docProps/core.xml')
    return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment.slice(0, 19)}Z`);
  return name.startsWith('word/charts/') ? xml.replaceAll('"en-US"', `"${locale}"`) : xml;
}
