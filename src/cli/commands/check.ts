/** `opgor check FILES…`: the figures and claims of anyone's text, tested; needs no workspace and keeps nothing. */
import {done} from '#kit/outcome';
import {checkFiles} from '#production/check-text';
import type {Command} from '../command.ts';
import {isMisuse, kindOf} from '../options.ts';
import {checkJson, checkText} from '../print-check.ts';

export const check: Command = {
  name: 'check',
  positionals: [{name: 'FILES…', required: true, many: true}],
  options: {
    year: {type: 'string', value: 'YEAR'},
    edition: {type: 'string', value: 'KIND'},
    against: {type: 'string', value: 'FILE', multiple: true},
  },
  example: 'opgor check press-release.docx --dir office --year 2013',
  async run(given, {effects, folder, language, progress, resolve}) {
    const {misuse} = language.cli;
    const year = given.option('year');
    if (year !== undefined && !/^[12]\d{3}$/.test(year)) return {misuse: misuse.notAllowed('--year', year, 'YYYY')};
    const kind = kindOf(given, language);
    if (isMisuse(kind)) return kind;
    const register = given.option('dir') !== undefined;
    if (kind !== undefined && !register) return {misuse: misuse.missing('--dir WORKSPACE')};
    const checked = await checkFiles(
      {
        files: given.positionals.map(resolve),
        against: given.all('against').map(resolve),
        workspace: register ? folder : undefined,
        year: year === undefined ? undefined : Number(year),
        kind: kind ?? 'internal',
      },
      effects,
      progress,
    );
    if (!checked.ok) return checked;
    return done(
      given.flag('json')
        ? {json: checkJson(checked.value, language), text: ''}
        : {json: {}, text: checkText(checked.value, language)},
    );
  },
};
