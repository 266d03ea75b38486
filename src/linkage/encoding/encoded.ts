/**
 * How an encoded value is written in a list: the scheme, a fingerprint of key and parameters, and what was encoded. Two
 * values compare only when scheme and fingerprint are the same.
 */
import type {KeyedDigest} from '#kit/keyed-digest';

export type Scheme = 't1' | 'b1';

export interface Encoded {
  readonly scheme: Scheme;
  readonly fingerprint: string;
  readonly content: string;
}

export const writeEncoded = ({scheme, fingerprint, content}: Encoded): string => `${scheme}:${fingerprint}:${content}`;

export function parseEncoded(text: string): Encoded | undefined {
  const [, scheme, fingerprint, content] = /^(t1|b1):([\w-]{6}):([\w./-]+)$/.exec(text.trim()) ?? [];
  if ((scheme !== 't1' && scheme !== 'b1') || fingerprint === undefined || content === undefined) return undefined;
  return {scheme, fingerprint, content};
}

/** Says nothing of the key but whether it is the same. */
export const fingerprintOf = (keyed: KeyedDigest, parameters: string): string =>
  Buffer.from(keyed(`opgor encoding: fingerprint ${parameters}`))
    .toString('base64url')
    .slice(0, 6);

/** The fingerprints of a column; more than one, and it was made with more than one key. */
export const fingerprints = (texts: Iterable<string>): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const text of texts) {
    const encoded = parseEncoded(text);
    if (encoded !== undefined) found.add(`${encoded.scheme}:${encoded.fingerprint}`);
  }
  return found;
};
