/** The office's text as a list of sentences, in plain words: chips for figures, conditions as menu entries. */
import type {Language} from '#language/language';
import {findingLine} from '#language/said';
import type {Changed, ListedSentence, ListedText, Previewed} from '#production/text-list';

type Labels = Pick<ListedSentence, 'chips' | 'conditions'>;

export const listedJson = ({language, year, sentences}: ListedText, {text: words}: Language) => ({
  language,
  year,
  sentences: sentences.map(({conditions, forms, chips, ...sentence}) => ({
    ...sentence,
    chips: chips.map((chip) => ({...chip, label: chipLabel(chip, words)})),
    conditions: conditions.map((condition) => ({
      ...condition,
      label: conditionLabel(condition, words),
      menu: condition.menu.map((key) => ({key, words: words.entry(condition.function, key)})),
    })),
    forms: forms.map((form) => ({...form, when: whenOf(form.keys, conditions, words)})),
  })),
});

export const listedText = ({sentences}: ListedText, language: Language): string =>
  sentences.flatMap((sentence) => [...sentenceLines(sentence, language), '']).join('\n');

function sentenceLines(one: ListedSentence, {text: words}: Language): readonly string[] {
  const {sentence, heading, chips, forms, conditions, told, behind} = one;
  const shown = chips.map((chip) => `⟦${chip.number}⟧ ${chipLabel(chip, words)}`);
  return [
    heading === '' ? `[${sentence}]` : `[${sentence}] ${heading}`,
    ...(behind === undefined
      ? []
      : [`  ! ${words.behind(behind.other, sentence, words.lag[behind.why])} ${behind.says}`.trimEnd()]),
    ...(shown.length === 0 ? [] : [`  ${words.chips}: ${shown.join(' · ')}`]),
    ...forms.flatMap(({number, keys, text}) => [
      `  ${number}. ${whenOf(keys, conditions, words)}:`,
      `     ${text === '' ? words.saysNothing : text}`,
    ]),
    ...(told === undefined
      ? []
      : [`  → ${words.form(told.form)}: ${told.text === '' ? words.saysNothing : told.text}`]),
  ];
}

type Words = Language['text'];

const chipLabel = ({name, label, function: applied, words: beside}: Labels['chips'][number], words: Words): string => {
  const of = words.given[name] ?? label;
  const shows = words.shows[applied] ?? applied;
  const nouns = [...new Set([beside.one, beside.other].filter((noun) => noun !== undefined))].join('/');
  const around = [beside.before ?? '', '…', nouns === '' ? '' : ` ${nouns}`, beside.after ?? ''].join('').trim();
  const capital = beside.case === 'upper' ? words.capital : '';
  return [of, shows, around === '…' ? '' : `“${around}”`, capital].filter((part) => part !== '').join(', ');
};

function conditionLabel({name, label, againstLabel}: Labels['conditions'][number], words: Words): string {
  const of = words.given[name] ?? label;
  return againstLabel === undefined ? of : `${of}, ${words.against(againstLabel)},`;
}

function whenOf(keys: readonly string[], conditions: Labels['conditions'], words: Words): string {
  if (keys.length === 0) return words.always;
  const said = keys.flatMap((key, i) => {
    const condition = conditions[i];
    return key === '*' || condition === undefined
      ? []
      : [`${conditionLabel(condition, words)} ${words.entry(condition.function, key)}`];
  });
  return said.length === 0 ? words.otherwise : words.when(said);
}

export const previewedJson = ({sentence, language, years}: Previewed) => ({sentence, language, years});

export const previewedText = ({years}: Previewed, {text: words}: Language): string =>
  years
    .map(({year, form, text}) => {
      if (text === undefined) return `${year}  ${words.nothingToCount}`;
      const which = form === undefined ? '' : ` (${words.form(form)})`;
      return `${year}  ${text === '' ? words.saysNothing : text}${which}`;
    })
    .join('\n');

export const changedJson = ({sentence, language, written, before, after, findings, behind}: Changed) => ({
  sentence,
  language,
  written,
  before,
  after,
  findings,
  behind,
});

export function changedText(
  {written, before, after, findings, behind, labels, language: tag}: Changed,
  language: Language,
): string {
  const {text: words} = language;
  const line = ({keys, text}: Changed['before'][number]) => `${whenOf(keys, labels.conditions, words)}: ${text}`;
  const [old, now] = [before.map(line), after.map(line)];
  return [
    ...old.filter((one) => !now.includes(one)).map((one) => `- ${one}`),
    ...now.filter((one) => !old.includes(one)).map((one) => `+ ${one}`),
    ...findings.map((finding) => findingLine(finding, language)),
    ...behind.map(({language: other, sentence, why}) => words.behind(other, sentence, words.lag[why])),
    written ? words.written(`statement/${tag}.md`) : words.notWritten,
  ].join('\n');
}
