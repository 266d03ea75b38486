/**
 * Where rows are marked and identities sealed: here while a delivery is small, in threads beside this one once it is large.
 * The answers come in the order asked for, whoever did the work.
 */
import {Worker} from 'node:worker_threads';
import {defect} from '#kit/defect';
import type {Keys} from '#register/keys';
import type {SealedIdentity, ToSeal} from '#register/seal';
import {type Mark, markAll, sealAll, type ToMark} from './receive-marks.ts';
import type {Answer, Job, ThreadData} from './receive-thread.ts';

/** Starting threads costs more than marking this many rows. */
const ROWS_WORTH_THREADS = 4000;

export class Workshop {
  readonly #data: ThreadData;
  readonly #count: number;
  #threads: readonly Thread[] = [];
  #marked = 0;

  constructor(source: string, keys: Keys, threads: number) {
    this.#data = {source, keys};
    this.#count = threads;
  }

  /** How many jobs are worth having under way at once. */
  get depth(): number {
    return 2 * Math.max(1, this.#threads.length);
  }

  async mark(rows: readonly ToMark[]): Promise<readonly Mark[]> {
    this.#marked += rows.length;
    if (this.#threads.length === 0 && this.#marked > ROWS_WORTH_THREADS) this.#open();
    const {source, keys} = this.#data;
    const answer = await this.#idlest()?.do({mark: rows});
    if (answer === undefined) return markAll(rows, source, keys);
    return 'marks' in answer ? answer.marks : defect('a thread sealed what it was to mark');
  }

  async seal(identities: readonly ToSeal[]): Promise<readonly SealedIdentity[]> {
    const answer = await this.#idlest()?.do({seal: identities});
    if (answer === undefined) return sealAll(identities, this.#data.keys);
    return 'sealed' in answer ? answer.sealed : defect('a thread marked what it was to seal');
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
    this.#threads = [];
  }

  #open(): void {
    this.#threads = Array.from({length: this.#count}, () => new Thread(this.#data));
  }

  #idlest(): Thread | undefined {
    return this.#threads.toSorted((a, b) => a.waiting - b.waiting)[0];
  }
}

class Thread {
  readonly #worker: Worker;
  readonly #asked: PromiseWithResolvers<Answer>[] = [];
  #failure: Error | undefined;

  constructor(data: ThreadData) {
    // The thread's file has this file's extension: .ts from source, .js once compiled.
    const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
    this.#worker = new Worker(new URL(`./receive-thread${extension}`, import.meta.url), {workerData: data});
    this.#worker.on('message', (answer: Answer) => this.#asked.shift()?.resolve(answer));
    this.#worker.on('error', (error: Error) => {
      this.#failure = error;
      for (const asked of this.#asked.splice(0)) asked.reject(error);
    });
  }

  get waiting(): number {
    return this.#asked.length;
  }

  do(job: Job): Promise<Answer> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const asked = Promise.withResolvers<Answer>();
    this.#asked.push(asked);
    this.#worker.postMessage(job);
    return asked.promise;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
