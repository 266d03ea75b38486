/** `opgor attack`: what can be worked out of published tables, anyone's; needs no workspace and keeps nothing. */
import {done} from '#kit/outcome';
import {attackFiles} from '#production/attack';
import type {Command} from '../command.ts';
import {attackJson, attackText} from '../print-attack.ts';

const SECONDS = 60;

export const attack: Command = {
  name: 'attack',
  positionals: [{name: 'FILES…', required: true, many: true}],
  options: {
    mapping: {type: 'string', value: 'FILE'},
    'smallest-shown': {type: 'string', value: 'NUMBER'},
    'time-limit': {type: 'string', value: 'SECONDS'},
  },
  example: 'opgor attack victims-by-sex.csv victims-by-age.csv --json',
  async run(given, {language, progress, resolve}) {
    const {misuse} = language.cli;
    const wrong = (option: 'smallest-shown' | 'time-limit') => {
      const said = given.option(option);
      return said !== undefined && !/^\d{1,9}$/.test(said)
        ? {misuse: misuse.notAllowed(`--${option}`, said, option === 'time-limit' ? '60' : '0')}
        : undefined;
    };
    const fault = wrong('smallest-shown') ?? wrong('time-limit');
    if (fault !== undefined) return fault;
    const mapping = given.option('mapping');
    const smallest = given.option('smallest-shown');
    const attacked = await attackFiles(
      {
        files: given.positionals.map(resolve),
        mappingFile: mapping === undefined ? undefined : resolve(mapping),
        smallestShown: smallest === undefined ? undefined : Number(smallest),
        seconds: Number(given.option('time-limit') ?? SECONDS),
      },
      progress,
    );
    if (!attacked.ok) return attacked;
    return done(
      given.flag('json')
        ? {json: attackJson(attacked.value, language), text: ''}
        : {json: {}, text: attackText(attacked.value, language)},
    );
  },
};
