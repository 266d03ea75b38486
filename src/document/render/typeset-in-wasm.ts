/**
 * The same typesetter as WebAssembly, for machines that its machine code is not published for. It exports one kind of PDF only,
 * tagged and of no declared standard. The first statement takes some seconds.
 */
import load, * as typst from '@myriaddreamin/typst-ts-web-compiler';
import {defect} from '#kit/defect';
import type {Fonts} from './fonts.ts';

const MAIN = '/main.typ';
/** Of the ways it tells what is wrong: as objects. */
const TOLD = 3;

const compilers = new WeakMap<Fonts, Promise<typst.TypstCompiler>>();

export async function typesetInWasm(document: string, fonts: Fonts, template: string): Promise<Uint8Array> {
  const known = compilers.get(fonts) ?? compilerWith(fonts);
  compilers.set(fonts, known);
  const compiler = await known;
  compiler.add_source(MAIN, template);
  const {result, diagnostics} = compiler.compile(MAIN, [['document', document]], 'pdf', TOLD);
  // Diagnostics name places in the template, never the statement's text.
  if (diagnostics !== undefined) defect(`the print template: ${JSON.stringify(diagnostics)}`);
  return result instanceof Uint8Array ? result : defect('the print template gave no document');
}

async function compilerWith({regular, semibold, italic}: Fonts): Promise<typst.TypstCompiler> {
  await load();
  const resolver = new typst.TypstFontResolverBuilder();
  for (const font of [regular, semibold, italic]) resolver.add_raw_font(font);
  const builder = new typst.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  const compiler = await builder.build();
  compiler.set_fonts(await resolver.build());
  return compiler;
}
