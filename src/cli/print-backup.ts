/** What became of a backup, place by place, and what a restore proved, as lines. */
import type {Language} from '#language/language';
import type {BackedUp} from '#production/backup';
import type {ListedPlace, ListedVersion} from '#production/backup-list';
import type {Restored} from '#production/restore';
import {saidOf} from './said.ts';

export function backedUpLines(all: readonly BackedUp[], language: Language): readonly string[] {
  const {backup: words} = language;
  return all.flatMap(({place, version = '', written, thinned, behind}) =>
    behind === undefined
      ? [
          written ? words.written(place, version) : words.unchanged(place, version),
          ...(thinned.length === 0 ? [] : [words.thinned(thinned.length)]),
        ]
      : [behindLine(place, behind, language)],
  );
}

export function behindLine(place: string, {since, why}: NonNullable<BackedUp['behind']>, language: Language): string {
  const {what, remedy} = saidOf(why, language);
  return language.backup.behind(place, since, `${what} ${remedy}`);
}

export const backedUpJson = ({place, version, written, thinned, behind}: BackedUp) => ({
  place,
  version: version ?? null,
  written,
  thinned,
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

export const proofLines = ({papers, proof}: Restored, {backup: words}: Language): readonly string[] => [
  ...papers.corrected.flatMap((places, i) => (places.length === 0 ? [] : [words.corrected(places, i + 1)])),
  ...(proof.differing.length === 0
    ? [words.proof(proof.files, proof.rows), words.proofEdition(proof.edition)]
    : [words.proofDiffers(proof.differing)]),
];

export const restoredJson = ({workspace, version, made, papers, proof}: Restored) => ({
  workspace,
  version,
  made,
  opened: papers,
  proof: {...proof, edition: proof.edition ?? null},
});
