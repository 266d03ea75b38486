/** Looks at a finished folder as somebody would who got it: every checksum, what the runtime is made for and which, what must be there. */
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {digest, filesIn, startFileOf} from './assemble.ts';
import type {Platform} from './platforms.ts';

/** What is wrong; nothing, where all is as it should be. */
export function faultsIn(folder: string, platform: Platform): readonly string[] {
  const {os, cpu, runtime} = platform;
  const node = join(folder, 'program', 'runtime', os === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) return ['there is no runtime'];
  const bytes = readFileSync(node);
  const made = machineOf(bytes);
  const isAs = made?.os === os && made.cpu === cpu;
  return [
    ...(isAs ? [] : [`the runtime is made for ${made?.os ?? 'nothing known'} ${made?.cpu ?? ''}`]),
    ...(bytes.includes(`v${runtime.version}`) ? [] : [`the runtime is not ${runtime.version}`]),
    ...missingIn(folder, platform),
    ...wrongSums(folder),
  ];
}

/** By the first bytes of the file. */
export function machineOf(bytes: Buffer): Pick<Platform, 'os' | 'cpu'> | undefined {
  if (bytes.length < 64) return undefined;
  if (bytes.toString('latin1', 0, 2) === 'MZ') {
    const at = bytes.readUInt32LE(0x3c);
    if (bytes.length < at + 6 || bytes.toString('latin1', at, at + 4) !== 'PE\0\0') return undefined;
    return cpuOf('win32', bytes.readUInt16LE(at + 4), {34404: 'x64', 43620: 'arm64'});
  }
  if (bytes.readUInt32LE(0) === 0xfe_ed_fa_cf)
    return cpuOf('darwin', bytes.readUInt32LE(4), {16777223: 'x64', 16777228: 'arm64'});
  if (bytes.toString('latin1', 0, 4) === '\x7fELF')
    return cpuOf('linux', bytes.readUInt16LE(18), {62: 'x64', 183: 'arm64'});
  return undefined;
}

function cpuOf(os: Platform['os'], code: number, known: Readonly<Record<number, Platform['cpu']>>) {
  const cpu = known[code];
  return cpu === undefined ? undefined : {os, cpu};
}

const IN_WASM = 'program/node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm';

/** Machine code of other machines is of no use, and what is missing is found out too late. */
function missingIn(folder: string, {os, cpu}: Platform): readonly string[] {
  const files = filesIn(folder);
  const wanted = [
    startFileOf(os),
    os === 'win32' ? 'program/bin/opgor.cmd' : 'program/bin/opgor',
    'program/dist/main.js',
    'program/profiles/denmark/profile.yaml',
    ...['READ-ME.txt', 'sbom.cdx.json', 'LICENSES/node.txt', 'LICENSES/bundled.txt'],
  ];
  const native = files.filter((file) => file.endsWith('.node'));
  return [
    ...wanted.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...(native.length > 0 || files.includes(IN_WASM) ? [] : ['nothing in it sets print']),
    ...native.filter((file) => !file.includes(`${os}-${cpu}`)).map((file) => `${file} is for another machine`),
  ];
}

function wrongSums(folder: string): readonly string[] {
  const told = new Map(
    readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [[line.slice(66), line.slice(0, 64)] as const])),
  );
  const files = filesIn(folder).filter((file) => file !== 'SHA256SUMS');
  return [
    ...files
      .filter((file) => told.get(file) !== digest(join(folder, file)))
      .map((file) => `${file} is not what SHA256SUMS says`),
    ...[...told.keys()].filter((file) => !files.includes(file)).map((file) => `${file} is in SHA256SUMS and not there`),
  ];
}
