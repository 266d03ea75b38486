/** What came back with a text, as a person reads it and as a program does. */
import type {Language} from '#language/language';
import {findingLine} from '#language/said';
import type {TextImported} from '#production/text-import';

export const importedJson = ({
  file,
  language,
  period,
  written,
  accepted,
  taken,
  told,
  remarks,
  behind,
  findings,
  diff,
}: TextImported) => ({file, language, period, written, accepted, taken, told, remarks, behind, findings, diff});

export function importedText(imported: TextImported, language: Language): string {
  const {taken, told, remarks, behind, findings, diff, written, accepted} = imported;
  const {text: words} = language;
  return [
    ...(accepted > 0 ? [words.accepted(accepted)] : []),
    ...(taken.length === 0 ? [words.nothingToTake] : []),
    ...taken.flatMap((one) => takenLines(one, language)),
    ...told.flatMap((one) => toldLines(one, language)),
    ...remarks.map(({author, sentence, text}) => words.remark(author, sentence, text)),
    ...behind.map(({language: other, sentence, why}) => words.behind(other, sentence, words.lag[why])),
    ...findings.map((finding) => findingLine(finding, language)),
    ...(written ? [] : diff.map(({kind, text}) => `${kind === 'added' ? '+' : '-'} ${text}`)),
    written ? words.written(`statement/${imported.language}.md`) : words.notWritten,
  ].join('\n');
}

function takenLines(one: TextImported['taken'][number], {text: words}: Language): readonly string[] {
  switch (one.kind) {
    case 'reworded':
      return [words.taken.reworded(one.sentence), `  - ${one.before}`, `  + ${one.after}`];
    case 'removed':
      return [words.taken.removed(one.sentence), `  - ${one.before}`];
    case 'added':
      return [words.taken.added(one.after), `  + ${one.text}`];
    case 'moved':
      return [words.taken.moved(one.after), `  > ${one.text}`];
    default:
      return [words.taken[one.kind](one.sentence)];
  }
}

function toldLines(one: TextImported['told'][number], {text: words}: Language): readonly string[] {
  switch (one.kind) {
    case 'typed': {
      if (one.rule === 'guarded-word-typed') return [`! ${words.wordTyped(one.text, one.sentence)}`];
      const could = one.candidates.map(({placeholder, title}) => words.couldBe(placeholder, title));
      return [
        `! ${words.typed(one.text, one.sentence)}`,
        ...(could.length === 0 ? [words.noCandidate] : could).map((line) => `  → ${line}`),
      ];
    }
    case 'figure-dropped':
      return [`! ${words.dropped(one.bound, one.address, one.sentence)}`];
    case 'left':
      return [`! ${words.left[one.what](one.before, one.after)}`];
    case 'other-forms':
      return [`· ${words.otherForms(one.sentence, one.form, one.forms - 1)}`];
    case 'figure-words':
      return [`· ${words.figureWords(one.sentence, one.option, one.before, one.after)}`];
    case 'by-text':
      return [`· ${words.byText(one.figures)}`];
  }
}
