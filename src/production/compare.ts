import type {LanguageTag} from '#concepts/labels';
import {type Period, periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import type {Words} from '#concepts/words';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import type {Cube} from '#tabulation/cube';
import {type CellDifference, type Differences, differencesOf} from '#tabulation/differences';
import {rolledUp} from '#tabulation/roll-up';
import type {Counted} from './count.ts';
import {type EditionRecord, editionProfile, openEditions} from './editions.ts';
import type {Effects} from './effects.ts';
import {differingFrom} from './frozen-figures.ts';
import {closed, readHistory} from './history.ts';
import {definitionsOfEdition} from './ledger.ts';
import {planOn} from './policy-on.ts';
import {type Revised, revise, type Vantage} from './revise.ts';
import {wordsOf} from './words-of.ts';
import {type OpenRegister, openRegister, withStore} from './workspace.ts';

/** The present register, under the workspace's own profile. */
export const NOW = 'now';

export interface CompareRequest {
  /** Edition ids; the later may be `now`. */
  readonly earlier: string;
  readonly later: string;
  /** Only this table. */
  readonly table: string | undefined;
}

/** One side of a comparison. */
export interface Side {
  readonly edition: string;
  readonly cutOff: Instant;
  readonly profile: {readonly id: string; readonly version: string; readonly sha256: string};
}

export interface Compared extends Differences {
  readonly period: Period;
  readonly earlier: Side;
  readonly later: Side;
  /** What tables and codes are called, by the later side's profile on the period's last day. */
  readonly words: Readonly<Record<LanguageTag, Words>>;
  readonly dimensionsOf: (table: string) => readonly string[];
}

/** Refused: `no-such-edition`, `periods-differ`, `not-the-earlier`, `no-such-table`, `profile-version-missing`, `recompiled-otherwise`, `nothing-to-count`. */
export const compare = async (
  folder: string,
  request: CompareRequest,
  effects: Effects,
): Promise<Outcome<Compared, Refusal>> =>
  withStore(await openRegister(folder), async (register) => {
    const sides = await sidesOf(register, request, effects);
    if (!sides.ok) return sides;
    const {earlier, later, period} = sides.value;
    const revised = await revise((asAt) => register.store.personFiles(asAt), earlier, later, period);
    const frozen = (await asFrozen(earlier, revised.before)) ?? (await asFrozen(later, revised.after));
    if (frozen !== undefined) return frozen;
    const known = cubesOf(revised.after).map(({table}) => table.id);
    if (request.table !== undefined && !known.includes(request.table))
      return refuse({reason: 'no-such-table', table: request.table, known});
    return done(comparedOf(sides.value, revised, request.table));
  });

interface Found extends Vantage {
  readonly id: string;
  readonly profile: Profile;
  /** Undefined: `now`. */
  readonly record: EditionRecord | undefined;
}

interface Sides {
  readonly period: Period;
  readonly earlier: Found;
  readonly later: Found;
}

async function sidesOf(
  register: OpenRegister,
  {earlier: from, later: to}: CompareRequest,
  effects: Effects,
): Promise<Outcome<Sides, Refusal>> {
  const editions = await openEditions(register.folder, effects.now());
  if (!editions.ok) return editions;
  const known = editions.value.all().map(({id}) => id);
  const [one, other] = [editions.value.find(from), editions.value.find(to)];
  const absent = one === undefined ? from : other === undefined && to !== NOW ? to : undefined;
  if (one === undefined || absent !== undefined)
    return refuse({reason: 'no-such-edition', edition: absent ?? from, known});
  if (other !== undefined && periodId(one.period) !== periodId(other.period))
    return refuse({reason: 'periods-differ', from, to});
  const earlier = await sideOf(one);
  if (!earlier.ok) return earlier;
  const later = other === undefined ? await asNow(register, one.period) : await sideOf(other);
  if (!later.ok) return later;
  return later.value.cutOff < earlier.value.cutOff
    ? refuse({reason: 'not-the-earlier', from, to})
    : done({period: one.period, earlier: earlier.value, later: later.value});
}

async function sideOf(record: EditionRecord): Promise<Outcome<Found, Refusal>> {
  const profile = await editionProfile(record);
  if (!profile.ok) return profile;
  const definitions = await definitionsOfEdition(record);
  return definitions.ok
    ? done({id: record.id, cutOff: record.cutOff, profile: profile.value, definitions: definitions.value, record})
    : definitions;
}

async function asNow({store, profile, folder}: OpenRegister, period: Period): Promise<Outcome<Found, Refusal>> {
  const cutOff = await store.latest();
  if (cutOff === undefined) return refuse({reason: 'nothing-to-count', period: periodId(period)});
  const history = await readHistory(folder);
  if (!history.ok) return history;
  return done({id: NOW, cutOff, profile, definitions: closed(profile, history.value.closings), record: undefined});
}

/** A comparison with figures that nobody has seen explains nothing: what is counted again must be what the edition said. */
async function asFrozen({record, profile}: Found, counted: Counted): Promise<Outcome<never, Refusal> | undefined> {
  if (record === undefined) return undefined;
  const plan = planOn(profile, record.period, record.kind);
  const differing = await differingFrom(
    record.folder,
    cubesOf(counted).map((cube) => rolledUp(cube, plan)),
  );
  if (differing.length === 0) return undefined;
  return refuse({reason: 'recompiled-otherwise', edition: record.id, differing, sameProgram: false});
}

function comparedOf(
  {period, earlier, later}: Sides,
  {before, after, changes}: Revised,
  table: string | undefined,
): Compared {
  const all = differencesOf(cubesOf(before), cubesOf(after), changes);
  const only = (cells: readonly CellDifference[]) =>
    cells.filter((cell) => table === undefined || cell.table === table);
  const dimensions = new Map(cubesOf(after).map(({table: one}) => [one.id, one.dimensions]));
  const words = (language: LanguageTag) => wordsOf(later.profile, language, period.to);
  return {
    ...all,
    cells: only(all.cells),
    balanced: only(all.balanced),
    period,
    earlier: shown(earlier),
    later: shown(later),
    words: {da: words('da'), en: words('en')},
    dimensionsOf: (id) => dimensions.get(id) ?? [],
  };
}

/** Everything an edition counted and printed, its series under other definitions among it. */
const cubesOf = ({cubes, restated}: Counted): readonly Cube[] => [...cubes, ...restated];

const shown = ({id, cutOff, profile}: Found): Side => ({
  edition: id,
  cutOff,
  profile: {id: profile.id, version: profile.version, sha256: profile.digest},
});
