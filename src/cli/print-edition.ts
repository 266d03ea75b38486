/** An edition as a person reads of it and as `--json` says it. */
import type {Language} from '#language/language';
import {howMany, movedBy, type OpenQuestions} from '#production/edition-questions';
import type {EditionRecord} from '#production/editions';

export function editionJson(record: EditionRecord): Readonly<Record<string, unknown>> {
  const {id, workspace: _, contents: __, corrects, ...rest} = record;
  return {edition: id, ...rest, ...(corrects === undefined ? {} : {corrects})};
}

/** One line, and below it what is said of it. */
export function editionText(record: EditionRecord, language: Language): string {
  const {editions: words} = language;
  return [`${record.id}  ${words.states[record.state]}`, ...aboutEdition(record, language)].join('\n');
}

export function aboutEdition(record: EditionRecord, {editions: words, tag}: Language): readonly string[] {
  const {cutOff, profile, preparedBy, approvedBy, alone, recipients, corrects, correctedBy} = record;
  const {overFindings: over, openQuestions: open, embargo, returned, disclosed, state} = record;
  return [
    words.cutOff(cutOff, `${profile.id} ${profile.version}`),
    words.prepared(preparedBy, approvedBy, alone),
    ...(recipients.length === 0 ? [] : [words.recipients(recipients)]),
    ...(corrects === undefined ? [] : [words.corrects(corrects.edition, inOne(corrects.erratum, tag))]),
    ...(correctedBy === undefined ? [] : [words.correctedBy(correctedBy)]),
    ...(over === undefined ? [] : [words.overFindings(over.errors, over.reason)]),
    ...(open === undefined ? [] : [openQuestionsText(open, words)]),
    ...(embargo === undefined || state === 'released' || state === 'corrected' ? [] : [words.embargo(embargo)]),
    ...(returned === undefined ? [] : [words.returned(returned.at.slice(0, 10), returned.by, returned.reason)]),
    ...disclosed.map(({at, by, reason}) => words.disclosed(at.slice(0, 10), by, reason)),
  ].map((line) => `  ${line}`);
}

function openQuestionsText(open: OpenQuestions, words: Language['editions']): string {
  const {low, high} = movedBy(open);
  return words.openQuestions(howMany(open), low, high);
}

/** In the reader's language, else in what there is. */
const inOne = (text: Readonly<Record<string, string>>, tag: string): string =>
  text[tag] ?? Object.values(text).join(' ');

/** What has been done, and where it lies; of one that waits, what is next. */
export function placedText(record: EditionRecord, setAside: readonly string[], language: Language): string {
  const {editions: words} = language;
  const {id, folder, state, releasedAt} = record;
  const said =
    state === 'validated'
      ? words.waits(id, folder)
      : state === 'approved'
        ? words.embargoed(id, releasedAt ?? '', folder)
        : words.released(id, folder);
  return [
    said,
    ...aboutEdition(record, language),
    ...setAside.map(words.setAside),
    ...(state === 'validated' ? [`${words.toApprove}: opgor approve ${id} --by NAME`] : []),
  ].join('\n');
}
