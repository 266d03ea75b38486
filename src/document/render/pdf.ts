/**
 * The statement for print: tagged PDF, PDF/A-2a and PDF/UA-1. Typeset in memory from the fonts it is given and no others; any
 * warning is a defect. By machine code where it is published for the machine, and otherwise by the same typesetter in WebAssembly.
 */
import type {Statement} from '../statement.ts';
import type {Fonts} from './fonts.ts';
import {declareStandards} from './pdf-standards.ts';
import {printData} from './typst.ts';
import {TEMPLATE} from './typst-template.ts';

/** A template, and what it is of as JSON. */
export type Typesetter = (document: string, fonts: Fonts, template: string) => Promise<Uint8Array>;

export async function renderPdf(statement: Statement, fonts: Fonts, typeset = byThisMachine): Promise<Uint8Array> {
  return declareStandards(await typeset(JSON.stringify(printData(statement, fonts)), fonts, TEMPLATE));
}

export const inWasm: Typesetter = async (document, fonts, template) => {
  const {typesetInWasm} = await import('./typeset-in-wasm.ts');
  return typesetInWasm(document, fonts, template);
};

/** Begun before it is asked for; where there is none, its import fails. */
const native = import('./typeset-natively.ts').catch(() => undefined);

export const byThisMachine: Typesetter = async (document, fonts, template) =>
  (await native)?.typesetNatively(document, fonts, template) ?? inWasm(document, fonts, template);
