/**
 * A YAML file of a profile as plain values, with the line of each. YAML 1.2, where `no` is a word and a date is text.
 * Anchors and aliases are refused: a definition is read by people, and a few of them can unfold into gigabytes.
 */
import {constructFromEvents, parseEvents, YAMLException} from 'js-yaml';
import type {Finding} from '#concepts/finding';
import {fault} from './fault.ts';
import {readText} from './text-file.ts';
import {findPlace, findReferences, lineCounter, type Path, placesOf} from './yaml-places.ts';

export type {Path};

export interface YamlFile {
  readonly file: string;
  /** Undefined where the file could not be read. */
  readonly value: unknown;
  /** The line of the value at a path, or of the nearest thing around it that is there. */
  readonly lineOf: (path: Path) => number;
  readonly lineOfKey: (path: Path, key: string) => number;
  readonly findings: readonly Finding[];
}

export function readYamlFile(file: string, bytes: Uint8Array): YamlFile {
  const {text, findings} = readText(file, bytes);
  const nothing = {file, value: undefined, lineOf: () => 0, lineOfKey: () => 0};
  if (findings.length > 0) return {...nothing, findings};
  const line = lineCounter(text);
  // The first only: what follows a broken line is most often broken by it.
  const unreadable = (at: number, why: string) => ({
    ...nothing,
    findings: [fault('yaml-unreadable', {file, line: at}, {why})],
  });
  try {
    const events = parseEvents(text, {});
    const [reference] = findReferences(events);
    if (reference !== undefined) return {...nothing, findings: [fault('yaml-alias', {file, line: line(reference)})]};
    const [value, ...more] = constructFromEvents(events, {source: text});
    if (more.length > 0) return unreadable(line(text.length), 'several documents');
    const places = placesOf(events, text);
    return {
      file,
      value,
      lineOf: (path) => line(findPlace(places, path).at),
      lineOfKey: (path, key) => {
        const around = findPlace(places, path);
        return line(around.keys?.get(key)?.key ?? around.at);
      },
      findings: [],
    };
  } catch (error) {
    if (error instanceof YAMLException) return unreadable((error.mark?.line ?? 0) + 1, error.reason);
    throw error;
  }
}
