/** The typesetter as this machine's own code, where it is published for it: PDF/A-2a as exported. */
import {Buffer} from 'node:buffer';
import {NodeCompiler} from '@myriaddreamin/typst-ts-node-compiler';
import {defect} from '#kit/defect';
import type {Fonts} from './fonts.ts';

export function typesetNatively(document: string, fonts: Fonts, template: string): Uint8Array {
  const compiler = compilerWith(fonts);
  const compiled = compiler.compile({mainFileContent: template, inputs: {document}});
  const trouble = compiled.takeError() ?? compiled.takeWarnings();
  // Diagnostics name places in the template, never the statement's text.
  if (trouble !== null) defect(`the print template: ${JSON.stringify(compiler.fetchDiagnostics(trouble))}`);
  return compiler.pdf(compiled.result ?? defect('the print template gave no document'), {pdfStandard: 'a-2a'});
}

const compilers = new WeakMap<Fonts, NodeCompiler>();

/** One compiler for a set of fonts: the second language is set in a fraction of the first one's time. */
function compilerWith(fonts: Fonts): NodeCompiler {
  const known = compilers.get(fonts);
  if (known !== undefined) return known;
  const fontBlobs = [fonts.regular, fonts.semibold, fonts.italic].map((font) => Buffer.from(font));
  const compiler = NodeCompiler.create({fontArgs: [{fontBlobs}]});
  compilers.set(fonts, compiler);
  return compiler;
}
