/**
 * The statement for print: tagged PDF, PDF/A-2a as exported, PDF/UA-1 as declared afterwards.
 * Typeset in memory from the fonts it is given and no others; any warning is a defect.
 */
import {Buffer} from 'node:buffer';
import {NodeCompiler, type NodeTypstDocument} from '@myriaddreamin/typst-ts-node-compiler';
import {defect} from '#kit/defect';
import type {Statement} from '../statement.ts';
import type {Fonts} from './fonts.ts';
import {declareUniversalAccess} from './pdf-ua.ts';
import {printData} from './typst.ts';
import {TEMPLATE} from './typst-template.ts';

export async function renderPdf(statement: Statement, fonts: Fonts): Promise<Uint8Array> {
  const compiler = compilerWith(fonts);
  const document = typeset(compiler, JSON.stringify(printData(statement, fonts)));
  return declareUniversalAccess(compiler.pdf(document, {pdfStandard: 'a-2a'}));
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

function typeset(compiler: NodeCompiler, statement: string): NodeTypstDocument {
  const compiled = compiler.compile({mainFileContent: TEMPLATE, inputs: {statement}});
  const trouble = compiled.takeError() ?? compiled.takeWarnings();
  // Diagnostics name places in the template, never the statement's text.
  if (trouble !== null) defect(`the print template: ${JSON.stringify(compiler.fetchDiagnostics(trouble))}`);
  return compiled.result ?? defect('the print template gave no document');
}
