/** `opgor init DIR --profile P`: a new workspace, and the recovery form of its key. */
import {done} from '#kit/outcome';
import {initWorkspace} from '#production/casework';
import type {Command} from '../command.ts';
import {recoveryText} from '../recovery-text.ts';

export const init: Command = {
  name: 'init',
  positionals: [{name: 'DIR', required: true}],
  options: {profile: {type: 'string', value: 'PROFILE'}, synthetic: {type: 'boolean'}},
  example: 'opgor init office --profile denmark',
  async run(given, {effects, language, resolve}) {
    const profile = given.option('profile');
    if (profile === undefined) return {misuse: language.cli.misuse.missing('--profile')};
    const folder = resolve(given.positionals[0] ?? '');
    const made = await initWorkspace(
      folder,
      {profile, profilePath: resolve(profile), synthetic: given.flag('synthetic')},
      effects,
    );
    if (!made.ok) return made;
    const {workspace, key, recovery} = made.value;
    return done({
      json: {workspace: workspace.folder, profile: workspace.profile.id, key},
      text: `${language.answers.initialised(workspace.folder, key)}\n\n${recoveryText(recovery, language)}`,
    });
  },
};
