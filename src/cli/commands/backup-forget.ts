/** `opgor backup forget PLACE`: versions taken away by hand, or the place given up, and what then remains. */
import {done} from '#kit/outcome';
import {DAY_EXAMPLES, typedDay} from '#language/days';
import type {Language} from '#language/language';
import {type Forgotten, forget} from '#production/backup-forget';
import type {Command, Given, Misuse} from '../command.ts';
import {isMisuse} from '../options.ts';
import {forgotLines} from '../print-backup.ts';

export const backupForget: Command = {
  name: 'backup forget',
  positionals: [{name: 'PLACE', required: true}],
  options: {
    version: {type: 'string', multiple: true, value: 'VERSION'},
    before: {type: 'string', value: 'DAY'},
    all: {type: 'boolean'},
    'even-the-last': {type: 'boolean'},
    'dry-run': {type: 'boolean'},
  },
  example: 'opgor backup forget /media/stick --before 01-01-2014 --dry-run',
  async run(given, {effects, folder, language, resolve}) {
    const what = forgottenOf(given, language);
    if (isMisuse(what)) return what;
    const [evenLast, dryRun] = [given.flag('even-the-last'), given.flag('dry-run')];
    const place = resolve(given.positionals[0] ?? '');
    const forgot = await forget(folder, {place, what, evenLast, dryRun}, effects);
    if (!forgot.ok) return forgot;
    const isAll = 'everything' in what;
    return done({
      json: {...forgot.value, opens: forgot.value.opens ?? null, dryRun},
      text: forgotLines(forgot.value, {isAll, dryRun}, language).join('\n'),
    });
  },
};

/** One of the three, and no two of them. */
function forgottenOf(given: Given, {cli: {misuse}}: Language): Forgotten | Misuse {
  const [versions, before] = [given.all('version'), given.option('before')];
  const asked = [
    ...(versions.length > 0 ? ['--version'] : []),
    ...(before === undefined ? [] : ['--before']),
    ...(given.flag('all') ? ['--all'] : []),
  ];
  const [one, other] = asked;
  if (one === undefined) return {misuse: misuse.missing('--version VERSION, --before DAY, --all')};
  if (other !== undefined) return {misuse: misuse.notTogether(one, other)};
  if (versions.length > 0) return {versions};
  if (before === undefined) return {everything: true};
  const day = typedDay(before);
  return day === undefined ? {misuse: misuse.notAllowed('--before', before, DAY_EXAMPLES)} : {before: day};
}
