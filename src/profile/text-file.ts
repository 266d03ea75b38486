/** A profile's files are UTF-8; a byte that is not stops the file, since guessing would change names. */
import type {Finding} from '#concepts/finding';
import {fault} from './fault.ts';

export type ProfileFiles = ReadonlyMap<string, Uint8Array>;

/** No hand-written definition is near this size; what is larger is another file by mistake, or meant to hurt. */
const LARGEST = 4_000_000;

export function readText(
  file: string,
  bytes: Uint8Array,
): {readonly text: string; readonly findings: readonly Finding[]} {
  if (bytes.length > LARGEST) return {text: '', findings: [fault('file-too-large', {file, line: 0}, {limit: LARGEST})]};
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), findings: []};
  } catch {
    return {text: '', findings: [fault('not-utf-8', {file, line: lineOfFirstBadByte(bytes)})]};
  }
}

function lineOfFirstBadByte(bytes: Uint8Array): number {
  const sound = new TextDecoder('utf-8').decode(bytes);
  return sound.slice(0, Math.max(0, sound.indexOf('\uFFFD'))).split('\n').length;
}
