/** `opgor text list`, `preview` and `change`: the office's text for those who never see its notation. */
import type {LanguageTag} from '#concepts/labels';
import {done} from '#kit/outcome';
import type {Language} from '#language/language';
import {type Change, changeText, listText, previewText} from '#production/text-list';
import type {Command, Given, Misuse} from '../command.ts';
import {isMisuse, languagesOf} from '../options.ts';
import {changedJson, changedText, listedJson, listedText, previewedJson, previewedText} from '../print-text-list.ts';

const LANGUAGE = {type: 'string', value: 'da'} as const;
const YEAR = {type: 'string', value: 'YEAR'} as const;

export const textList: Command = {
  name: 'text list',
  positionals: [{name: 'SECTION', required: false}],
  options: {language: LANGUAGE, year: YEAR},
  example: 'opgor text list total --year 2013',
  async run(given, {effects, folder, language, progress}) {
    const asked = askedOf(given, language);
    if (isMisuse(asked)) return asked;
    const listed = await listText(folder, {...asked, section: given.positionals[0]}, effects, progress);
    return listed.ok
      ? done({json: listedJson(listed.value, language), text: listedText(listed.value, language)})
      : listed;
  },
};

export const textPreview: Command = {
  name: 'text preview',
  positionals: [{name: 'SENTENCE', required: true}],
  options: {language: LANGUAGE, year: YEAR},
  example: 'opgor text preview total.2 --year 2013',
  async run(given, {effects, folder, language, progress}) {
    const asked = askedOf(given, language);
    if (isMisuse(asked)) return asked;
    const year = asked.year ?? Number(effects.now().slice(0, 4)) - 1;
    const request = {language: asked.language, year, sentence: given.positionals[0] ?? ''};
    const previewed = await previewText(folder, request, effects, progress);
    return previewed.ok
      ? done({json: previewedJson(previewed.value), text: previewedText(previewed.value, language)})
      : previewed;
  },
};

export const textChange: Command = {
  name: 'text change',
  positionals: [{name: 'SENTENCE', required: true}],
  options: {
    form: {type: 'string', value: 'NUMBER'},
    wording: {type: 'string', value: 'TEXT'},
    when: {type: 'string', value: 'KEYS'},
    add: {type: 'boolean'},
    remove: {type: 'boolean'},
    language: LANGUAGE,
    'dry-run': {type: 'boolean'},
  },
  example: "opgor text change total.2 --form 4 --wording '⟦1⟧ blev **⟦2⟧ personer** vurderet handlet.'",
  async run(given, {effects, folder, language}) {
    const asked = askedOf(given, language);
    if (isMisuse(asked)) return asked;
    const change = changeOf(given, language);
    if (isMisuse(change)) return change;
    const request = {
      language: asked.language,
      sentence: given.positionals[0] ?? '',
      dryRun: given.flag('dry-run'),
    };
    const changed = await changeText(folder, request, change, effects);
    return changed.ok ? done({json: changedJson(changed.value), text: changedText(changed.value, language)}) : changed;
  },
};

function askedOf(
  given: Given,
  language: Language,
): {readonly language: LanguageTag | undefined; readonly year: number | undefined} | Misuse {
  const {misuse} = language.cli;
  const languages = languagesOf(given, language);
  if (isMisuse(languages)) return languages;
  const [only, other] = languages ?? [];
  if (other !== undefined) return {misuse: misuse.notAllowed('--language', given.option('language') ?? '', 'da | en')};
  const year = given.option('year');
  if (year !== undefined && !/^[12]\d{3}$/.test(year)) return {misuse: misuse.notAllowed('--year', year, 'YYYY')};
  return {language: only, year: year === undefined ? undefined : Number(year)};
}

/** One thing at a time: a wording, a condition, a new form, or one less. */
function changeOf(given: Given, {cli: {misuse}}: Language): Change | Misuse {
  const number = given.option('form');
  if (number !== undefined && !/^[1-9]\d{0,2}$/.test(number)) return {misuse: misuse.notAllowed('--form', number, '1')};
  const form = Number(number ?? 1);
  const wording = given.option('wording');
  const keys = given
    .option('when')
    ?.split(/[\s,]+/)
    .filter((key) => key !== '');
  if (given.flag('add') && given.flag('remove')) return {misuse: misuse.notTogether('--add', '--remove')};
  if (given.flag('remove')) {
    if (wording !== undefined) return {misuse: misuse.notTogether('--remove', '--wording')};
    return number === undefined ? {misuse: misuse.missing('--form NUMBER')} : {kind: 'remove', form};
  }
  if (given.flag('add')) {
    if (number !== undefined) return {misuse: misuse.notTogether('--add', '--form')};
    if (keys === undefined) return {misuse: misuse.missing('--when KEYS')};
    return wording === undefined ? {misuse: misuse.missing('--wording TEXT')} : {kind: 'add', keys, wording};
  }
  if (wording !== undefined && keys !== undefined) return {misuse: misuse.notTogether('--wording', '--when')};
  if (keys !== undefined) return {kind: 'condition', form, keys};
  return wording === undefined ? {misuse: misuse.oneOf('--wording', '--when')} : {kind: 'wording', form, wording};
}
