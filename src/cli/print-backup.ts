/** What became of a backup, place by place, and what a restore proved, as lines. */
import type {Refusal} from '#concepts/refusal';
import type {Language} from '#language/language';
import {findingLine, saidOf} from '#language/said';
import type {BackedUp} from '#production/backup';
import type {Forgot} from '#production/backup-forget';
import type {ListedPlace, ListedVersion} from '#production/backup-list';
import {momentOfVersion} from '#production/backup-place';
import type {Restored} from '#production/restore';

export function backedUpLines(all: readonly BackedUp[], language: Language): readonly string[] {
  const {backup: words} = language;
  return all.flatMap(({place, version = '', written, thinned, erased, behind}) =>
    behind === undefined
      ? [
          written ? words.written(place, version) : words.unchanged(place, version),
          ...(thinned.length === 0 ? [] : [words.thinned(thinned.length)]),
          ...(erased.length === 0 ? [] : [words.erasedGone(erased.length)]),
        ]
      : [behindLine(place, behind, language)],
  );
}

export function behindLine(place: string, {since, why}: NonNullable<BackedUp['behind']>, language: Language): string {
  const {what, remedy} = saidOf(why, language);
  return language.backup.behind(place, since, `${what} ${remedy}`);
}

export const backedUpJson = ({place, version, written, thinned, erased, behind}: BackedUp) => ({
  place,
  version: version ?? null,
  written,
  thinned,
  erased,
  ...(behind === undefined ? {} : {behind}),
});

export function listedLines(
  {place, behind, versions}: ListedPlace,
  {backup: words, refusals}: Language,
): readonly string[] {
  const late = behind === undefined ? [] : [words.behind(place, behind, '').trim()];
  if (versions === undefined)
    return [place, `  ${refusals['place-not-there']({reason: 'place-not-there', place}).what}`, ...late];
  const lines = versions.toReversed().map((one) => `  ${versionLine(one, words)}`);
  return [place, ...(lines.length === 0 ? [`  ${words.noVersions}`] : lines), ...late];
}

function versionLine({version, made, state, program, files, bytes}: ListedVersion, words: Language['backup']): string {
  if (state === 'whole') return words.versionLine(version, made, files ?? 0, bytes ?? 0);
  return `${version}  ${made}  ${state === 'newer' ? words.newerProgram(program ?? '') : words.versionState[state]}`;
}

/** That a profile cannot be worked with, file by file. */
export function profileLines(said: string, fault: Refusal, language: Language): readonly string[] {
  const findings = 'findings' in fault ? fault.findings.map((finding) => findingLine(finding, language)) : [];
  return [said, ...(findings.length === 0 ? [saidOf(fault, language).what] : findings)];
}

export const proofLines = ({papers, proof}: Restored, language: Language): readonly string[] => {
  const {backup: words} = language;
  return [
    ...papers.corrected.flatMap((places, i) => (places.length === 0 ? [] : [words.corrected(places, i + 1)])),
    ...(proof.differing.length === 0
      ? [words.proof(proof.files, proof.rows), words.proofEdition(proof.edition)]
      : [words.proofDiffers(proof.differing)]),
    ...(proof.profile === undefined ? [] : profileLines(language.backup.profileAsItWas, proof.profile, language)),
  ];
};

export const restoredJson = ({workspace, version, made, papers, proof}: Restored) => ({
  workspace,
  version,
  made,
  opened: papers,
  proof: {...proof, edition: proof.edition ?? null, profile: proof.profile ?? null},
});

export function forgotLines(
  {place, reached, versions, bytes, left, opens, places}: Forgot,
  {isAll, dryRun}: {readonly isAll: boolean; readonly dryRun: boolean},
  {backup: words}: Language,
): readonly string[] {
  const [first = '', last = ''] = [left[0], left.at(-1)].map((one) => one && momentOfVersion(one).slice(0, 10));
  return [
    ...(reached ? [words.forgot(versions.length, bytes, place, dryRun)] : []),
    ...(isAll ? [words.forgotPlace(place, reached, dryRun)] : [words.leftThere(left.length, first, last)]),
    opens === undefined ? words.nothingOpens : words.opens(opens.version, opens.place),
    words.stillWritten(places),
  ];
}
