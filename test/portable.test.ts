/** The portable program: what goes into a machine's folder, and what is seen when it is wrong. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, expect, test} from 'vitest';
import {digest} from '../portable/assemble.ts';
import {faultsIn, machineOf} from '../portable/inspect.ts';
import {packagesFor} from '../portable/packages.ts';
import {PLATFORMS} from '../portable/platforms.ts';
import {bundled, sbom} from '../portable/sbom.ts';

const lockfile = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'opgor-portable-test-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

test.each(PLATFORMS)(
  '$id: what is used is there, each with its digest, and nothing of other machines or of development',
  (platform) => {
    const packages = packagesFor(platform, lockfile);
    const names = packages.map(({name}) => name);
    expect(names).toEqual(expect.arrayContaining(['highs', '@resvg/resvg-wasm', '@expo-google-fonts/ibm-plex-sans']));
    expect(names.filter((name) => /vitest|biome|rolldown|^node$/.test(name))).toEqual([]);
    for (const {name, integrity} of packages)
      expect([name, integrity]).toEqual([name, expect.stringMatching(/^sha512-/)]);
    const native = names.filter((name) => /compiler-/.test(name));
    expect(native.every((name) => name.includes(`${platform.os}-${platform.cpu}`))).toBe(true);
  },
);

test('a library written in the licences is in what the program is made of, with where it comes from', () => {
  const libraries = bundled('zod 4.6.7 (MIT)\n\nMIT License\n\n====\n\n@scope/thing 1.0.0 (ISC)\n\ntext\n');
  expect(libraries).toEqual([
    {name: 'zod', version: '4.6.7', licence: 'MIT'},
    {name: '@scope/thing', version: '1.0.0', licence: 'ISC'},
  ]);
  const [platform] = PLATFORMS;
  if (platform === undefined) throw new Error('no platform');
  const packages = packagesFor(platform, lockfile);
  const made = JSON.parse(JSON.stringify(sbom({version: '1.2.3', platform, packages, libraries, node: 'ab'})));
  expect([made.bomFormat, made.specVersion, made.metadata.component.version]).toEqual(['CycloneDX', '1.6', '1.2.3']);
  const purls = made.components.map(({purl}: {readonly purl: string}) => purl);
  expect(purls).toEqual(
    expect.arrayContaining(['pkg:npm/zod@4.6.7', 'pkg:npm/%40scope/thing@1.0.0', 'pkg:npm/highs@1.15.3']),
  );
  expect(made.components.length).toBe(packages.length + libraries.length + 1);
});

const header = (write: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.alloc(256);
  write(bytes);
  return bytes;
};
const windows = header((bytes) => {
  bytes.write('MZ', 0, 'latin1');
  bytes.writeUInt32LE(0x80, 0x3c);
  bytes.write('PE\0\0', 0x80, 'latin1');
  bytes.writeUInt16LE(0x8664, 0x84);
});
const mac = header((bytes) => {
  bytes.writeUInt32LE(0xfeedfacf, 0);
  bytes.writeUInt32LE(0x0100000c, 4);
});
const linux = header((bytes) => {
  bytes.write('\x7fELF', 0, 'latin1');
  bytes.writeUInt16LE(0x3e, 18);
});

test('which machine a program is made for is read from its first bytes', () => {
  expect(machineOf(windows)).toEqual({os: 'win32', cpu: 'x64'});
  expect(machineOf(mac)).toEqual({os: 'darwin', cpu: 'arm64'});
  expect(machineOf(linux)).toEqual({os: 'linux', cpu: 'x64'});
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.alloc(256),
    Buffer.from('#!/bin/sh\n'.repeat(20)),
    windows.subarray(0, 100),
  ])
    expect(machineOf(bytes)).toBeUndefined();
});

test('a folder with the wrong runtime, files missing and a byte changed is told of, each fault by itself', () => {
  const platform = PLATFORMS.find(({id}) => id === 'linux-x64');
  if (platform === undefined) throw new Error('no platform');
  const at = join(folder, 'faulty');
  mkdirSync(join(at, 'program', 'runtime'), {recursive: true});
  expect(faultsIn(at, platform)).toEqual(['there is no runtime']);
  writeFileSync(join(at, 'program', 'runtime', 'node'), windows);
  writeFileSync(join(at, 'opgor.sh'), 'a');
  const sum = digest(join(at, 'opgor.sh'));
  writeFileSync(join(at, 'opgor.sh'), 'b');
  writeFileSync(join(at, 'SHA256SUMS'), `${sum}  opgor.sh\n${sum}  gone\n`);
  const faults = faultsIn(at, platform);
  expect(faults).toEqual(
    expect.arrayContaining([
      'the runtime is made for win32 x64',
      `the runtime is not ${platform.runtime.version}`,
      'program/dist/main.js is missing',
      'nothing in it sets print',
      'opgor.sh is not what SHA256SUMS says',
      'gone is in SHA256SUMS and not there',
    ]),
  );
});
