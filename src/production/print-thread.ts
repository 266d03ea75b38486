/** The printer's thread: one statement at a time in, its PDF out, the typeface read once. */
import {parentPort} from 'node:worker_threads';
import {renderPdf} from '#document/render/pdf';
import type {Statement} from '#document/statement';
import {Defect} from '#kit/defect';
import {loadFonts} from './fonts.ts';
import type {Printed} from './printer.ts';

const fonts = loadFonts();

parentPort?.on('message', async (statement: Statement) => {
  parentPort?.postMessage(await printed(statement));
});

async function printed(statement: Statement): Promise<Printed> {
  try {
    return {bytes: await renderPdf(statement, await fonts)};
  } catch (thrown) {
    // A defect's message names no figure; any other might.
    return {failed: thrown instanceof Defect ? thrown.message : 'the printer failed'};
  }
}
