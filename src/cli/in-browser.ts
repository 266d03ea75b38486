/** The port of a workbench, and its page in the browser. */
import {spawn} from 'node:child_process';
import type {Given} from './command.ts';

const PORT = 4711;

/** Undefined: what is given is no port. */
export function portOf(given: Given): number | undefined {
  const port = Number(given.option('port') ?? PORT);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : undefined;
}

/** As a double click would; where there is no browser, the address is on the screen. */
export function openInBrowser(url: string): void {
  const [program = '', ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  const started = spawn(program, args, {detached: true, stdio: 'ignore'});
  started.on('error', () => {});
  started.unref();
}
