/**
 * Open questions of identity, by who they concern together: whoever is asked about in one question and another is of one group.
 * What is answered in one group moves nothing of another, so what they may move adds up.
 */
import type {RecordNumber} from '#concepts/record-number';
import type {Instant} from '#kit/instant';
import {outcomesOf} from '#register/identity-outcomes';
import type {PersonFile} from '#register/person-file';
import type {Store} from '#storage/store';
import {isOpen, type Pair, readIdentityFacts, Settled} from './identity-facts.ts';

export interface IdentityGroup {
  readonly pairs: readonly Pair[];
  /** As they are counted until the questions are answered. */
  readonly files: readonly PersonFile[];
}

export type ReadIdentities = Pick<Store, 'pairFacts' | 'findPersonFile'>;

export async function openGroups(store: ReadIdentities, asAt: Instant): Promise<readonly IdentityGroup[]> {
  const facts = await readIdentityFacts(store, asAt);
  const settled = new Settled(facts);
  const open = [...facts.pairs.values()].filter((one) => isOpen(one, settled)).map(({pair}) => pair);
  if (open.length === 0) return [];
  const together = new Settled(facts);
  for (const pair of open) together.same(pair);
  const groups = Map.groupBy(open, ([on]) => together.personOf(on));
  return Promise.all([...groups.values()].map(async (pairs) => ({pairs, files: await filesOf(store, pairs, asAt)})));
}

async function filesOf(store: ReadIdentities, pairs: readonly Pair[], asAt: Instant): Promise<readonly PersonFile[]> {
  const files = new Map<RecordNumber, PersonFile>();
  for (const record of new Set(pairs.flat())) {
    const file = await store.findPersonFile(record, asAt);
    if (file !== undefined) files.set(file.record, file);
  }
  return [...files.values()];
}

/** With more questions than this in a group, not every way to answer them is counted: there are at most four for each. */
const TRIED = 6;

/** What the group's files may become; undefined: too many ways, of which nothing is known but how many persons there are. */
export const waysOf = ({pairs, files}: IdentityGroup): Iterable<readonly PersonFile[]> | undefined =>
  pairs.length > TRIED ? undefined : outcomesOf(files, pairs);
