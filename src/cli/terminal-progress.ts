/** One line on the terminal that is written over as work goes on; nothing where there is no terminal. */
import type {WriteStream} from 'node:tty';
import type {Language} from '#language/language';
import type {Progress} from '#production/progress';

const EVERY_MS = 80;

export function terminalProgress(
  stream: Pick<WriteStream, 'isTTY' | 'write'>,
  {cli, tag}: Language,
): {readonly show: Progress; end(): void} {
  if (stream.isTTY !== true) return {show: () => {}, end: () => {}};
  let shown = 0;
  let drawn = false;
  return {
    show({stage, done, of}) {
      const now = performance.now();
      if (now - shown < EVERY_MS && done !== of) return;
      shown = now;
      drawn = true;
      stream.write(
        `\r\u001b[2K${cli.stages[stage]} ${done.toLocaleString(tag)}${of === undefined ? '' : ` / ${of.toLocaleString(tag)}`}`,
      );
    },
    end() {
      if (drawn) stream.write('\r\u001b[2K');
      drawn = false;
    },
  };
}
