/** The command that writes the synthetic files. */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {synthesise} from '../../examples/synthesis/synthesise.ts';

const command = (...given: string[]) =>
  execFileSync(process.execPath, ['examples/synthesise.ts', ...given], {stdio: 'pipe', timeout: 60_000});

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'opgor-'));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  return folder;
}

test('writes what was asked for, the same on every run', () => {
  const out = emptyFolder();
  command('--seed', '7', '--year', '2016', '--persons', '60', '--out', out);
  const {files} = synthesise({seed: 7, year: 2016, persons: 60});
  expect(readdirSync(out).sort()).toEqual([...files.keys()].sort());
  for (const [name, bytes] of files) expect(readFileSync(join(out, name)).equals(bytes), name).toBe(true);
});

test('writes the CSV alone where there are too many for a spreadsheet', () => {
  const out = emptyFolder();
  command('--seed', '7', '--year', '2016', '--first-year', '2016', '--persons', '100001', '--out', out);
  expect(readdirSync(out)).toEqual(['us-afgoerelser-2016.csv']);
});

test.each([
  [['--seed', '7'], '--out'],
  [['--seed', 'x', '--out', 'nowhere'], '--seed'],
  [['--seed', '7', '--year', '2006', '--out', 'nowhere'], '--first-year'],
])('%j says what is wrong: %s', (given, option) => expect(() => command(...given)).toThrow(option));
