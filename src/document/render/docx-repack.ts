/**
 * The word processor's file made the same bytes every time: its moments are the statement's, its entries carry none,
 * and its charts speak the statement's language.
 */
import {unzipSync, type Zippable, zipSync} from 'fflate';

/** ZIP keeps local time without a zone; this reads the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);

export function repack(file: Uint8Array, {moment, locale}: {moment: string; locale: string}): Uint8Array {
  const written = `${moment.slice(0, 19)}Z`;
  const entries = Object.entries(unzipSync(file)).sort(([a], [b]) => (a < b ? -1 : 1));
  const patched = entries.map(([name, bytes]) => {
    if (name === 'docProps/core.xml')
      return [
        name,
        rewritten(bytes, (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${written}`)),
      ] as const;
    if (/^word\/charts\/[^/]+\.xml$/.test(name))
      return [name, rewritten(bytes, (xml) => xml.replaceAll('"en-US"', `"${locale}"`))] as const;
    if (name.endsWith('.xlsx')) return [name, repack(bytes, {moment, locale})] as const;
    return [name, bytes] as const;
  });
  // The content types come first: some readers look for them there.
  const zippable: Zippable = {};
  for (const [name, bytes] of patched.toSorted(
    ([a], [b]) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'),
  ))
    zippable[name] = [bytes, {mtime: NO_TIME, level: 9}];
  return zipSync(zippable);
}

const rewritten = (bytes: Uint8Array, change: (xml: string) => string): Uint8Array =>
  new TextEncoder().encode(change(new TextDecoder().decode(bytes)));
