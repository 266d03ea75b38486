/** What came of the claims of somebody's texts, as a person reads it and as `--json` says it. */
import type {LanguageTag} from '#concepts/labels';
import type {CheckWords} from '#language/check-words';
import type {Language} from '#language/language';
import type {Checked, Claim} from '#production/check-text';
import {rightSaid, whyOf} from '#production/claim-said';

export const checkJson = ({texts}: Checked, {check, tag}: Language): Readonly<Record<string, unknown>> => ({
  claims: texts.flatMap(({claims}) =>
    claims.map(({sentence, verdict, printed, right, reason}) => ({
      ...{sentence, verdict, printed, right: right ?? null, why: whyOf(reason, check.why, tag)},
    })),
  ),
});

export function checkText({texts, register, tables}: Checked, {check, tag}: Language): string {
  const held = [
    ...(register === undefined ? [] : [check.against[register.kind](register.year)]),
    ...(tables === 0 ? [] : [check.against.tables(tables)]),
  ];
  return [
    ...(held.length === 0 ? [check.against.nothing] : held),
    ...texts.map((text) => textOf(text, check, tag)),
  ].join('\n');
}

function textOf({file, claims}: Checked['texts'][number], words: CheckWords, tag: LanguageTag): string {
  const of = (verdict: Claim['verdict']) => claims.filter((claim) => claim.verdict === verdict);
  const [held, failed, open] = [of('holds'), of('fails'), of('unverified')];
  const failures = [...Map.groupBy(failed, ({sentence}) => sentence)].flatMap(([sentence, same]) => [
    '',
    `  ${sentence}`,
    ...same.map(
      ({printed, right, reason}) =>
        `  ✗ ${printed}${right === undefined ? '' : ` – ${words.right(rightSaid(right, tag))}`}: ${whyOf(reason, words.why, tag)}`,
    ),
  ]);
  const untested = [...Map.groupBy(open, ({sentence}) => sentence)].map(
    ([sentence, same]) => `  · ${same.map(({printed}) => printed).join(', ')}: ${shortened(sentence)}`,
  );
  return [
    words.summary(file, claims.length, held.length, failed.length, open.length),
    ...failures,
    ...(untested.length === 0 ? [] : ['', `  ${words.untested}`, ...untested]),
  ].join('\n');
}

const shortened = (sentence: string): string => (sentence.length > 100 ? `${sentence.slice(0, 99)}…` : sentence);
