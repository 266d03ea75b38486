/**
 * How well the linkage does, as the register has it at a moment: by questions, what reviewers decided, and the latest sample. From
 * facts alone: no identity is opened and nothing is compared, so the same moment gives the same figures, whenever it is asked.
 */
import type {Code} from '#concepts/code-list';
import type {Labels} from '#concepts/labels';
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome} from '#kit/outcome';
import {figuresOf, type PairFigures, type PutPair, type StratumSize, type Through} from '#linkage/pair-figures';
import {CONFIDENCE, type Estimate, type LookedAt} from '#linkage/quality';
import type {IdentityPolicy, Origins} from '#profile/identity-policy';
import {isOnePerson} from '#register/identities';
import {standingFacts} from '#register/person-file';
import type {Store} from '#storage/store';
import type {Effects} from './effects.ts';
import {identityPolicy} from './find-pairs.ts';
import {
  type IdentityFacts,
  type Pair,
  type PairFacts,
  pairKey,
  pairOf,
  readIdentityFacts,
  Settled,
} from './identity-facts.ts';
import {codesOf} from './identity-table.ts';
import {latestDraw, STRATA} from './sample-pairs.ts';
import {openRegister, withStore} from './workspace.ts';

/** Why a figure is not there, or is wider than it need be. */
export type Missing =
  | {readonly missing: 'nothing-decided' | 'no-sample' | 'sample-older'}
  | {readonly missing: 'undecided' | 'sample-undecided' | 'decided-by-weight'; readonly pairs: number};

export interface OriginFigures extends PairFigures {
  /** A group of the policy, or `differing`: the two are of different groups; or `unknown`. */
  readonly origin: string;
  readonly labels: Labels | undefined;
  readonly tooFew: boolean;
}

export interface LinkageQuality extends PairFigures {
  readonly asAt: Instant;
  readonly policy: string;
  readonly thresholds: {readonly link: number; readonly review: number};
  readonly confidence: number;
  /** How many are one person, as the model expects, among pairs too unlikely to be drawn from; in no figure. Undefined: no sample. */
  readonly beyond: number | undefined;
  readonly missing: readonly Missing[];
  readonly origins: readonly OriginFigures[];
  /** Pairs a group needs to have decided. */
  readonly atLeast: number | undefined;
}

/** As the register is now. */
export const linkageQuality = async (folder: string, effects: Effects): Promise<Outcome<LinkageQuality, Refusal>> =>
  withStore(await openRegister(folder), async ({store, profile}) => {
    const at = (await store.latest()) ?? effects.now();
    const policy = identityPolicy(profile, at);
    return policy.ok ? done(await qualityAsAt(store, policy.value, at)) : policy;
  });

type ReadQuality = Parameters<typeof readIdentityFacts>[0] & Pick<Store, 'findRecord'>;

export async function qualityAsAt(store: ReadQuality, policy: IdentityPolicy, asAt: Instant): Promise<LinkageQuality> {
  const known = await readIdentityFacts(store, asAt);
  const codes = new Map<RecordNumber, readonly Code[]>();
  for (const record of new Set([...known.pairs.values()].flatMap(({pair}) => pair))) {
    const file = policy.origins && (await store.findRecord(record, asAt));
    if (file !== undefined && policy.origins !== undefined)
      codes.set(record, codesOf(policy.origins.concept, standingFacts(file)));
  }
  return {asAt, ...qualityOf(known, policy, (record) => codes.get(record) ?? [])};
}

/** Pure. `codesIn`: what a record says of its person's origin. */
export function qualityOf(
  known: IdentityFacts,
  {id, link, origins}: Pick<IdentityPolicy, 'id' | 'link' | 'origins'>,
  codesIn: (record: RecordNumber) => readonly Code[],
): Omit<LinkageQuality, 'asAt'> {
  const draw = latestDraw(known);
  const strata = isOlder(known, draw) ? undefined : strataOf(draw);
  const settled = new Settled(known);
  const joined = joinedIn(known);
  const drawn = new Set(draw.map(({pair}) => pairKey(pair)));
  const originIn = (pair: Pair) => originOf(pair, origins, codesIn);
  const own = [...known.pairs.values()].flatMap((facts): readonly OfOrigin[] => {
    const {pair} = facts;
    const part = partOf(facts, drawn);
    const through = part === 'link' ? undefined : joined.through(pair);
    return part === undefined ? [] : [{part, same: sameIn(facts, part, settled), through, origin: originIn(pair)}];
  });
  const isOwn = (pair: Pair) => typeof partIn(known, pair, drawn) === 'string';
  const others = joined.pairs
    .filter((pair) => !isOwn(pair))
    .map((pair): OfOrigin => {
      const through = joined.through(pair);
      const isKnown = through !== 'weight';
      return {part: isKnown ? 'through' : 'weight', same: isKnown || undefined, through, origin: originIn(pair)};
    });
  const pairs = [...own, ...others];
  const all = figuresOf(pairs, strata);
  const {link: linked = 1, review = 0} = link.thresholds ?? {};
  return {
    ...all,
    policy: id,
    thresholds: {link: linked, review},
    confidence: CONFIDENCE,
    beyond: draw[0]?.question?.fact.sample?.beyond,
    missing: missingOf(all, draw, strata),
    origins: origins === undefined ? [] : byOrigin(pairs, strata, origins),
    atLeast: origins?.atLeast,
  };
}

/** Undefined: nobody was asked, and it was decided by hand; or it was drawn before the latest draw. */
function partOf({pair, question, decision}: PairFacts, drawn: ReadonlySet<string>): PutPair['part'] | undefined {
  const basis = decision?.fact.basis;
  if (basis === 'identifier' || basis === 'weight') return basis;
  const sample = question?.fact.sample;
  if (sample === undefined) return question?.fact.band;
  return drawn.has(pairKey(pair)) ? {stratum: sample.stratum} : undefined;
}

