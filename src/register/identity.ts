/**
 * Who the person is: all that must be able to vanish. Held only encrypted, under a key of the person's own.
 */
import {canonicalJson} from '#kit/canonical-json';
import type {PartialDate} from '#kit/partial-date';
import {normalised, type Token} from './tokens.ts';

export interface Identity {
  readonly names: readonly Name[];
  readonly identifiers: readonly Identifier[];
  readonly birth?: {readonly date: PartialDate; readonly assessed: boolean};
  readonly phones?: readonly string[];
}

export interface Name {
  readonly text: string;
  readonly kind: 'name' | 'alias';
}

/** A number some scheme gave the person: `cpr`, `us-person`, `cmm-case` … as the profile names the schemes. */
export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

/** What one row says of a person, by the row's key: so that it can be taken back when the row turns out to be about another. */
export interface Said {
  readonly by: Token;
  readonly identity: Identity;
}

export const NOBODY: Identity = {names: [], identifiers: []};

/** What all rows together say, in the order they said it. */
export const identityOf = ([first, ...further]: readonly Said[]): Identity =>
  further.reduce((known, {identity}) => mergeIdentities(known, identity), first?.identity ?? NOBODY);

/** What is known after one more source has spoken: every name and number once, the best known birth date (the later where equal). */
export function mergeIdentities(known: Identity, further: Identity): Identity {
  const birth = betterBirth(known.birth, further.birth);
  const phones = [...new Set([...(known.phones ?? []), ...(further.phones ?? [])])];
  return {
    names: unique([...known.names, ...further.names], canonicalJson),
    identifiers: unique(
      [...known.identifiers, ...further.identifiers],
      (one) => `${one.scheme}:${normalised(one.value)}`,
    ),
    ...(birth && {birth}),
    ...(phones.length > 0 && {phones}),
  };
}

/** Stated before assessed, a full date before a partial one. */
function betterBirth(known: Identity['birth'], further: Identity['birth']): Identity['birth'] {
  if (known === undefined || further === undefined) return further ?? known;
  const rank = ({date, assessed}: NonNullable<Identity['birth']>) => (assessed ? 0 : 100) + date.length;
  return rank(further) >= rank(known) ? further : known;
}

const unique = <T>(all: readonly T[], by: (one: T) => string): readonly T[] => {
  const first = new Map<string, T>();
  for (const one of all) if (!first.has(by(one))) first.set(by(one), one);
  return [...first.values()];
};
