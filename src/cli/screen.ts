/**
 * A screen of its own for what nobody else may read: it is gone when it closes, and nothing of it stays in the terminal's
 * memory. Keys are read one at a time; Ctrl-C and Ctrl-D go away.
 */
import type {ReadStream, WriteStream} from 'node:tty';
import {askOn} from './ask.ts';

export interface Screen {
  readonly columns: number;
  /** In place of what was there. */
  show(text: string): void;
  /** Undefined: whoever was asked went away. */
  key(): Promise<string | undefined>;
  line(question: string): Promise<string | undefined>;
  close(): void;
}

const OWN_SCREEN = '\u001b[?1049h';
const FORMER_SCREEN = '\u001b[?1049l';
const CLEAR = '\u001b[2J\u001b[H';
const GONE: ReadonlySet<string> = new Set(['\u0003', '\u0004']);

export function openScreen(input: ReadStream, output: WriteStream): Screen {
  output.write(OWN_SCREEN);
  // However the program ends, what was shown goes with it.
  const leave = () => output.write(FORMER_SCREEN);
  process.once('exit', leave);
  return {
    columns: output.columns,
    show: (text) => output.write(`${CLEAR}${text}\n`),
    key: () => keyOf(input),
    line: (question) => askOn(input, output)(question),
    close() {
      process.off('exit', leave);
      leave();
    },
  };
}

function keyOf(input: ReadStream): Promise<string | undefined> {
  return new Promise((pressed) => {
    const done = (key: string | undefined) => {
      input.off('data', onData).off('end', onEnd);
      input.setRawMode(false);
      input.pause();
      pressed(key);
    };
    const onData = (bytes: Buffer) => {
      const [key = ''] = bytes.toString('utf8');
      done(GONE.has(key) ? undefined : key);
    };
    const onEnd = () => done(undefined);
    input.setRawMode(true);
    input.resume();
    input.on('data', onData).on('end', onEnd);
  });
}
