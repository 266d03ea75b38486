/**
 * Declares PDF/UA-1 in a tagged PDF/A-2a (ISO 14289-1, 5): the identifier in its metadata, with its place in the extension
 * schemas PDF/A asks for (ISO 19005-2, 6.6.2.3), and the title shown in the window. One file may export only one standard,
 * so the two objects concerned are written again behind it (ISO 32000-1, 7.5.6, incremental update); nothing else is touched.
 */
import {Buffer} from 'node:buffer';
import {defect} from '#kit/defect';

const IDENTIFIER = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`;
const SCHEMA = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;

export function declareUniversalAccess(pdf: Uint8Array): Uint8Array {
  // One character a byte: places in the text are places in the file.
  const text = Buffer.from(pdf).toString('latin1');
  const before = Number(one(text, /startxref\s+(\d+)\s+%%EOF\s*$/));
  const trailer = one(text.slice(before), /trailer\s*<<(.*?)>>\s*startxref/s);
  const root = Number(one(trailer, /\/Root (\d+) 0 R/));
  const catalog = objectAt(text, before, root);
  const metadata = Number(one(catalog, /\/Metadata (\d+) 0 R/));

  const rewritten = new Map([
    [root, titleShown(catalog)],
    [metadata, declared(objectAt(text, before, metadata))],
  ]);
  return Buffer.concat([pdf, Buffer.from(update(text.length, before, trailer, rewritten), 'latin1')]);
}

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

function declared(metadata: string): string {
  const xmp = Buffer.from(one(metadata, /stream\r?\n(.*?)\r?\nendstream/s), 'latin1').toString('utf8');
  const more = insertBefore(insertBefore(xmp, '</rdf:Bag></pdfaExtension:schemas>', SCHEMA), '</rdf:RDF>', IDENTIFIER);
  const bytes = Buffer.from(more, 'utf8').toString('latin1');
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
