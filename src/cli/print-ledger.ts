/** The editions' ledger as a person reads it. */
import {periodId} from '#concepts/period';
import type {Language} from '#language/language';
import type {PersonLedger} from '#production/ledger';
import type {EditionSum} from '#production/ledger-sum';

interface Told {
  readonly edition: string;
  readonly cutOff: string;
  readonly profile: {readonly id: string; readonly version: string};
}

const head = ({edition, cutOff, profile}: Told, {revisions}: Language): string =>
  revisions.ledger.edition(edition, cutOff.slice(0, 10), `${profile.id} ${profile.version}`);

export function personLedgerText({record, editions, late}: PersonLedger, language: Language): string {
  const {ledger} = language.revisions;
  if (editions.length === 0) return ledger.none;
  return [
    ledger.ofPerson(record),
    ...editions.flatMap((one) => [
      `  ${head(one, language)}`,
      ...(one.known ? one.periods.flatMap((period) => periodLines(period, language)) : [`    ${ledger.unknownThen}`]),
    ]),
    ...(late.length === 0 ? [] : [`  ${ledger.late}`]),
    ...late.map(
      ({on, by, outcome, recordedAt, editions: missed}) =>
        `    ${ledger.lateFor(`${on} ${by} (${outcome})`, recordedAt.slice(0, 10), missed.join(', '))}`,
    ),
  ].join('\n');
}

type PeriodTold = PersonLedger['editions'][number]['periods'][number];

function periodLines(
  {period, reason, on, codes, rules}: PeriodTold,
  {answers, revisions}: Language,
): readonly string[] {
  const {ledger} = revisions;
  const counted = reason === 'counted';
  const authority = codes?.authority?.join(', ') ?? '–';
  const what = counted
    ? ledger.counted(periodId(period), authority, on ?? '')
    : answers.reasons[reason](periodId(period));
  return [`    ${what}`, ...(counted ? [`      ${ledger.underRules(rules.join(', '))}`] : [])];
}

export function sumLedgerText(sums: readonly EditionSum[], language: Language): string {
  const {ledger, reasons} = language.revisions;
  if (sums.length === 0) return ledger.none;
  return sums
    .flatMap((one) => [
      head(one, language),
      `  ${ledger.countedThen(one.counted)}; ${ledger.lateSince(one.late)}; ${ledger.countedNow(one.countedNow)}`,
      ...one.since.map(({reason, joined, left}) => `    ${ledger.since(reasons[reason], joined, left)}`),
    ])
    .join('\n');
}
