/** `opgor audit verify`: every line of the access log follows from the one before, or the first that does not is named. */
import {done} from '#kit/outcome';
import {checkAccessLog} from '#production/access-log';
import type {Command} from '../command.ts';

export const auditVerify: Command = {
  name: 'audit verify',
  positionals: [],
  options: {},
  example: 'opgor audit verify --dir cases',
  async run(_, {folder, language}) {
    const checked = await checkAccessLog(folder);
    if (!checked.ok) return checked;
    const {number, head} = checked.value;
    return done({json: {events: number, head}, text: language.cli.logHolds(number, head ?? '–')});
  },
};
