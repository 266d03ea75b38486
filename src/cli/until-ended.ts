/** Waits until whoever started the program ends it: by Ctrl+C, by closing its window, by the computer going down. */
import {once} from 'node:events';

export const untilEnded = (): Promise<unknown> =>
  Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
