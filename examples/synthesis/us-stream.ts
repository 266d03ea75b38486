/** The Immigration Service's file alone, in pieces as it grows: any number of persons in bounded memory. */
import {historyOf} from './history.ts';
import {planOf, streamOf, type Wanted} from './synthesise.ts';
import {usFile} from './us-file.ts';

const PIECE = 1 << 16;

export function* usStream(wanted: Wanted): Generator<Uint8Array> {
  const file = usFile(streamOf(wanted.seed, 'us'));
  let waiting: Uint8Array[] = [file.head];
  let size = file.head.length;
  for (const one of historyOf(streamOf(wanted.seed, 'people'), planOf(wanted)).cases) {
    if (one.authority !== 'us') continue;
    const line = file.line(one);
    waiting.push(line);
    size += line.length;
    if (size < PIECE) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  yield Buffer.concat(waiting);
}
