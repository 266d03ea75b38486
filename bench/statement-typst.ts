/** One process of `statement.ts`: nothing but Typst, the same template and fonts, two documents to PDF/A-2a. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {NodeCompiler} from '@myriaddreamin/typst-ts-node-compiler';
import {FONT_FILES} from '#document/render/fonts';
import {TEMPLATE} from '#document/render/typst-template';

const {resolve} = createRequire(import.meta.url);
const [file = '', only] = process.argv.slice(2);
const all: readonly string[] = JSON.parse(readFileSync(file, 'utf8'));
const inputs = only === undefined ? all : all.filter((_, i) => i === Number(only));
const fontBlobs = Object.values(FONT_FILES).map((file) => readFileSync(resolve(file)));
const compiler = NodeCompiler.create({fontArgs: [{fontBlobs}]});
for (const statement of inputs) {
  const {result} = compiler.compile({mainFileContent: TEMPLATE, inputs: {statement}});
  if (result === null) throw new Error('no document');
  compiler.pdf(result, {pdfStandard: 'a-2a'});
}
