/** Packages as the lockfile has them: fetched, held against the digest that is written there, and unpacked. Nothing of theirs is run. */
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {Platform} from './platforms.ts';

export interface Package {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
  readonly licence: string;
}

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

/** What sets the print where no machine code for it is published. */
const IN_WASM = '@myriaddreamin/typst-ts-web-compiler';
const NATIVE = '@myriaddreamin/typst-ts-node-compiler-';

/** Those that the program needs on a machine: the development's own are left out, and one typesetter is enough. */
export function packagesFor(platform: Platform, lockfile: string): readonly Package[] {
  const all = publishedFor(platform, lockfile);
  return all.some(({name}) => name.startsWith(NATIVE)) ? all.filter(({name}) => name !== IN_WASM) : all;
}

function publishedFor({os, cpu, libc}: Platform, lockfile: string): readonly Package[] {
  const {packages}: {readonly packages: Readonly<Record<string, Locked>>} = JSON.parse(readFileSync(lockfile, 'utf8'));
  return Object.entries(packages).flatMap(([path, one]) => {
    if (path === '' || one.dev === true) return [];
    const isFor = (wanted: readonly string[] | undefined, here: string | undefined) =>
      wanted === undefined || (here !== undefined && wanted.includes(here));
    if (!isFor(one.os, os) || !isFor(one.cpu, cpu) || !isFor(one.libc, libc)) return [];
    const {version = '', integrity = '', license = ''} = one;
    // A package that its maker never published for this machine has no digest in the lockfile.
    if (integrity === '') return [];
    return [{name: path.replace(/^.*node_modules\//, ''), version, integrity, licence: license}];
  });
}

/** Into a folder of its own in the cache; what is there and has the digest is not fetched again. Throws where the digest is another. */
export function unpacked({name, version, integrity}: Omit<Package, 'licence'>, cache: string): string {
  const id = `${name.replace('/', '-').replace('@', '')}-${version}`;
  const [archive, folder] = [join(cache, `${id}.tgz`), join(cache, id)];
  if (!existsSync(archive)) fetch(`${name}@${version}`, archive);
  if (digestOf(archive) !== integrity) {
    rmSync(archive);
    throw new Error(`${name}@${version} is not what was looked at: its digest is another than ${integrity}`);
  }
  if (!existsSync(folder)) {
    const half = `${folder}.half`;
    rmSync(half, {recursive: true, force: true});
    mkdirSync(half, {recursive: true});
    execFileSync('tar', ['-xzf', archive, '-C', half, '--strip-components=1', '--no-same-owner']);
    renameSync(half, folder);
  }
  return folder;
}

/** By the registry that npm is set up with. */
function fetch(spec: string, archive: string): void {
  const apart = `${archive}.fetching`;
  rmSync(apart, {recursive: true, force: true});
  mkdirSync(apart, {recursive: true});
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['pack', spec, '--pack-destination', apart, '--ignore-scripts', '--silent'];
  execFileSync(npm, args, {shell: process.platform === 'win32', stdio: 'pipe'});
  const [file] = readdirSync(apart);
  if (file === undefined) throw new Error(`${spec} was not fetched`);
  renameSync(join(apart, file), archive);
  rmSync(apart, {recursive: true});
}

const digestOf = (file: string): string => `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
