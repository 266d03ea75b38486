/** YAML between `---` lines at the top of a text; its lines are kept blank below, so that line numbers hold. */
import {parseDocument} from 'yaml';

export interface FrontMatter {
  readonly head: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** What YAML could not read, with its line. */
  readonly faults: readonly {readonly line: number; readonly why: string}[];
}

export function splitFrontMatter(text: string): FrontMatter {
  const [block, yaml = ''] = /^---\n([\s\S]*?\n)---[ \t]*(?=\n|$)/.exec(text) ?? [];
  if (block === undefined) return {head: {}, body: text, faults: []};

  const document = parseDocument(yaml, {prettyErrors: true});
  const faults = document.errors.map(({message, linePos}) => ({
    line: (linePos?.[0].line ?? 0) + 1,
    why: message.split('\n')[0] ?? message,
  }));
  const head: unknown = faults.length > 0 ? {} : document.toJS();
  const body = block.replaceAll(/[^\n]/g, '') + text.slice(block.length);
  return {head: isRecord(head) ? head : {}, body, faults};
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** UTF-8 with the habits of editors taken off: a byte order mark, CRLF. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
