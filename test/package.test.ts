/** The package as it is built: it does what the checkout does, byte for byte, and names the libraries it carries. */
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
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
  const strange = [...licences.values()].filter((one) => !/^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0)$/.test(one));
  expect(strange).toEqual([]);
});
