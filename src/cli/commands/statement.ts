/** `opgor statement YEAR`: the statement of a year, or of any period, in every medium. */
import {periodId} from '#concepts/period';
import {done} from '#kit/outcome';
import {statement as compileStatement} from '#production/statistics';
import type {Command} from '../command.ts';
import {instantOf, isMisuse, kindOf, languagesOf, mediaOf, periodOf} from '../options.ts';
import {compiledJson, compiledText} from '../print-compiled.ts';

export const statement: Command = {
  name: 'statement',
  positionals: [{name: 'YEAR', required: false}],
  options: {
    from: {type: 'string', value: 'DAY'},
    to: {type: 'string', value: 'DAY'},
    'as-at': {type: 'string', value: 'MOMENT'},
    language: {type: 'string', value: 'da,en'},
    media: {type: 'string', value: 'html,pdf,docx'},
    edition: {type: 'string', value: 'KIND'},
    strict: {type: 'boolean'},
    out: {type: 'string', value: 'DIR'},
  },
  example: 'opgor statement 2013 --language da,en --out statement-2013',
  async run(given, {effects, folder, language, progress, resolve}) {
    const period = periodOf(given, given.positionals[0], language);
    if (isMisuse(period)) return period;
    if (period === undefined) return {misuse: language.cli.misuse.missing('YEAR')};
    const asAt = instantOf(given, 'as-at', language);
    if (isMisuse(asAt)) return asAt;
    const languages = languagesOf(given, language);
    if (isMisuse(languages)) return languages;
    const out = resolve(given.option('out') ?? `statement-${periodId(period)}`);
    const kind = kindOf(given, language);
    if (isMisuse(kind)) return kind;
    const media = mediaOf(given, language);
    if (isMisuse(media)) return media;
    const request = {
      media,
      period,
      languages,
      asAt,
      strict: given.flag('strict'),
      kind,
      out,
    };
    const compiled = await compileStatement(folder, request, effects, progress);
    return compiled.ok
      ? done({json: compiledJson(compiled.value), text: compiledText(compiled.value, language)})
      : compiled;
  },
};
