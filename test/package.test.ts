/** The package as it is built: it does what the checkout does, byte for byte, and names the libraries it carries. */
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, expect, test} from 'vitest';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'opgor-package-'));

function run(program: string, ...args: readonly string[]): void {
  const flags = ['--disable-warning=ExperimentalWarning'];
  const {status, stderr} = spawnSync(process.execPath, [...flags, at(program), ...args], {encoding: 'utf8'});
  expect(stderr).toBe('');
  expect(status).toBe(0);
}

function digests(of: string): ReadonlyMap<string, string> {
  const files = readdirSync(of, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  return new Map(
    files
      .map(({parentPath, name}) => join(parentPath, name))
      .map((path) => [path.slice(of.length), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

beforeAll(() => run('node_modules/rolldown/bin/cli.mjs', '-c', at('rolldown.config.ts'), '--logLevel', 'silent'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

test('the demo of the package and of the checkout are the same bytes', () => {
  run('dist/main.js', 'demo', '--out', join(folder, 'package'));
  run('src/cli/main.ts', 'demo', '--out', join(folder, 'checkout'));
  const [built, source] = ['package', 'checkout'].map((name) => digests(join(folder, name, 'statement-2013')));
  expect(built?.size).toBeGreaterThan(50);
  expect(built).toEqual(source);
});

test('every library in the package is named with a licence that may travel with it', () => {
  const named = readFileSync(at('dist/LICENSES.txt'), 'utf8').matchAll(/^(\S+) \d+\.\S+ \((.+)\)$/gm);
  const licences = new Map([...named].map(([, name = '', licence = '']) => [name, licence]));
  expect([...licences.keys()]).toEqual(
    expect.arrayContaining(['zod', 'js-yaml', 'papaparse', 'docx', 'messageformat']),
  );
  const strange = [...licences.values()].filter(
    (one) => !/^(MIT|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|MPL-2\.0)$/.test(one),
  );
  expect(strange).toEqual([]);
});

test('on a machine with nothing that sets print, all is made but PDF files, and it is said', () => {
  const other = join(folder, 'other-machine');
  for (const part of ['dist', 'profiles', 'examples', 'package.json'])
    cpSync(at(part), join(other, part), {recursive: true});
  for (const name of [
    '@myriaddreamin/typst-ts-node-compiler',
    '@resvg/resvg-wasm',
    '@expo-google-fonts/ibm-plex-sans',
    'highs',
  ])
    cpSync(at(`node_modules/${name}`), join(other, 'node_modules', name), {recursive: true});
  const opgor = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(other, 'dist/main.js'), ...args], {
      encoding: 'utf8',
    });
  const made = opgor('demo', '--out', join(folder, 'unprinted'), '--json');
  expect(made.status).toBe(0);
  expect(made.stdout).toContain('no-print-here');
  const [printed, without] = ['package', 'unprinted'].map((name) => digests(join(folder, name, 'statement-2013')));
  const rest = [...(printed ?? [])].filter(([file]) => !file.endsWith('.pdf') && /tables|charts|figures/.test(file));
  expect(rest.length).toBeGreaterThan(40);
  for (const [file, digest] of rest) expect([file, without?.get(file)]).toEqual([file, digest]);
  expect([...(without?.keys() ?? [])].filter((file) => file.endsWith('.pdf'))).toEqual([]);
  const key = readFileSync(join(folder, 'unprinted', 'workspace.key'), 'utf8').trim();
  process.env.OPGOR_KEY = key;
  const asked = opgor(
    'statement',
    '2013',
    '--dir',
    join(folder, 'unprinted', 'workspace'),
    '--out',
    join(folder, 'asked'),
    '--media',
    'pdf',
    '--json',
  );
  delete process.env.OPGOR_KEY;
  expect([asked.status, JSON.parse(asked.stdout).refusal?.reason ?? asked.stdout]).toEqual([1, 'cannot-print-here']);
});
