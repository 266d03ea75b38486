/** `opgor profile check [DIR]`: every fault of a profile at once. Sound: 0. Faulty: refused. */
import {done, refuse} from '#kit/outcome';
import {checkProfileFolder} from '#production/check-profile';
import type {Command} from '../command.ts';

export const profileCheck: Command = {
  name: 'profile check',
  positionals: [{name: 'DIR', required: false}],
  options: {},
  example: 'opgor profile check profiles/denmark',
  async run({positionals: [given]}, {effects, folder, language, resolve}) {
    const checked = await checkProfileFolder(given === undefined ? undefined : resolve(given), given, folder, effects);
    if (!checked.ok) return checked;
    const {files, findings} = checked.value;
    if (findings.some(({severity}) => severity === 'error')) return refuse({reason: 'profile-faulty', findings});
    return done({json: {files, findings}, text: language.answers.profileSound(files)});
  },
};
