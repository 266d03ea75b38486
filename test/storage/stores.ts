/** The members of the store contract. A new store gets the whole suite by being listed here. */
import {join} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import type {Outcome} from '#kit/outcome';
import {openPostgresStore} from '#storage/postgres';
import {openSqliteStore} from '#storage/sqlite';
import type {Store} from '#storage/store';
import {databaseFor, hasPostgres} from './postgres-server.ts';

export interface StoreMember {
  readonly name: string;
  /** One process at a time has it open. */
  readonly isAlone: boolean;
  readonly isHere: boolean;
  /** Opens the register in a folder of its own; makes it where there is none. On a server, the database called after the folder. */
  open(folder: string): Promise<Outcome<Store, Refusal>>;
}

export const stores: readonly StoreMember[] = [
  {
    name: 'sqlite',
    isAlone: true,
    isHere: true,
    open: async (folder) => openSqliteStore(join(folder, 'register.sqlite')),
  },
  {
    name: 'postgres',
    isAlone: false,
    isHere: hasPostgres,
    open: async (folder) => openPostgresStore(await databaseFor(folder), {make: true}),
  },
];
