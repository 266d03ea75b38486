/**
 * A YAML file of a profile as plain values, with the line of each. YAML 1.2, where `no` is a word and a date is text.
 * Anchors and aliases are refused: a definition is read by people, and a few of them can unfold into gigabytes.
 */

import {type Document, isAlias, isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit} from 'yaml';
import type {Finding} from '#concepts/finding';
import {fault} from './fault.ts';
import {readText} from './text-file.ts';

export type Path = readonly PropertyKey[];

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
  const lines = new LineCounter();
  const line = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line);
  try {
    const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, schema: 'core'});
    // The first only: what follows a broken line is most often broken by it.
    const faults = [
      ...document.errors.map(({code, pos}) => fault('yaml-unreadable', {file, line: line(pos[0])}, {why: code})),
      ...aliases(document).map((offset) => fault('yaml-alias', {file, line: line(offset)})),
    ].slice(0, 1);
    if (faults.length > 0) return {...nothing, findings: faults};
    return {
      file,
      value: document.toJS(),
      lineOf: (path) => line(nodeAt(document, path)?.range?.[0]),
      lineOfKey: (path, key) => line(keyAt(document, path, key)?.range?.[0]),
      findings: [],
    };
  } catch (error) {
    // Nested deeper than the stack; anything else is a defect of ours.
    if (!(error instanceof RangeError)) throw error;
    return {...nothing, findings: [fault('yaml-unreadable', {file, line: 1}, {why: 'TOO_DEEP'})]};
  }
}

function aliases(document: Document): readonly number[] {
  const found: number[] = [];
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || ('anchor' in node && node.anchor !== undefined)) found.push(node.range?.[0] ?? 0);
    },
  });
  return found;
}

function nodeAt(document: Document, path: Path): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return undefined;
}

function keyAt(document: Document, path: Path, key: string): Node | undefined {
  const map = document.getIn(path, true);
  const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : undefined;
  return isNode(pair?.key) ? pair.key : nodeAt(document, path);
}
