/**
 * What a tagged PDF says that it conforms to. One file may export only one standard, or none, so the two objects concerned are
 * written again behind it (ISO 32000-1, 7.5.6, incremental update); nothing else is touched.
 */
import {Buffer} from 'node:buffer';
import {defect} from '#kit/defect';

/** PDF/A-2a (ISO 19005-2, 6.6.4), with the properties that are no part of what it knows itself (6.6.2.3). */
const ARCHIVAL = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfaExtension:schemas><rdf:Bag></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

const IDENTIFIER = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`;
const SCHEMA = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;

/** PDF/A-2a, which an export may have left unsaid, and PDF/UA-1 (ISO 14289-1, 5), which this program's exports never say. */
export function declareStandards(pdf: Uint8Array): Uint8Array {
  const text = latin1(pdf);
  const before = Number(one(text, /startxref\s+(\d+)\s+%%EOF\s*$/));
  const trailer = one(text.slice(before), /trailer\s*<<(.*?)>>\s*startxref/s);
  const root = Number(one(trailer, /\/Root (\d+) 0 R/));
  const catalog = objectAt(text, before, root);
  const metadata = Number(one(catalog, /\/Metadata (\d+) 0 R/));
  const xmp = xmpIn(objectAt(text, before, metadata));

  const rewritten = new Map([
    [root, titleShown(catalog)],
    [metadata, metadataOf(universal(xmp.includes('<pdfaid:part>') ? xmp : insertBefore(xmp, '</rdf:RDF>', ARCHIVAL)))],
  ]);
  return Buffer.concat([pdf, Buffer.from(update(text.length, before, trailer, rewritten), 'latin1')]);
}

/** One character a byte: places in the text are places in the file. */
const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

const one = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? defect(`a PDF without ${pattern}`);

/** An object's body, found by the file's cross-reference table, which has all objects from 0 in one section. */
function objectAt(text: string, table: number, number: number): string {
  const rows = one(text.slice(table), /^xref\s+0 \d+\s+((?:\d{10} \d{5} [fn]\s+)+)/).match(/\d{10} \d{5} [fn]/g) ?? [];
  const place = Number(rows[number]?.slice(0, 10));
  return one(text.slice(place), new RegExp(`^${number} 0 obj\\s(.*?)\\sendobj`, 's'));
}

const titleShown = (catalog: string): string =>
  catalog.replace(/\/ViewerPreferences\s*<<|(?=>>\s*$)/, (found) =>
    found === '' ? '/ViewerPreferences << /DisplayDocTitle true >> ' : `${found} /DisplayDocTitle true`,
  );

/** In the one list of extension schemas: a second one makes the metadata unreadable. */
const universal = (xmp: string): string =>
  insertBefore(insertBefore(xmp, '</rdf:Bag></pdfaExtension:schemas>', SCHEMA), '</rdf:RDF>', IDENTIFIER);

const xmpIn = (metadata: string): string =>
  Buffer.from(one(metadata, /stream\r?\n(.*?)\r?\nendstream/s), 'latin1').toString('utf8');

function metadataOf(xmp: string): string {
  const bytes = latin1(Buffer.from(xmp, 'utf8'));
  return `<< /Type /Metadata /Subtype /XML /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`;
}

function insertBefore(text: string, place: string, what: string): string {
  const at = text.indexOf(place);
  return at < 0 ? defect(`PDF metadata without ${place}`) : text.slice(0, at) + what + text.slice(at);
}

/** What is written behind the file: the objects, where they are, and where the earlier table is. */
function update(end: number, before: number, trailer: string, objects: ReadonlyMap<number, string>): string {
  let written = '\n';
  const sections = [...objects].map(([number, body]) => {
    const place = String(end + written.length).padStart(10, '0');
    written += `${number} 0 obj\n${body}\nendobj\n`;
    return `${number} 1\n${place} 00000 n \n`;
  });
  const table = end + written.length;
  return `${written}xref\n${sections.join('')}trailer\n<<${trailer}/Prev ${before}\n>>\nstartxref\n${table}\n%%EOF\n`;
}
