/** What the answers to open questions of identity may make of files: every way to answer them all that contradicts nothing. */
import {VERDICTS} from './fact.ts';
import {asDecided, contradiction, type Pair} from './identity-chain.ts';
import type {PersonFile} from './person-file.ts';

/** `files`: of everybody in the pairs. The first way is to tell all apart where that is possible: as they are counted until answered. */
export function* outcomesOf(
  files: readonly PersonFile[],
  [pair, ...others]: readonly Pair[],
): Generator<readonly PersonFile[]> {
  if (pair === undefined) {
    yield files;
    return;
  }
  for (const verdict of VERDICTS.toReversed())
    if (contradiction(files, pair, verdict) === undefined) yield* outcomesOf(asDecided(files, pair, verdict), others);
}