function partIn({pairs}: IdentityFacts, pair: Pair, drawn: ReadonlySet<string>): PutPair['part'] | undefined {
  const facts = pairs.get(pairKey(pair));
  return facts && partOf(facts, drawn);
}

/** By what was decided of the two, or follows from what was decided of others. */
function sameIn({pair}: PairFacts, part: PutPair['part'], settled: Settled): boolean | undefined {
  if (part === 'weight') return undefined;
  if (settled.isOne(pair)) return true;
  return settled.isApart(pair) ? false : undefined;
}

interface Joined {
  readonly through: (pair: Pair) => Through | undefined;
  /** All pairs of records that are joined. */
  readonly pairs: readonly Pair[];
}

/** Whom pairs join that were linked, that were put, or that nobody looked at; what only a sample found, or the office by itself, was missed. */
function joinedIn({pairs}: IdentityFacts): Joined {
  const [linked, put, any] = [nobody(), nobody(), nobody()];
  const records = new Set<RecordNumber>();
  for (const {pair, question, decision} of pairs.values()) {
    if (decision === undefined || !isOnePerson(decision.fact.verdict)) continue;
    const {basis} = decision.fact;
    const isPut = question !== undefined && question.fact.sample === undefined;
    if (basis === 'review' && !isPut) continue;
    for (const record of pair) records.add(record);
    any.same(pair);
    if (basis !== 'weight') put.same(pair);
    if (basis === 'identifier' || (basis === 'review' && question?.fact.band === 'link')) linked.same(pair);
  }
  const groups = [...Map.groupBy(records, (record) => any.personOf(record)).values()];
  return {
    through: (pair) =>
      linked.isOne(pair) ? 'linked' : put.isOne(pair) ? 'put' : any.isOne(pair) ? 'weight' : undefined,
    pairs: groups.flatMap((all) => all.flatMap((one, i) => all.slice(i + 1).map((other) => pairOf(one, other)))),
  };
}

const nobody = () => new Settled({fileOf: new Map(), pairs: new Map()});

/** Since it was drawn, everyone was compared again and the pairs that are put have changed. */
function isOlder({pairs}: IdentityFacts, [first]: readonly PairFacts[]): boolean {
  const drawn = first?.question;
  return [...pairs.values()].some(
    ({question}) =>
      drawn !== undefined &&
      question !== undefined &&
      question.fact.sample === undefined &&
      question.submission > drawn.submission &&
      question.fact.model !== drawn.fact.model,
  );
}

/** Undefined: nothing was drawn. */
function strataOf(draw: readonly PairFacts[]): readonly StratumSize[] | undefined {
  const sizes = new Map(
    draw.flatMap(({question}) => {
      const sample = question?.fact.sample;
      return sample === undefined ? [] : [[sample.stratum, {stratum: sample.stratum, of: sample.of}] as const];
    }),
  );
  return sizes.size === 0 ? undefined : STRATA.flatMap(({stratum}) => sizes.get(stratum) ?? []);
}

function missingOf(
  {link, clerical, weight, strata}: PairFigures,
  draw: readonly PairFacts[],
  sizes: readonly StratumSize[] | undefined,
): readonly Missing[] {
  const undecided = ({pairs, decided}: LookedAt) => pairs - decided;
  const open = undecided(link) + undecided(clerical);
  const unanswered = strata.reduce((sum, one) => sum + undecided(one), 0);
  return [
    ...(link.decided + clerical.decided === 0 ? [{missing: 'nothing-decided'} as const] : []),
    ...(draw.length === 0 ? [{missing: 'no-sample'} as const] : []),
    ...(draw.length > 0 && sizes === undefined ? [{missing: 'sample-older'} as const] : []),
    ...(open === 0 ? [] : [{missing: 'undecided', pairs: open} as const]),
    ...(unanswered === 0 ? [] : [{missing: 'sample-undecided', pairs: unanswered} as const]),
    ...(weight === 0 ? [] : [{missing: 'decided-by-weight', pairs: weight} as const]),
  ];
}

type OfOrigin = PutPair & {readonly origin: string};

const DIFFERING = 'differing';
const UNKNOWN_ORIGIN = 'unknown';

function byOrigin(
  pairs: readonly OfOrigin[],
  strata: readonly StratumSize[] | undefined,
  {groups, atLeast}: Origins,
): readonly OriginFigures[] {
  const labels = new Map(groups.map((group) => [group.id, group.labels]));
  return [...labels.keys(), DIFFERING, UNKNOWN_ORIGIN].flatMap((origin) => {
    const isOf = (one: OfOrigin) => one.origin === origin;
    if (!labels.has(origin) && !pairs.some(isOf)) return [];
    const figures = figuresOf(pairs, strata, isOf);
    const tooFew = figures.link.decided + figures.clerical.decided < atLeast;
    return [{origin, labels: labels.get(origin), tooFew, ...figures}];
  });
}

/** Of one whose origin nobody recorded, that of the other. */
function originOf(
  [on, other]: Pair,
  origins: Origins | undefined,
  codesIn: (record: RecordNumber) => readonly Code[],
): string {
  const [one, another] = [on, other].map((record) => groupOf(codesIn(record)[0], origins));
  if (one === undefined || another === undefined) return one ?? another ?? UNKNOWN_ORIGIN;
  return one === another ? one : DIFFERING;
}

const groupOf = (code: Code | undefined, origins: Origins | undefined): string | undefined =>
  code === undefined
    ? undefined
    : (origins?.groups.find(({codes}) => codes?.includes(code)) ?? origins?.groups.find((group) => !group.codes))?.id;

export type {Estimate, LookedAt, PairFigures};
