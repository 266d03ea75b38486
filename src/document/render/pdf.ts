/**
 * The statement for print: tagged PDF, PDF/A-2a and PDF/UA-1. Typeset in memory from the fonts it is given and no others; any
 * warning is a defect. By machine code where it is published for the machine, and otherwise by the same typesetter in WebAssembly.
 */
import type {Statement} from '../statement.ts';
import type {Fonts} from './fonts.ts';
import {declareStandards} from './pdf-standards.ts';
import {printData} from './typst.ts';

export type Typesetter = (statement: string, fonts: Fonts) => Promise<Uint8Array>;

export async function renderPdf(statement: Statement, fonts: Fonts, typeset = byThisMachine): Promise<Uint8Array> {
  return declareStandards(await typeset(JSON.stringify(printData(statement, fonts)), fonts));
}

export const inWasm: Typesetter = async (statement, fonts) => {
  const {typesetInWasm} = await import('./typeset-in-wasm.ts');
  return typesetInWasm(statement, fonts);
};

/** Begun before it is asked for; where there is none, its import fails. */
const native = import('./typeset-natively.ts').catch(() => undefined);

const byThisMachine: Typesetter = async (statement, fonts) =>
  (await native)?.typesetNatively(statement, fonts) ?? inWasm(statement, fonts);
