/** `opgor editions`: every edition of the workspace and how it stands. */
import {done} from '#kit/outcome';
import {calendar} from '#production/edition-calendar';
import {checkWorkspace} from '#production/edition-check';
import {openEditions} from '#production/editions';
import {openWorkspace} from '#production/workspace';
import type {Command} from '../command.ts';
import {editionJson, editionText} from '../print-edition.ts';

export const editions: Command = {
  name: 'editions',
  positionals: [],
  options: {check: {type: 'boolean'}},
  example: 'opgor editions --check',
  async run(given, {effects, folder, language}) {
    const workspace = await openWorkspace(folder);
    if (!workspace.ok) return workspace;
    const now = effects.now();
    if (given.flag('check')) {
      const checked = await checkWorkspace(folder, now);
      if (!checked.ok) return checked;
    }
    const opened = await openEditions(folder, now);
    if (!opened.ok) return opened;
    const planned = await calendar(folder, now);
    if (!planned.ok) return planned;
    const days = new Map(planned.value.map(({edition, punctuality}) => [edition, punctuality]));
    const {editions: words} = language;
    const all = opened.value.all();
    const text = all.map((record) => {
      const late = days.get(record.id);
      const line = editionText(record, language);
      return late === undefined
        ? line
        : `${line}\n  ${words.punctuality(record.id, record.releasedAt?.slice(0, 10), late)}`;
    });
    return done({
      json: {editions: all.map((record) => ({...editionJson(record), punctuality: days.get(record.id)}))},
      text: all.length === 0 ? words.none : text.join('\n'),
    });
  },
};
