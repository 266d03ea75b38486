/** `opgor restore PLACE --to DIR` and `opgor drill [PLACE]`: the workspace from a backup and what is on paper, for need and for practice. */
import {done} from '#kit/outcome';
import {drill as rehearse} from '#production/drill';
import {restore as restoreFrom} from '#production/restore';
import {settingsOf} from '#production/workspace';
import type {Command} from '../command.ts';
import {isMisuse} from '../options.ts';
import {withPapers} from '../papers.ts';
import {proofLines, restoredJson} from '../print-backup.ts';

export const restore: Command = {
  name: 'restore',
  positionals: [{name: 'PLACE', required: true}],
  options: {
    to: {type: 'string', value: 'DIR'},
    version: {type: 'string', value: 'VERSION'},
    paper: {type: 'string', multiple: true, value: 'FILE'},
    'dry-run': {type: 'boolean'},
  },
  example: 'opgor restore /media/stick --to office',
  async run(given, context) {
    const {effects, language, progress, resolve} = context;
    const [to, dryRun] = [given.option('to'), given.flag('dry-run')];
    if (to === undefined) return {misuse: language.cli.misuse.missing('--to DIR')};
    const place = resolve(given.positionals[0] ?? '');
    const [target, version] = [resolve(to), given.option('version')];
    const restored = await withPapers(given, context, (papers) =>
      restoreFrom({place, version, papers, to: target, dryRun}, effects, progress),
    );
    if (isMisuse(restored) || !restored.ok) return restored;
    const {key, ...rest} = restored.value;
    const {backup: words} = language;
    const text = [
      dryRun ? words.couldRestore(rest.version, rest.made) : words.restored(target, rest.version, rest.made),
      ...proofLines(rest, language),
      ...(key === undefined ? [] : [words.keyKept(key)]),
    ];
    return done({
      json: {...restoredJson(rest), folder: dryRun ? null : target, key: key ?? null, dryRun},
      text: text.join('\n'),
    });
  },
};

export const drill: Command = {
  name: 'drill',
  positionals: [{name: 'PLACE', required: false}],
  options: {
    version: {type: 'string', value: 'VERSION'},
    paper: {type: 'string', multiple: true, value: 'FILE'},
    by: {type: 'string', value: 'NAME'},
  },
  example: 'opgor drill --by "Anne Holm"',
  async run(given, context) {
    const {effects, folder, language, progress, resolve} = context;
    const [named] = given.positionals;
    const place = named === undefined ? (await settingsOf(folder))?.backup?.to[0] : resolve(named);
    if (place === undefined) return {misuse: language.cli.misuse.missing('PLACE')};
    const by = given.option('by') ?? effects.user();
    const drilled = await withPapers(given, context, (papers) =>
      rehearse(folder, {place, version: given.option('version'), papers, by}, effects, progress),
    );
    if (isMisuse(drilled) || !drilled.ok) return drilled;
    const {seconds, recorded, ...rest} = drilled.value;
    const {backup: words} = language;
    const text = [words.drilled(seconds, rest.version), ...proofLines(rest, language), words.drillRecorded(recorded)];
    return done({json: {...restoredJson(rest), seconds, recorded}, text: text.join('\n')});
  },
};
