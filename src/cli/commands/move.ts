/** `opgor move --to postgres`: the workspace's register copied between its file and a database, and both proven the same. */
import {done} from '#kit/outcome';
import {moveRegister, REGISTER_PLACES, type RegisterPlace} from '#production/move';
import type {Command} from '../command.ts';
import {movedText} from '../print-moved.ts';

const placeOf = (text: string | undefined): RegisterPlace | undefined =>
  REGISTER_PLACES.find((place) => place === text);

export const move: Command = {
  name: 'move',
  positionals: [],
  options: {
    from: {type: 'string', value: 'STORE'},
    to: {type: 'string', value: 'STORE'},
    'dry-run': {type: 'boolean'},
  },
  example: 'opgor move --to postgres',
  async run(given, {folder, language}) {
    const {misuse} = language.cli;
    const [from, to] = [given.option('from'), given.option('to')];
    if (to === undefined) return {misuse: misuse.missing('--to')};
    const place = placeOf(to);
    if (place === undefined) return {misuse: misuse.notAllowed('--to', to, REGISTER_PLACES.join(', '))};
    if (from !== undefined && placeOf(from) === undefined)
      return {misuse: misuse.notAllowed('--from', from, REGISTER_PLACES.join(', '))};
    if (from === to) return {misuse: misuse.notTogether(`--from ${to}`, `--to ${to}`)};
    const moved = await moveRegister(folder, {to: place, dryRun: given.flag('dry-run')});
    return moved.ok ? done({json: {...moved.value}, text: movedText(moved.value, language)}) : moved;
  },
};
