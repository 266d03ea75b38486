/** What an adoption writes into the workspace's profile: a layout per list, codes that were new, figures that were published. */
import {dump} from 'js-yaml';
import type {NewCode} from '#adoption/answers';
import {layoutYaml} from '#adoption/layout';
import type {ListProposal} from '#adoption/proposal';
import type {PlainDate} from '#kit/plain-date';
import {type PublishedFigure, withFigures} from './adopt-published.ts';

export type Files = ReadonlyMap<string, Uint8Array>;

export interface ToWrite {
  readonly sources: ReadonlyMap<ListProposal, string>;
  readonly codes: readonly NewCode[];
  readonly figures: readonly PublishedFigure[];
  readonly day: PlainDate;
}

/** The files that are new or change. */
export function changedFiles(profile: Files, {sources, codes, figures, day}: ToWrite): Files {
  const changed = new Map<string, Uint8Array>();
  for (const [list, id] of sources) changed.set(`sources/${id}.yaml`, layoutFile(list, id, day));
  for (const code of codes) {
    const file = `codelists/${code.list}.csv`;
    const bytes = changed.get(file) ?? profile.get(file);
    if (bytes !== undefined) changed.set(file, withCode(bytes, code, day));
  }
  const published = profile.get('published.csv');
  if (figures.length > 0 && published !== undefined) changed.set('published.csv', withFigures(published, figures));
  return changed;
}

function layoutFile(list: ListProposal, id: string, day: PlainDate): Uint8Array {
  const head = [
    `# ${list.seen.sheet === undefined ? list.seen.file : `${list.seen.file}, ${list.seen.sheet}`}: as it was adopted on ${day}.`,
    '# Its headings and words are remembered for the next file.',
  ];
  return new TextEncoder().encode(
    `${head.join('\n')}\n${dump(layoutYaml(list, id), {lineWidth: 160, noRefs: true, flowLevel: 2})}`,
  );
}

/** Before the row `unknown`, which lists end with, where there is one. */
function withCode(bytes: Uint8Array, {code, parent, from, labels}: NewCode, day: PlainDate): Uint8Array {
  const lines = Buffer.from(bytes).toString('utf8').replace(/\n*$/, '').split('\n');
  const columns = (lines[0] ?? '').split(',').map((name) => name.trim());
  const values: Readonly<Record<string, string>> = {
    code,
    parent: parent ?? '',
    from: from ?? firstFrom(lines, columns),
    to: '',
    da: labels.da,
    en: labels.en,
    source: `Adopted ${day}`,
  };
  const line = columns.map((column) => quoted(values[column] ?? '')).join(',');
  const at = lines.findIndex((one) => one.startsWith('unknown,'));
  return new TextEncoder().encode(`${lines.toSpliced(at < 0 ? lines.length : at, 0, line).join('\n')}\n`);
}

/** As long as the list itself. */
function firstFrom(lines: readonly string[], columns: readonly string[]): string {
  const at = columns.indexOf('from');
  const years = lines.slice(1).flatMap((line) => /^\d{4}/.exec(line.split(',')[at] ?? '')?.[0] ?? []);
  return years.sort()[0] ?? '2000';
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
