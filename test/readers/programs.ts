/** Programs of others that read what we write. Where one is missing its tests are skipped, and say so. */
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';

export function has(program: string): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v "$1"', 'sh', program], {stdio: 'ignore'});
    return true;
  } catch {
    console.warn(`skipped: ${program} is not installed here`);
    return false;
  }
}

export const run = (program: string, ...given: string[]): string =>
  execFileSync(program, given, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 240_000,
    maxBuffer: 2 ** 26,
  });

/** Debian's Chromium, or the one a variable names. */
export function findChromium(): string | undefined {
  const known = [
    process.env.OPGOR_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = known.find((path) => path !== undefined && existsSync(path));
  if (found === undefined) console.warn('skipped: no Chromium here (name one in OPGOR_CHROMIUM)');
  return found;
}

export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
