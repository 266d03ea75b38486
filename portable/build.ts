/**
 * `npm run portable [-- PLATFORM…]`: a folder and a ZIP file for each machine in `portable/out`, looked at when they are done; that of
 * this machine is started as somebody would who has nothing but the folder.
 */
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {archive} from './archive.ts';
import {assemble, digest} from './assemble.ts';
import {faultsIn} from './inspect.ts';
import {PLATFORMS, type Platform} from './platforms.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const out = join(project, 'portable', 'out');
const cache = join(project, 'portable', 'cache');
const asked = process.argv.slice(2);
const unknown = asked.find((id) => !PLATFORMS.some((one) => one.id === id));
if (unknown !== undefined) {
  console.error(`There is no platform ${unknown}. There is: ${PLATFORMS.map(({id}) => id).join(', ')}.`);
  process.exit(2);
}
mkdirSync(cache, {recursive: true});
const {version}: {readonly version: string} = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
let faulty = false;
const sums: string[] = [];
for (const platform of PLATFORMS.filter(({id}) => asked.length === 0 || asked.includes(id))) {
  const folder = join(out, `opgor-${version}-${platform.id}`);
  const files = assemble(platform, {project, cache}, folder);
  const faults = [...faultsIn(folder, platform), ...(isHere(platform) ? startedIn(folder) : [])];
  faulty ||= faults.length > 0;
  for (const fault of faults) console.error(`✗ ${platform.id}: ${fault}`);
  const zip = `${folder}.zip`;
  archive(folder, files, platform, zip);
  sums.push(`${digest(zip)}  ${basename(zip)}\n`);
  const size = (statSync(zip).size / 1e6).toFixed(0);
  const seen = isHere(platform) ? 'started, and its contents checked' : 'its contents checked, not started here';
  console.log(
    `${faults.length === 0 ? '✓' : '✗'} ${zip.slice(project.length)}: ${files.length} files, ${size} MB; ${seen}`,
  );
}
writeFileSync(join(out, 'SHA256SUMS'), sums.join(''));
process.exitCode = faulty ? 1 : 0;

function isHere({os, cpu}: Platform): boolean {
  return os === process.platform && cpu === process.arch;
}

/** With no home, nothing on the path and no rights but a folder of its own: a demo from the start file, PDF files and all. */
function startedIn(folder: string): readonly string[] {
  const home = mkdtempSync(join(tmpdir(), 'opgor-portable-'));
  try {
    const start = join(
      folder,
      process.platform === 'win32' ? 'opgor.cmd' : process.platform === 'darwin' ? 'opgor.command' : 'opgor.sh',
    );
    const env = {
      HOME: home,
      USERPROFILE: home,
      PATH: process.platform === 'win32' ? (process.env.PATH ?? '') : '/usr/bin:/bin',
    };
    const began = performance.now();
    const help = spawnSync(start, ['--help'], {env, cwd: home, encoding: 'utf8', shell: process.platform === 'win32'});
    const first = performance.now() - began;
    if (help.status !== 0 || !help.stdout.includes('opgor')) return [`it does not start: ${help.stderr}`];
    const demo = spawnSync(start, ['demo', '--out', join(home, 'demo')], {
      env,
      cwd: home,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (demo.status !== 0) return [`it makes no demo: ${demo.stderr}`];
    const pdf = readFileSync(join(home, 'demo', 'statement-2013', 'statement.da.pdf'));
    console.log(
      `  ${basename(folder)}: first words after ${first.toFixed(0)} ms; a demo with ${pdf.length} bytes of PDF`,
    );
    return pdf.toString('latin1', 0, 5) === '%PDF-' ? [] : ['its PDF file is none'];
  } finally {
    rmSync(home, {recursive: true, force: true});
  }
}
