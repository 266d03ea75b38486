/** `opgor backup`, `opgor backup to PLACE` and `opgor backup list`: the workspace written a second time, and what is there. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome} from '#kit/outcome';
import {type BackedUpAll, backUp, backUpTo} from '#production/backup';
import {listBackups} from '#production/backup-list';
import {readRecovery} from '#production/recovery-keys';
import type {Answer, Command, Context} from '../command.ts';
import {backedUpJson, backedUpLines, listedLines, profileLines} from '../print-backup.ts';

export const backup: Command = {
  name: 'backup',
  positionals: [],
  options: {},
  example: 'opgor backup',
  run: async (_, context) => answer(await backUp(context.folder, context.effects), context),
};

export const backupTo: Command = {
  name: 'backup to',
  positionals: [{name: 'PLACE', required: true}],
  options: {},
  example: 'opgor backup to /media/stick',
  run: async (given, context) =>
    answer(await backUpTo(context.folder, context.resolve(given.positionals[0] ?? ''), context.effects), context),
};

async function answer(
  written: Outcome<BackedUpAll, Refusal>,
  {folder, language}: Context,
): Promise<Outcome<Answer, Refusal>> {
  if (!written.ok) return written;
  const {places, profile} = written.value;
  const recovery = await readRecovery(folder);
  const lines = [
    ...backedUpLines(places, language),
    ...(profile === undefined ? [] : profileLines(language.backup.profileFaulty, profile, language)),
    ...(recovery?.keys.length === 0 ? [language.backup.noPaper] : []),
  ];
  return done({
    json: {places: places.map(backedUpJson), ...(profile === undefined ? {} : {profile})},
    text: lines.join('\n'),
  });
}

export const backupList: Command = {
  name: 'backup list',
  positionals: [],
  options: {},
  example: 'opgor backup list',
  async run(_, {effects, folder, language}) {
    const places = await listBackups(folder, effects);
    if (!places.ok) return places;
    const last = (await readRecovery(folder))?.drills.at(-1);
    const {backup: words} = language;
    const lines = [
      ...places.value.flatMap((place) => listedLines(place, language)),
      last === undefined ? words.noDrill : words.lastDrill(last.at.slice(0, 10), last.seconds, last.by),
    ];
    const json = places.value.map(({place, behind, versions}) => ({
      place,
      behind: behind ?? null,
      versions: versions ?? null,
    }));
    return done({json: {places: json, lastDrill: last?.at ?? null}, text: lines.join('\n')});
  },
};
