/**
 * One machine's folder: a start file, the program with its runtime and libraries, licences, what it is made of, and a checksum of
 * each file. The same sources and pins make the same bytes.
 */
import {createHash} from 'node:crypto';
import {chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {type Package, packagesFor, unpacked} from './packages.ts';
import {LICENCE_OF, type Platform} from './platforms.ts';
import {bundled, sbom} from './sbom.ts';

export interface Source {
  /** The project's folder, built. */
  readonly project: string;
  /** Where fetched packages are kept. */
  readonly cache: string;
}

/** Makes the folder anew. Answers how its files are named, sorted. */
export function assemble(platform: Platform, {project, cache}: Source, folder: string): readonly string[] {
  rmSync(folder, {recursive: true, force: true});
  const program = join(folder, 'program');
  mkdirSync(join(program, 'runtime'), {recursive: true});
  for (const part of ['dist', 'profiles', 'examples', 'docs', 'README.md', 'package.json'])
    cpSync(join(project, part), join(program, part), {recursive: true});
  const packages = packagesFor(platform, join(project, 'package-lock.json'));
  for (const one of packages) cpSync(unpacked(one, cache), join(program, 'node_modules', one.name), {recursive: true});
  const {runtime, os} = platform;
  const node = join(program, 'runtime', os === 'win32' ? 'node.exe' : 'node');
  cpSync(join(unpacked(runtime, cache), runtime.binary), node);
  startFiles(platform, join(project, 'portable', 'start'), folder);
  licences(packages, {project, cache}, folder);
  const {version}: {readonly version: string} = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const libraries = bundled(readFileSync(join(project, 'dist', 'LICENSES.txt'), 'utf8'));
  const made = sbom({version, platform, packages, libraries, node: digest(node)});
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(made, undefined, 2)}\n`);
  setModes(folder, os);
  const files = filesIn(folder);
  const sums = files.map((file) => `${digest(join(folder, file))}  ${file}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''), {mode: 0o644});
  return [...files, 'SHA256SUMS'].sort();
}

/** Where a double click begins, and the command beside the runtime. Windows reads its own line ends. */
function startFiles({os}: Platform, from: string, folder: string): void {
  const windows = os === 'win32';
  const start = startFileOf(os);
  const write = (name: string, to: string) => {
    const text = readFileSync(join(from, name), 'utf8');
    mkdirSync(dirname(to), {recursive: true});
    writeFileSync(to, windows ? text.replaceAll('\n', '\r\n') : text);
  };
  write(start, join(folder, start));
  write(windows ? 'bin-opgor.cmd' : 'bin-opgor.sh', join(folder, 'program', 'bin', windows ? 'opgor.cmd' : 'opgor'));
  const readMe = readFileSync(join(from, 'READ-ME.txt'), 'utf8')
    .replaceAll('START_FILE', start)
    .replace('SIGNED_DA', `  ${UNSIGNED[os].da}`)
    .replace('SIGNED_EN', `  ${UNSIGNED[os].en}`);
  writeFileSync(join(folder, 'READ-ME.txt'), `\uFEFF${readMe.replaceAll('\n', '\r\n')}`);
}

export const startFileOf = (os: Platform['os']): string =>
  os === 'win32' ? 'opgor.cmd' : os === 'darwin' ? 'opgor.command' : 'opgor.sh';

/** What a machine says of a program that nobody has signed. */
const UNSIGNED = {
  win32: {
    da: 'Programmet er ikke signeret: Windows spørger første gang. Vælg »Flere oplysninger« og »Kør alligevel«, når kontroltallene passer.',
    en: 'The program is not signed: Windows asks the first time. Choose "More info" and "Run anyway" once the checksums are right.',
  },
  darwin: {
    da: 'Programmet er ikke signeret: højreklik på startfilen og vælg »Åbn« første gang, når kontroltallene passer.',
    en: 'The program is not signed: the first time, right-click the start file and choose "Open", once the checksums are right.',
  },
  linux: {
    da: 'Programmet er ikke signeret: se efter kontroltallene med `sha256sum -c SHA256SUMS`.',
    en: 'The program is not signed: look at the checksums with `sha256sum -c SHA256SUMS`.',
  },
} as const;

function licences(packages: readonly Package[], {project, cache}: Source, folder: string): void {
  const to = join(folder, 'LICENSES');
  mkdirSync(to);
  cpSync(join(project, 'dist', 'LICENSES.txt'), join(to, 'bundled.txt'));
  cpSync(join(unpacked(LICENCE_OF, cache), 'LICENSE'), join(to, 'node.txt'));
  for (const one of packages) {
    const own = unpacked(one, cache);
    const file = readdirSync(own).find((name) => /^licen[cs]e/i.test(name));
    const text =
      file === undefined ? `${one.name} ${one.version}: ${one.licence}\n` : readFileSync(join(own, file), 'utf8');
    writeFileSync(join(to, `${one.name.replace('/', '-').replace('@', '')}.txt`), text);
  }
}

/** What is run may be run; nothing else. Archives of packages do not agree on it. */
function setModes(folder: string, os: Platform['os']): void {
  for (const file of filesIn(folder)) chmodSync(join(folder, file), mayRun(file, os) ? 0o755 : 0o644);
}

export const mayRun = (file: string, os: Platform['os']): boolean =>
  os !== 'win32' && /^(opgor\.(sh|command)|program\/bin\/opgor|program\/runtime\/node)$/.test(file);

export const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile())
        .map(({parentPath, name}) =>
          join(parentPath, name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        )
        .sort()
    : [];

export const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
