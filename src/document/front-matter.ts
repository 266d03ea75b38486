/** YAML between `---` lines at the top of a text; its lines are kept blank below, so that line numbers hold. */
import {load, YAMLException} from 'js-yaml';

export interface FrontMatter {
  readonly head: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** What YAML could not read, with its line. */
  readonly faults: readonly {readonly line: number; readonly why: string}[];
}

export function splitFrontMatter(text: string): FrontMatter {
  const [block, yaml = ''] = /^---\n([\s\S]*?\n)---[ \t]*(?=\n|$)/.exec(text) ?? [];
  if (block === undefined) return {head: {}, body: text, faults: []};

  const body = block.replaceAll(/[^\n]/g, '') + text.slice(block.length);
  const {value, fault} = readYaml(yaml);
  // The opening line is the first.
  const faults = fault === undefined ? [] : [{...fault, line: fault.line + 1}];
  return {head: isRecord(value) ? value : {}, body, faults};
}

/** A value, or the first thing that is not YAML. */
export function readYaml(text: string): {
  readonly value?: unknown;
  readonly fault?: {readonly line: number; readonly why: string};
} {
  try {
    return {value: load(text, {maxAliases: 0})};
  } catch (thrown) {
    if (!(thrown instanceof YAMLException)) throw thrown;
    return {fault: {line: (thrown.mark?.line ?? 0) + 1, why: thrown.reason}};
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** UTF-8 with the habits of editors taken off: a byte order mark, CRLF. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
