/**
 * What a delivered row is known by, and identities under seal: the work of receiving that needs the keys and no register.
 * Pure, so that it can be done in any thread.
 */
import type {DeliveredRow} from '#intake/delivery';
import type {Identity} from '#register/identity';
import type {Keys} from '#register/keys';
import {type SealedIdentity, seal, type ToSeal} from '#register/seal';
import {type IdentityTokens, rowDigest, rowKey, type Token, tokensOf} from '#register/tokens';

export interface Mark extends IdentityTokens {
  /** Names the row; for a row without a key, all rows of its content. */
  readonly key: Token;
  /** Tells whether it says what it said. */
  readonly digest: Token;
}

/** A row cut down to what marking it takes. */
export interface ToMark {
  readonly by: 'key' | 'content';
  readonly cells: readonly string[];
  readonly said: string;
  readonly identity: Identity | undefined;
}

export function toMark(row: DeliveredRow): ToMark {
  const by = isKeyed(row) ? 'key' : 'content';
  const cells = by === 'key' ? row.key : row.content;
  if (row.kind === 'held') return {by, cells, said: '', identity: undefined};
  // What the row was read as belongs to what it says: a row read anew by a mended layout has changed.
  const {content, facts, identity} = row;
  return {by, cells, said: JSON.stringify([content, facts, identity]), identity};
}

/** A row whose key is blank is known by its content, as in a source without a key. */
export const isKeyed = ({key}: DeliveredRow): boolean => key.some((cell) => cell !== '');

export const markAll = (rows: readonly ToMark[], source: string, keys: Keys): readonly Mark[] =>
  rows.map(({by, cells, said, identity}) => ({
    key: rowKey(source, by, cells, keys),
    digest: said === '' ? '' : rowDigest(said, keys),
    ...(identity === undefined ? NOBODY : tokensOf(identity, keys)),
  }));

const NOBODY: IdentityTokens = {identifiers: [], names: []};

export const sealAll = (all: readonly ToSeal[], keys: Keys): readonly SealedIdentity[] =>
  all.map((one) => seal(one, keys));
