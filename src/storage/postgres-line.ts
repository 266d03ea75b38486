/** A connection that several ask at once, as the work of an append may: it is asked one thing after another. */
import type pg from 'pg';
import type {Row} from './rows.ts';

export interface Query {
  /** Prepared once, under this name. */
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

/** What can be asked: a connection, the pool, a line. */
export interface Asked {
  query(query: Query): Promise<{readonly rows: readonly Row[]}>;
}

export class Line implements Asked {
  readonly #client: pg.ClientBase;
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  query(query: Query): Promise<{readonly rows: readonly Row[]}> {
    const answer = this.#last.then(() => this.#client.query<Row>(query));
    this.#last = answer.catch(() => undefined);
    return answer;
  }
}

export const ask = async (
  asked: Asked,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> => (await asked.query({name, text, values: [...values]})).rows;
