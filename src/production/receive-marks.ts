/**
 * What a delivered row is known by, and identities under seal: the work of receiving that needs the keys and no register.
 * Pure, so that it can be done in any thread.
 */
import type {ClassifiedRow, DeliveredRow} from '#intake/delivery';
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

/** A row cut down to what marking it takes, as text: the quickest to hand to another thread. */
export interface ToMark {
  /** Undefined: known by its content. */
  readonly key: readonly string[] | undefined;
  /** Undefined: held back, so of no weight but for being there. */
  readonly said: string | undefined;
  readonly content: readonly string[] | undefined;
}

export function toMark(row: DeliveredRow): ToMark {
  const key = isKeyed(row) ? row.key : undefined;
  const content = key === undefined ? row.content : undefined;
  return {key, content, said: row.kind === 'held' ? undefined : saidBy(row)};
}

// What the row was read as belongs to what it says: a row read anew by a mended layout has changed.
const saidBy = ({identity, content, facts}: ClassifiedRow) => JSON.stringify([identity ?? null, content, facts]);

function identityIn(said: string): Identity | undefined {
  const [identity]: readonly [Identity | null] = JSON.parse(said);
  return identity ?? undefined;
}

/** A row whose key is blank is known by its content, as in a source without a key. */
export const isKeyed = ({key}: DeliveredRow): boolean => key.some((cell) => cell !== '');

export const markAll = (rows: readonly ToMark[], source: string, keys: Keys): readonly Mark[] =>
  rows.map(({key, content, said}) => {
    const by = key === undefined ? 'content' : 'key';
    const identity = said === undefined ? undefined : identityIn(said);
    return {
      key: rowKey(source, by, key ?? content ?? [], keys),
      digest: said === undefined ? '' : rowDigest(said, keys),
      ...(identity === undefined ? NOBODY : tokensOf(identity, keys)),
    };
  });

const NOBODY: IdentityTokens = {identifiers: [], names: []};

export const sealAll = (all: readonly ToSeal[], keys: Keys): readonly SealedIdentity[] =>
  all.map((one) => seal(one, keys));
