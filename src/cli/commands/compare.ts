/** `opgor compare EARLIER LATER`: every cell that differs between two editions of a period, and why. */
import {done, refuse} from '#kit/outcome';
import {compare as compareEditions} from '#production/compare';
import {comparedSheet} from '#production/compared-cells';
import {exists, writeWhole} from '#production/effects';
import type {Command} from '../command.ts';
import {comparedJson, comparedText} from '../print-compare.ts';

export const compare: Command = {
  name: 'compare',
  positionals: [
    {name: 'EARLIER', required: true},
    {name: 'LATER', required: true},
  ],
  options: {table: {type: 'string', value: 'ID'}, out: {type: 'string', value: 'FILE.csv'}},
  example: 'opgor compare 2013-internal-1 now --table persons-by-exploitation',
  async run(given, {effects, folder, language, resolve}) {
    const [earlier = '', later = ''] = given.positionals;
    const compared = await compareEditions(folder, {earlier, later, table: given.option('table')}, effects);
    if (!compared.ok) return compared;
    const out = given.option('out');
    const path = out === undefined ? undefined : resolve(out);
    if (path !== undefined && (await exists(path))) return refuse({reason: 'file-exists', path});
    if (path !== undefined && !(await writeWhole(path, comparedSheet(compared.value, language))))
      return refuse({reason: 'file-not-writable', path});
    const text = comparedText(compared.value, language);
    return done({
      json: {...comparedJson(compared.value), ...(path === undefined ? {} : {file: path})},
      text: path === undefined ? text : `${text}\n${language.answers.wrote(1, path)}`,
    });
  },
};
