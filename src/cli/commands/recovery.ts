/** `opgor recovery`: the recovery form again, while the key is still here. */
import {done} from '#kit/outcome';
import {recovery as recoveryOf} from '#production/casework';
import type {Command} from '../command.ts';
import {recoveryText} from '../recovery-text.ts';

export const recovery: Command = {
  name: 'recovery',
  positionals: [],
  options: {},
  example: 'opgor recovery --dir office',
  async run(_given, {effects, folder, language}) {
    const form = await recoveryOf(folder, effects);
    return form.ok ? done({json: {recovery: form.value}, text: recoveryText(form.value, language)}) : form;
  },
};
