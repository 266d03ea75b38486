/**
 * The run, in the order of GSBPM 5.2. Read this file first.
 *
 *   person files       the register, as it stood at the cut-off
 *        │  5.5  derive units               register/deidentify: the one door out of the closed rooms
 *   unit records       one per person and period, no names
 *        │  5.7  calculate aggregates       tabulation
 *   cubes
 *        │  6.2  validate outputs           every identity between tables, every table recounted in SQL
 *        │  6.4  apply disclosure control   the whole statement at once
 *   protected cubes
 *        │  6.1  compose                    the profile's text, every figure bound to a cell
 *   statements         one per language, each finding where it stands
 *        │  7.2  produce dissemination products: `publish.ts`
 */
import type {Finding} from '#concepts/finding';
import type {Labels, LanguageTag} from '#concepts/labels';
import type {Period} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import type {Perturbation} from '#disclosure/perturb';
import {isPerturbing, type Policy} from '#disclosure/policy';
import {type ProtectedCube, protect} from '#disclosure/protect';
import type {Against, Protection} from '#disclosure/withhold';
import {compareStatements} from '#document/compare-statements';
import type {Remark, Statement} from '#document/statement';
import type {Instant} from '#kit/instant';
import type {KeyedDigest} from '#kit/keyed-digest';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import type {PersonFile} from '#register/person-file';
import type {Cube} from '#tabulation/cube';
import {spanOf} from '#tabulation/identities';
import type {Proof} from '#tabulation/proof';
import {composeAll} from './compose-all.ts';
import {type Counted, count} from './count.ts';
import {distinctFindings} from './distinct-findings.ts';
import type {CountedBefore} from './earlier-printings.ts';
import {type IdentityRange, uncertaintyTables} from './identity-ranges.ts';
import {withNotes} from './noted.ts';
import type {Progress} from './progress.ts';
import {prove, type Recount} from './prove.ts';
import {unitsAlone} from './units-alone.ts';

export interface Request {
  readonly period: Period;
  readonly languages: readonly LanguageTag[];
  /** The register is read as it stood then. */
  readonly cutOff: Instant;
  readonly policy: Policy;
  /** Who attacks a public edition before it is one. */
  readonly highs?: Against['highs'] | undefined;
  /** Editions that a reader may have beside a public one. */
  readonly earlier?: Against['earlier'] | undefined;
  /** The office's secret, by which figures are changed where the policy changes them. */
  readonly chance?: KeyedDigest | undefined;
  /** Whom public editions counted that changed their figures in the same way. */
  readonly changedBefore?: readonly CountedBefore[] | undefined;
  /** With the limits of every withheld figure. */
  readonly explain?: boolean | undefined;
  readonly synthetic: boolean;
  /** Refuse while a finding of severity error stands: what a release uses. */
  readonly strict: boolean;
  /** Its name and version; `producedBy` has the profile's too, for files that are in no language. */
  readonly program: string;
  readonly producedBy: string;
  /** What was found about the register's inputs before anything was counted. */
  readonly found: readonly Finding[];
  /** What became of the figures of earlier editions. */
  readonly revisions: readonly Cube[];
  /** How far open questions of identity can move the number of persons and of repeats. */
  readonly identities: IdentityRange;
  readonly corrects: Correction | undefined;
  /** Colleagues' remarks on sentences of each language. */
  readonly remarks?: Readonly<Partial<Record<LanguageTag, readonly Remark[]>>> | undefined;
  /** Told of each statement as soon as it is composed, before it is known whether all may be published. */
  readonly composed?: ((statement: Statement) => void) | undefined;
}

/** An edition that this one corrects, and why, in each language of the statement. */
export interface Correction {
  readonly edition: string;
  readonly erratum: Erratum;
}

export type Erratum = Readonly<Partial<Labels>>;

/** A statement before it is laid out, with all that was proven and found about it. */
export interface Draft {
  readonly counted: Counted;
  readonly cubes: readonly ProtectedCube[];
  readonly protection: Protection | undefined;
  readonly perturbation: Perturbation | undefined;
  readonly proofs: readonly Proof[];
  /** Cells counted a second way, in SQL. */
  readonly recounted: number;
  readonly statements: readonly Statement[];
  readonly findings: readonly Finding[];
  /** Those of them that were found before anything was composed: no text mends them. */
  readonly beforeText: readonly Finding[];
}

/** What is public already is told; what is not known to be guarded stands in the way. */
const unguardedFindings = ({exposed, unproven}: Protection): readonly Finding[] => [
  ...(exposed.length === 0
    ? []
    : [{rule: 'disclosure-exposed', severity: 'warning', facts: {numbers: exposed.length}} as const]),
  ...(unproven.length === 0
    ? []
    : [{rule: 'disclosure-unproven', severity: 'error', facts: {numbers: unproven.length}} as const]),
];

/** Seconds after which the attack gives up, and nothing is proven. */
const LONGEST = 600;

/** All that is counted, as it is told, with what became of earlier figures and how far open questions move them. */
export const tablesOf = (counted: Counted, profile: Profile, request: Request): readonly Cube[] => [
  ...withNotes(counted, profile, request.policy.edition),
  ...request.revisions,
  ...uncertaintyTables(profile, counted, request.identities),
];

/** What a public edition is protected against; undefined of one that nobody attacks. */
export const againstAttack = (
  counted: Counted,
  profile: Profile,
  {highs, earlier = [], explain = false}: Request,
  progress: Progress,
): Against | undefined =>
  highs && {
    ...{definitions: profile, earlier, highs, explain},
    spanOf: (unit, period) => spanOf(unit, period, counted.units),
    effort: {secondsLeft: () => LONGEST, progress: (done, of) => progress({stage: 'solve', done, of})},
  };

export async function produce(
  files: () => AsyncIterable<PersonFile>,
  profile: Profile,
  request: Request,
  recount: Recount,
  progress: Progress,
): Promise<Outcome<Draft, Refusal>> {
  const counted = await count(files, profile, request.period, progress);
  const recounting = recount(counted);
  // Where the tables are refused, nobody asks how the recount went.
  recounting.catch(() => undefined);
  const {proofs, findings: unproven} = await prove(counted, profile, progress);

  const cubes = tablesOf(counted, profile, request);
  const units =
    isPerturbing(request.policy) && request.chance !== undefined
      ? await unitsAlone(counted, profile, request.chance, request.changedBefore ?? [])
      : undefined;
  const published = protect(cubes, request.policy, againstAttack(counted, profile, request, progress), units);
  if (!published.ok) return published;

  // Composed while the recount goes on, and anew where it differs.
  const {protection, perturbation} = published.value;
  const unguarded = protection === undefined ? [] : unguardedFindings(protection);
  const known = [...request.found, ...unproven, ...counted.findings, ...unguarded];
  const composed = composeAll(published.value.cubes, profile, request, known, progress, perturbation);
  const {cells: recounted, findings: differing} = await recounting;
  const tableFindings = [...known, ...differing];
  const statements =
    differing.length === 0
      ? composed
      : composeAll(published.value.cubes, profile, request, tableFindings, progress, perturbation);
  const findings = distinctFindings([
    ...tableFindings,
    ...statements.flatMap((statement) => statement.findings),
    ...compareStatements(statements),
  ]);
  const inTheWay = findings.filter(({severity}) => severity === 'error');
  if (request.strict && inTheWay.length > 0) return refuse({reason: 'findings-stand', findings: inTheWay});
  return done({
    counted,
    cubes: published.value.cubes,
    protection,
    perturbation,
    proofs,
    recounted,
    statements,
    findings,
    beforeText: tableFindings,
  });
}
