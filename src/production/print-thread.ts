/** The printer's thread: statements in, PDFs out, the typeface read once. */
import {parentPort} from 'node:worker_threads';
import {renderPdf} from '#document/render/pdf';
import type {Statement} from '#document/statement';
import {Defect} from '#kit/defect';
import {loadFonts} from './fonts.ts';
import type {Printed} from './printer.ts';

const fonts = loadFonts();

parentPort?.on('message', async ({id, statement}: {readonly id: number; readonly statement: Statement}) => {
  parentPort?.postMessage(await printed(id, statement));
});

async function printed(id: number, statement: Statement): Promise<Printed> {
  try {
    return {id, bytes: await renderPdf(statement, await fonts)};
  } catch (thrown) {
    // A defect's message names no figure; any other might.
    return {id, failed: thrown instanceof Defect ? thrown.message : 'the printer failed'};
  }
}
