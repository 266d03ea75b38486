/** `opgor text import FILE`: the wording a colleague gave the statement in a word processor, taken into the profile's text. */
import {done} from '#kit/outcome';
import {importText} from '#production/text-import';
import type {Command} from '../command.ts';
import {isMisuse, languagesOf, periodOf} from '../options.ts';
import {importedJson, importedText} from '../print-text.ts';

export const textImport: Command = {
  name: 'text import',
  positionals: [{name: 'FILE', required: true}],
  options: {
    'dry-run': {type: 'boolean'},
    'accept-all': {type: 'boolean'},
    accept: {type: 'string', multiple: true, value: 'NAME'},
    year: {type: 'string', value: 'YEAR'},
    language: {type: 'string', value: 'da'},
  },
  example: 'opgor text import statement.da.docx --dry-run',
  async run(given, {effects, folder, language, progress, resolve}) {
    const {misuse} = language.cli;
    const period = periodOf(given, given.option('year'), language);
    if (isMisuse(period)) return period;
    const languages = languagesOf(given, language);
    if (isMisuse(languages)) return languages;
    const [only, other] = languages ?? [];
    if (other !== undefined)
      return {misuse: misuse.notAllowed('--language', given.option('language') ?? '', 'da | en')};
    const names = given.all('accept');
    if (given.flag('accept-all') && names.length > 0) return {misuse: misuse.notTogether('--accept-all', '--accept')};
    const request = {
      path: resolve(given.positionals[0] ?? ''),
      dryRun: given.flag('dry-run'),
      accept: given.flag('accept-all') ? ('all' as const) : names,
      period,
      language: only,
    };
    const imported = await importText(folder, request, effects, progress);
    return imported.ok
      ? done({json: importedJson(imported.value), text: importedText(imported.value, language)})
      : imported;
  },
};
