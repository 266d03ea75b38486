/** The members of the store contract. A new store gets the whole suite by being listed here. */
import {join} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import type {Outcome} from '#kit/outcome';
import {openSqliteStore} from '#storage/sqlite';
import type {Store} from '#storage/store';

export interface StoreMember {
  readonly name: string;
  /** Opens the register in a folder of its own; makes it where there is none. */
  open(folder: string): Promise<Outcome<Store, Refusal>>;
}

export const stores: readonly StoreMember[] = [
  {name: 'sqlite', open: async (folder) => openSqliteStore(join(folder, 'register.sqlite'))},
];
