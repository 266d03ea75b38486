/** The one process that serves a workspace, as the server knows it: for as long as it lives, and taken again where the server was away. */
import type pg from 'pg';
import {freed, keepIfFree} from './postgres-locks.ts';
import {kept, type Server} from './postgres-transaction.ts';
import {StoreFault} from './store-fault.ts';

export class Served {
  readonly #server: Server;
  #client: pg.PoolClient | undefined;
  #isTaken = false;

  constructor(server: Server) {
    this.#server = server;
  }

  /** False: somebody else serves it. */
  async take(): Promise<boolean> {
    const answer = {isFree: false};
    const client = await kept(this.#server, async (one) => {
      answer.isFree = await keepIfFree(one, 'served');
    });
    if (!answer.isFree) {
      client.release();
      return false;
    }
    this.#client = client;
    this.#isTaken = true;
    client.once('end', () => {
      if (this.#client !== client) return;
      this.#client = undefined;
      client.release(true);
    });
    return true;
  }

  /** Refused: `register-in-use`, where the server was away and somebody else has taken it since. */
  async stillTaken(): Promise<void> {
    if (!this.#isTaken || this.#client !== undefined || (await this.take())) return;
    throw new StoreFault({reason: 'register-in-use', path: this.#server.where});
  }

  /** Free when it resolves, where the server answers: the connection itself ends some time after. */
  async letGo(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client === undefined) return;
    await freed(client).catch(() => undefined);
    client.release(true);
  }
}
