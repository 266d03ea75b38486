/**
 * `npm run portable [-- PLATFORM…]`: a folder and a ZIP file for each machine in `portable/out`, looked at when they are done; that of
 * this machine is started as somebody would who has nothing but the folder.
 */
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import type {Readable} from 'node:stream';
import {fileURLToPath} from 'node:url';
import {archive} from './archive.ts';
import {assemble, digest, startFileOf} from './assemble.ts';
import {faultsIn} from './inspect.ts';
import {PLATFORMS, type Platform} from './platforms.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const out = join(project, 'portable', 'out');
const cache = join(project, 'portable', 'cache');
const asked = process.argv.slice(2);
/** A first page that takes longer is none. */
const LONGEST_MS = 20_000;
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
  // Looked at after it was started: it writes nothing where the program is.
  const faults = [...(isHere(platform) ? await startedIn(folder, platform) : []), ...faultsIn(folder, platform)];
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

/**
 * As somebody would who has the folder and nothing else: an empty home, no Node on the path, where it can be had no network and no
 * rights, and a folder of the program that is not written to. A double click, and a demo with PDF files.
 */
async function startedIn(folder: string, {os}: Platform): Promise<readonly string[]> {
  const home = mkdtempSync(join(tmpdir(), 'opgor-portable-'));
  chmodSync(home, 0o777);
  const start = startFileOf(os);
  const path = os === 'win32' ? (process.env.PATH ?? '') : '/usr/bin:/bin';
  const env = {HOME: home, USERPROFILE: home, PATH: path, SHELL: '/bin/true', LANG: 'da_DK.UTF-8'};
  const run = (...args: readonly string[]) => {
    const [program = '', ...rest] = [...confined(home), join(folder, start), ...args];
    const began = performance.now();
    const done = spawnSync(program, rest, {env, cwd: home, encoding: 'utf8', input: '', shell: os === 'win32'});
    return {...done, time: performance.now() - began};
  };
  try {
    const help = run('--help');
    if (help.status !== 0 || !help.stdout.includes('opgor')) return [`it does not start: ${help.stderr}`];
    const demo = run('demo', '--out', join(home, 'demo'));
    if (demo.status !== 0) return [`it makes no demo: ${demo.stderr}`];
    const pdf = readFileSync(join(home, 'demo', 'statement-2013', 'statement.da.pdf'));
    console.log(
      `  ${basename(folder)}: first words after ${help.time.toFixed(0)} ms, the demo after ${(demo.time / 1000).toFixed(1)} s`,
    );
    if (pdf.toString('latin1', 0, 5) !== '%PDF-') return ['its PDF file is none'];
    return await clickedOn(join(folder, start), env);
  } finally {
    rmSync(home, {recursive: true, force: true});
  }
}

/** The double click itself: the address that the start file opens is fetched, as the browser would. */
async function clickedOn(start: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const data = join(dirname(start), 'data');
  const began = performance.now();
  const running = spawn(start, {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    shell: process.platform === 'win32',
  });
  try {
    const url = await addressIn(running.stderr);
    const page = url === undefined ? undefined : await fetch(url).then((answer) => answer.text());
    const time = performance.now() - began;
    if (page?.includes('<form') !== true) return ['a double click opens no page'];
    console.log(`  ${basename(dirname(start))}: the first page ${time.toFixed(0)} ms after the double click`);
    return [];
  } finally {
    if (running.pid !== undefined) process.kill(-running.pid);
    await once(running, 'exit');
    rmSync(data, {recursive: true, force: true});
  }
}

/** Undefined: none was said in time. */
async function addressIn(said: Readable): Promise<string | undefined> {
  let text = '';
  const timer = setTimeout(() => said.destroy(), LONGEST_MS);
  for await (const piece of said) {
    text += piece;
    const [url] = /http:\S+\/(begin|enter)\/[\w-]{43}/.exec(text) ?? [];
    if (url !== undefined) {
      clearTimeout(timer);
      return url;
    }
  }
  return undefined;
}

/** Without a network and as nobody, where this machine lets that be asked for; the reason is told where it does not. */
function confined(home: string): readonly string[] {
  const without = ['unshare', '--net', 'setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--no-new-privs'];
  const [program = '', ...rest] = without;
  if (process.platform === 'linux' && spawnSync(program, [...rest, 'test', '-w', home]).status === 0) return without;
  console.warn('  started with the network and the rights of who builds: they cannot be taken away here');
  return [];
}
