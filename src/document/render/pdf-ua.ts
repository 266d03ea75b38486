/**
 * Declares PDF/UA-1 in a tagged PDF/A-2a (ISO 14289-1, 5): the identifier in its metadata, with its place in the extension
 * schemas PDF/A asks for (ISO 19005-2, 6.6.2.3), and the title shown in the window. One file may export only one standard.
 */
import {PDFBool, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, PDFStream} from '@cantoo/pdf-lib';
import {defect} from '#kit/defect';

const IDENTIFIER = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`;
const SCHEMA = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;

export async function declareUniversalAccess(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {updateMetadata: false});
  const {catalog, context} = document;
  const metadata = catalog.lookup(PDFName.of('Metadata'), PDFStream);
  const place = catalog.get(PDFName.of('Metadata'));
  if (!(place instanceof PDFRef)) return defect('a PDF whose metadata is not an object of its own');
  const declared = declare(new TextDecoder().decode(metadata.getContents()));
  context.assign(place, PDFRawStream.of(metadata.dict, new TextEncoder().encode(declared)));

  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? context.obj({});
  preferences.set(PDFName.of('DisplayDocTitle'), PDFBool.True);
  catalog.set(PDFName.of('ViewerPreferences'), preferences);
  return document.save({addDefaultPage: false, updateFieldAppearances: false});
}

const declare = (xmp: string): string =>
  insertBefore(insertBefore(xmp, '</rdf:Bag></pdfaExtension:schemas>', SCHEMA), '</rdf:RDF>', IDENTIFIER);

function insertBefore(text: string, place: string, what: string): string {
  const at = text.indexOf(place);
  return at < 0 ? defect(`PDF metadata without ${place}`) : text.slice(0, at) + what + text.slice(at);
}
