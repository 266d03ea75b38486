/** The questions of an adoption, one by one on the terminal, each until the answer can be one. Undefined: whoever was asked went away. */

import {codesFor} from '#production/adopt-answers';
import {type Answers, examplesSaid, type Prepared, type Question} from '#production/adopt-proposal';
import type {Context} from './command.ts';

export async function answerOne(
  question: Question,
  answers: Answers,
  {workspace: {profile}}: Prepared,
  {ask, tell, language}: Context,
): Promise<Answers | undefined> {
  const {adoption, tag} = language;
  const {ask: words} = adoption;
  const until = async (
    text: string,
    known: ReadonlyMap<string, string>,
    own: Readonly<Record<string, string | null>>,
  ) => {
    for (;;) {
      const given = await ask?.(text);
      if (given === undefined) return undefined;
      if (Object.hasOwn(own, given.toLowerCase())) return {said: own[given.toLowerCase()] ?? null};
      const named = [...known].find(([id, label]) =>
        [id, label].some((one) => one.toLowerCase() === given.toLowerCase()),
      );
      if (named !== undefined) return {said: named[0]};
      tell(
        given === '?'
          ? [...known].map(([id, label]) => `  ${id.padEnd(24)} ${label}`).join('\n')
          : words.unknownAnswer(given),
      );
    }
  };
  const sheets = 'sheets' in question ? question.sheets.slice(0, 3).join(', ') : '';

  switch (question.kind) {
    case 'column': {
      const pattern = profile.adopt.find(({id}) => id === question.pattern);
      const fields = new Map((pattern?.columns ?? []).map(({field, heading}) => [field, heading]));
      const {others} = question.column;
      const next = others.map(({field, certainty}) => `${field} (${adoption.certainty(certainty)})`).join(', ');
      tell(words.column(question.heading, sheets, examplesSaid(question.column)));
      const answer = await until(words.columnAnswers(question.proposed, question.certainty, next), fields, {
        '': question.proposed ?? null,
        '-': null,
      });
      return answer && {...answers, columns: {...answers.columns, [question.heading]: answer.said}};
    }
    case 'word': {
      const labels = profile.codeLists.get(question.of)?.rows ?? [];
      const codes = [...(codesFor(question.of, profile, answers) ?? [])];
      const known = new Map(
        codes.map((code) => [code, labels.findLast((row) => row.code === code)?.labels[tag] ?? code]),
      );
      tell(words.word(question.word, question.of, question.cells, sheets));
      const own = {'': question.proposed ?? '', '-': null, '!': '', ...(labels.length === 0 ? {} : {'+': '+'})};
      const answer = await until(words.wordAnswers(question.proposed, question.certainty), known, own);
      if (answer === undefined) return undefined;
      if (answer.said === '+') return newCode(question, answers, {ask, language});
      return withWord(answers, question, answer.said);
    }
    case 'assume': {
      const rows = profile.codeLists.get(question.list)?.rows ?? [];
      const known = new Map(rows.map(({code, labels}) => [code, labels[tag]]));
      const yes = Object.fromEntries(adoption.yes.map((word) => [word, question.proposed]));
      const own = {'': question.proposed, ...yes, no: null, nej: null};
      const answer = await until(
        words.assume(question.member, known.get(question.proposed) ?? question.proposed, sheets),
        known,
        own,
      );
      return answer && {...answers, assume: {...answers.assume, [question.member]: answer.said}};
    }
    case 'table': {
      const tables = new Map(profile.tables.map(({id, title}) => [id, title[tag]]));
      tell(words.table(question.title, sheets, question.examples));
      const answer = await until(words.tableAnswers(question.proposed, question.certainty), tables, {
        '': question.proposed ?? null,
        '-': null,
      });
      return answer && {...answers, tables: {...answers.tables, [question.title]: answer.said}};
    }
  }
}

type WordQuestion = Extract<Question, {readonly kind: 'word'}>;

const withWord = (answers: Answers, {of, word}: WordQuestion, code: string | null): Answers => ({
  ...answers,
  words: {...answers.words, [of]: {...answers.words[of], [word]: code}},
});

async function newCode(
  question: WordQuestion,
  answers: Answers,
  {ask, language}: Pick<Context, 'ask' | 'language'>,
): Promise<Answers | undefined> {
  const {newCode: words} = language.adoption.ask;
  const code = await ask?.(words.code(question.of));
  const da = code === undefined ? undefined : await ask?.(words.label('da', question.word));
  const en = da === undefined ? undefined : await ask?.(words.label('en', question.word));
  if (code === undefined || da === undefined || en === undefined) return undefined;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) return newCode(question, answers, {ask, language});
  const labels = {da: da === '' ? question.word : da, en: en === '' ? question.word : en};
  return withWord({...answers, codes: [...answers.codes, {list: question.of, code, labels}]}, question, code);
}
