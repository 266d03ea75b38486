/**
 * The records of a CSV text as it arrives (RFC 4180, any delimiter and line ending). Memory is bounded by one record:
 * a quote that is never closed is told after `longest` characters instead of swallowing the file.
 */
export type CsvFault = 'quote-not-closed' | 'quote-inside-cell';

export interface ReadRecords {
  readonly records: readonly (readonly string[])[];
  /** What follows the records cannot be read. */
  readonly fault?: CsvFault;
}

export class CsvRecords {
  #rest = '';
  readonly #delimiter: string;
  readonly #longest: number;

  constructor(delimiter: string, longest = 1_000_000) {
    this.#delimiter = delimiter;
    this.#longest = longest;
  }

  /** The records completed by this piece of text; `last` also completes the one without a line end. */
  add(text: string, last: boolean): ReadRecords {
    const all = this.#rest + text;
    const records: (readonly string[])[] = [];
    let at = 0;
    while (at < all.length) {
      const read = this.#record(all, at, last);
      if (read === undefined) break;
      if (typeof read === 'string') return {records, fault: read};
      records.push(read.cells);
      at = read.next;
    }
    this.#rest = all.slice(at);
    const open = this.#rest !== '' && (last || this.#rest.length > this.#longest);
    return open ? {records, fault: 'quote-not-closed'} : {records};
  }

  /** One record from `from`; undefined: its end has not arrived. */
  #record(all: string, from: number, last: boolean) {
    const end = lineEnd(all, from, last);
    if (end === undefined) return undefined;
    const line = all.slice(from, end.at);
    if (!line.includes('"')) return {cells: line.split(this.#delimiter), next: end.next};
    return this.#quoted(all, from, last);
  }

  #quoted(all: string, from: number, last: boolean) {
    const cells: string[] = [];
    let at = from;
    for (;;) {
      const cell = all[at] === '"' ? quotedCell(all, at) : this.#bareCell(all, at, last);
      if (cell === undefined) return undefined;
      cells.push(cell.text);
      if (all.startsWith(this.#delimiter, cell.next)) {
        at = cell.next + this.#delimiter.length;
        continue;
      }
      if (cell.next >= all.length) return last ? {cells, next: all.length} : undefined;
      const end = lineEnd(all, cell.next, last);
      if (end === undefined) return undefined;
      return end.at === cell.next ? {cells, next: end.next} : ('quote-inside-cell' as const);
    }
  }

  /** Up to the delimiter or the line's end; a quote inside is part of the text. */
  #bareCell(all: string, from: number, last: boolean) {
    const end = lineEnd(all, from, last)?.at;
    if (end === undefined) return undefined;
    const delimiter = all.indexOf(this.#delimiter, from);
    const next = delimiter === -1 || delimiter > end ? end : delimiter;
    return {text: all.slice(from, next), next};
  }
}

/** Where the line ends and the next begins: CRLF, LF or a lone CR. Undefined: not yet known. */
function lineEnd(all: string, from: number, last: boolean): {readonly at: number; readonly next: number} | undefined {
  const feed = all.indexOf('\n', from);
  const stop = feed === -1 ? all.length : feed;
  const carriage = all.slice(from, stop).indexOf('\r');
  if (carriage !== -1 && from + carriage + 1 !== feed) {
    // A CR at the very end may be half of a CRLF.
    if (from + carriage + 1 === all.length && !last) return undefined;
    return {at: from + carriage, next: from + carriage + 1};
  }
  if (feed === -1) return last ? {at: all.length, next: all.length} : undefined;
  return {at: carriage === -1 ? feed : from + carriage, next: feed + 1};
}

function quotedCell(all: string, from: number): {readonly text: string; readonly next: number} | undefined {
  let close = all.indexOf('"', from + 1);
  while (close !== -1 && all[close + 1] === '"') close = all.indexOf('"', close + 2);
  if (close === -1) return undefined;
  return {text: all.slice(from + 1, close).replaceAll('""', '"'), next: close + 1};
}
