/** The files a renderer is given: the typeface, and the module that draws pictures; and whether it has the library that sets in print. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {DRAWING_MODULE, FONT_FILES, type Fonts} from '#document/render/fonts';
import {readBytes} from './effects.ts';

const resolveModule = createRequire(import.meta.url).resolve;

export async function loadFonts(): Promise<Fonts> {
  const [regular, semibold, italic] = await Promise.all(
    [FONT_FILES.regular, FONT_FILES.semibold, FONT_FILES.italic].map((file) => readBytes(resolveModule(file))),
  );
  return {
    regular: regular ?? new Uint8Array(),
    semibold: semibold ?? new Uint8Array(),
    italic: italic ?? new Uint8Array(),
  };
}

export const loadDrawingModule = async () => new Uint8Array(await readBytes(resolveModule(DRAWING_MODULE)));

const LIBRARY = '@myriaddreamin/typst-ts-node-compiler/package.json';
const IN_WASM = '@myriaddreamin/typst-ts-web-compiler';

/**
 * Whether this machine can set in print: the library is a program for each kind of machine and not made for all, and one in
 * WebAssembly for the others. Nothing of it is loaded.
 */
export function canPrint(): boolean {
  if (resolved(import.meta.url, IN_WASM) !== undefined) return true;
  const own = resolved(import.meta.url, LIBRARY);
  if (own === undefined) return false;
  const {optionalDependencies: programs = {}}: {readonly optionalDependencies?: Readonly<Record<string, string>>} =
    JSON.parse(readFileSync(own, 'utf8'));
  return Object.keys(programs).some((name) => resolved(own, name) !== undefined);
}

function resolved(from: string, name: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}

/** What a library ships beside its program: in the package, where the build has put it; in a checkout, in the library itself. */
export const libraryFolder = (library: string, inPackage: string, from: string): string =>
  from.endsWith('.ts') ? dirname(dirname(resolveModule(library))) : fileURLToPath(new URL(`./${inPackage}`, from));
