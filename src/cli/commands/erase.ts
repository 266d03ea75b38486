/** `opgor erase RECORD --reason TEXT`: destroys an identity. Asked twice, since it cannot be undone. */
import {done, refuse} from '#kit/outcome';
import {erase as eraseIdentity} from '#production/casework';
import {leftBehind} from '#production/register-place';
import {settingsOf} from '#production/workspace';
import type {Command} from '../command.ts';

export const erase: Command = {
  name: 'erase',
  positionals: [{name: 'RECORD', required: true}],
  options: {
    reason: {type: 'string', value: 'TEXT'},
    yes: {type: 'boolean'},
    by: {type: 'string', value: 'NAME'},
  },
  example: 'opgor erase P-000012-4 --reason "request of 3 March"',
  async run(given, {effects, folder, language, ask}) {
    const [record = ''] = given.positionals;
    const reason = given.option('reason');
    if (reason === undefined || reason.trim() === '') return {misuse: language.cli.misuse.missing('--reason')};
    if (!given.flag('yes')) {
      if (ask === undefined) return {misuse: language.cli.misuse.missing('--yes')};
      const typed = await ask(language.answers.eraseSure(record));
      if (typed === undefined) return refuse({reason: 'not-answered'});
      if (typed !== record) return refuse({reason: 'not-confirmed', record});
    }
    const erased = await eraseIdentity(
      folder,
      {record, reason, recordedBy: given.option('by') ?? effects.user()},
      effects,
    );
    if (!erased.ok) return erased;
    const settings = await settingsOf(folder);
    const left = settings && (await leftBehind({folder, settings}));
    const text = [
      language.answers.erased(erased.value),
      ...(left === undefined ? [] : [language.database.notErasedIn(left)]),
    ];
    return done({json: {record: erased.value, leftBehind: left ?? null}, text: text.join('\n')});
  },
};
