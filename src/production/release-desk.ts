/** What whoever prepares an edition must know before it is prepared: what stands in its way, what it would be called, what it may correct. */
import {type EditionId, type EditionKind, editionId} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import {type Period, periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome} from '#kit/outcome';
import {textFaults} from './check-profile.ts';
import {composedFor, countedStatement} from './counted-statement.ts';
import {distinctFindings} from './distinct-findings.ts';
import {correctable} from './edition-corrections.ts';
import {readFrozen} from './edition-profile.ts';
import {movedBy, type OpenQuestions, openQuestionsOf} from './edition-questions.ts';
import {type EditionRecord, openEditions} from './editions.ts';
import type {Effects} from './effects.ts';
import {type Headline, headlinesOf} from './headlines.ts';
import {type Naming, namingOf} from './naming.ts';
import {openRegister, withStore} from './workspace.ts';

export interface ReleaseDesk {
  readonly period: Period;
  readonly kind: EditionKind;
  /** What the next edition of the period and kind is called. */
  readonly next: EditionId;
  /** The profile's. */
  readonly languages: readonly LanguageTag[];
  /** The register's latest: what is recorded until then is counted, unless an earlier moment is named. */
  readonly latest: Instant | undefined;
  readonly findings: readonly Finding[];
  readonly naming: Naming;
  readonly headlines: Readonly<Record<LanguageTag, readonly Headline[]>>;
  /** What an edition is released with by choice alone. */
  readonly open: OpenQuestions | undefined;
  readonly moved: {readonly low: number; readonly high: number} | undefined;
  /** Of the period and kind: those that wait for approval, and those that may be corrected. */
  readonly waiting: readonly EditionRecord[];
  readonly correctable: readonly EditionRecord[];
}

/** Nothing is written. Refused: as a statement is, and `log-faulty`. */
export const releaseDesk = async (
  folder: string,
  {period, kind}: {readonly period: Period; readonly kind: EditionKind},
  effects: Effects,
): Promise<Outcome<ReleaseDesk, Refusal>> =>
  withStore(await openRegister(folder), async (register) => {
    const editions = await openEditions(folder, effects.now());
    if (!editions.ok) return editions;
    const frozen = await readFrozen(folder);
    if (!frozen.ok) return frozen;
    const counted = await countedStatement(register, {period, kind}, effects);
    if (!counted.ok) return counted;
    const {profile, store} = register;
    const {draft, request} = counted.value;
    const {findings} = composedFor(counted.value, profile);
    const told = distinctFindings([...findings, ...textFaults(frozen.value.files)]);
    const open = openQuestionsOf({counted: draft.counted, findings: told});
    const own = editions.value.all().filter((one) => one.kind === kind && periodId(one.period) === periodId(period));
    return done({
      period,
      kind,
      next: editionId(period, kind, own.length + 1),
      languages: profile.languages,
      latest: await store.latest(),
      findings: told,
      naming: namingOf(profile),
      headlines: {
        da: headlinesOf(draft, profile, request, 'da'),
        en: headlinesOf(draft, profile, request, 'en'),
      },
      open,
      moved: open && movedBy(open),
      waiting: own.filter(({state}) => state === 'validated'),
      correctable: own.filter(({id}) => correctable(editions.value, id).ok),
    });
  });
