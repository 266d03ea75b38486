/** The workspace's key from what is on paper: the recovery form, or enough papers of one recovery key. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {join} from '#kit/secret-shares';
import type {WrappedKeys} from './backup-keys.ts';
import {parseRecoveryForm} from './keyring.ts';
import {type PaperKey, readPaper} from './paper-key.ts';
import {unwrap} from './recovery-wrap.ts';

export interface OpenedPapers {
  readonly master: Uint8Array;
  /** The recovery key, or `form`. */
  readonly key: string;
  /** Of each paper, the places of words that were mistyped. */
  readonly corrected: readonly (readonly number[])[];
}

export const FORM = 'form';

/** `copies` of the wrapped keys, of which one may be damaged. Refused: as papers are. */
export function openPapers(
  typed: readonly string[],
  workspace: string,
  copies: readonly WrappedKeys[],
): Outcome<OpenedPapers, Refusal> {
  const form = typed.map(parseRecoveryForm).find((master) => master !== undefined);
  if (form !== undefined) return done({master: form, key: FORM, corrected: []});
  const papers: PaperKey[] = [];
  const corrected: (readonly number[])[] = [];
  for (const text of typed) {
    const read = readPaper(text);
    if (!read.ok) return read;
    papers.push(read.value.paper);
    corrected.push(read.value.corrected);
  }
  const secret = secretOf(papers, copies);
  if (!secret.ok) return secret;
  const {id, bytes} = secret.value;
  for (const {keys} of copies) {
    const wrap = keys.find((one) => one.id === id);
    const master = wrap && unwrap(wrap, bytes, workspace);
    if (master !== undefined) return done({master, key: id, corrected});
  }
  return refuse({reason: 'paper-does-not-open', key: id});
}

/** The same paper twice is one paper. */
function secretOf(
  papers: readonly PaperKey[],
  copies: readonly WrappedKeys[],
): Outcome<{readonly id: string; readonly bytes: Uint8Array}, Refusal> {
  const keys = [...new Set(papers.map(({key}) => key))];
  const [id = '', ...others] = keys;
  if (others.length > 0) return refuse({reason: 'papers-do-not-match', keys});
  const known = [...new Set(copies.flatMap((copy) => copy.keys.map((one) => one.id)))];
  if (copies.length > 0 && !known.includes(id)) return refuse({reason: 'paper-of-another', key: id, known});
  const different = [...new Map(papers.map((paper) => [paper.number, paper])).values()];
  const enough = Math.max(...papers.map((paper) => paper.enough));
  if (different.length < enough) return refuse({reason: 'papers-too-few', key: id, given: different.length, enough});
  return done({id, bytes: join(different.slice(0, enough).map(({number, secret}) => ({number, bytes: secret})))});
}
