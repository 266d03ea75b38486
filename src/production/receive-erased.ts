/**
 * Rows about erased persons. They are recognised by the tombstones of their numbers, or by the name the agency gives the row, and
 * nothing made of their content is kept; so such a row waits until the file is read, when it is known which rows of the person
 * the file no longer names, and is held against the facts of those.
 */
import type {RecordNumber} from '#concepts/record-number';
import type {ClassifiedRow} from '#intake/delivery';
import {canonicalJson} from '#kit/canonical-json';
import type {Instant} from '#kit/instant';
import type {Fact} from '#register/fact';
import {type PersonFile, standing} from '#register/person-file';
import type {Random} from '#register/seal';
import type {Token} from '#register/tokens';
import type {SourceRow, Store, Writer} from '#storage/store';
import type {Ledger} from './receive-ledger.ts';
import {isKeyed, type Mark} from './receive-marks.ts';

/** `record`: undefined for a row without a key and without numbers, which can only be told by its facts. */
export interface WaitingRow {
  readonly row: ClassifiedRow;
  readonly mark: Mark;
  readonly key: Token;
  readonly record: RecordNumber | undefined;
}

export interface ErasedTools {
  readonly store: Store;
  readonly writer: Writer;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly recordedAt: Instant;
  readonly before: ReadonlyMap<Token, SourceRow>;
}

export class ErasedRows {
  readonly #tools: ErasedTools;
  readonly #waiting: WaitingRow[] = [];
  /** As they stood before, those no row of the file has taken the place of. */
  #left: readonly SourceRow[];
  /** The source has a row without a key of someone erased. */
  readonly hasUnkeyed: boolean;

  constructor(tools: ErasedTools) {
    this.#tools = tools;
    this.#left = [...tools.before.values()].filter(({digest}) => digest === '');
    this.hasUnkeyed = this.#left.some(({byContent}) => byContent);
  }

  async isErased({digest, record}: SourceRow): Promise<boolean> {
    return digest === '' && standing(await this.file(record), 'erasure').length > 0;
  }

  async file(record: RecordNumber): Promise<PersonFile> {
    const {store, recordedAt} = this.#tools;
    return (await store.findRecord(record, recordedAt)) ?? {record, facts: []};
  }

  wait(row: WaitingRow): void {
    this.#waiting.push(row);
  }

  /** The row where it was, with what it now says: facts are corrected, and what is kept of it tells nothing. */
  correct(row: ClassifiedRow, before: SourceRow, file: PersonFile): void {
    const {ledger, writer} = this.#tools;
    const written = ledger.written;
    const facts = ledger.correct(file, before.facts, row);
    const same = written === ledger.written;
    ledger.count(same ? 'unchanged' : 'changed');
    if (!same) writer.sourceRow(before.key, {...before, digest: '', facts});
    this.#accept(row, before.record);
  }

  /**
   * At the end of the file, with the keys it named. Rows that say what a row said before stand first; then, where the file is
   * all there is, a row takes the place of one that is gone; the rest are new. Answers with the rows that are of nobody erased.
   */
  async settle(taken: Map<Token, number>, snapshot: boolean): Promise<readonly WaitingRow[]> {
    this.#left = this.#left.filter(({key}) => !taken.has(key));
    const others: WaitingRow[] = [];
    for (const one of await this.#without(this.#waiting, taken, saysTheSame)) {
      if (one.record === undefined) others.push(one);
      else if (!snapshot || isKeyed(one.row) || !(await this.#takePlace(one, taken, takesAny)))
        this.#begin(one, one.record);
    }
    return others;
  }

  async #without(
    waiting: readonly WaitingRow[],
    taken: Map<Token, number>,
    fits: Fits,
  ): Promise<readonly WaitingRow[]> {
    const left: WaitingRow[] = [];
    for (const one of waiting) if (!(await this.#takePlace(one, taken, fits))) left.push(one);
    return left;
  }

  async #takePlace({row, key, record}: WaitingRow, taken: Map<Token, number>, fits: Fits): Promise<boolean> {
    for (const before of this.#left) {
      if (record === undefined ? !before.byContent : before.record !== record) continue;
      const file = await this.file(before.record);
      if (!fits(row, before, file)) continue;
      this.#left = this.#left.filter((one) => one !== before);
      taken.set(before.key, row.row);
      this.correct(row, before, file);
      if (isKeyed(row)) this.#rename(before, key);
      return true;
    }
    return false;
  }

  /** The agency calls the row something else. */
  #rename(before: SourceRow, key: Token): void {
    this.#tools.writer.sourceRow(before.key, undefined);
    this.#tools.writer.sourceRow(key, {...before, byContent: false});
  }

  #begin({row, key}: WaitingRow, record: RecordNumber): void {
    const {ledger, writer, random} = this.#tools;
    const byContent = !isKeyed(row);
    const name = byContent ? Buffer.from(random(16)).toString('hex') : key;
    ledger.count('new');
    writer.sourceRow(name, {record, digest: '', byContent, facts: ledger.record(record, row)});
    this.#accept(row, record);
  }

  #accept(row: ClassifiedRow, record: RecordNumber): void {
    this.#tools.ledger.find(row.findings);
    this.#tools.ledger.accept(row, record);
  }
}

type Fits = (row: ClassifiedRow, before: SourceRow, file: PersonFile) => boolean;

const saysTheSame: Fits = (row, {facts}, file) => {
  const said = file.facts.filter(({id}) => facts.includes(id)).map(({fact}) => fact);
  return sorted(said) === sorted(row.facts);
};

const takesAny: Fits = (_, {byContent}) => byContent;

const sorted = (facts: readonly Fact[]): string =>
  facts
    .map((fact) => canonicalJson(fact))
    .sort()
    .join('\n');
