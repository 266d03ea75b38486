/** `opgor adopt FOLDER`: an office's own spreadsheets into the register, by proposals a person confirms or changes once. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {adopt as adoptFolder} from '#production/adopt';
import {answersYaml, readAnswers} from '#production/adopt-answers';
import {
  type Answers,
  NO_ANSWERS,
  type Prepared,
  type Proposals,
  prepare,
  proposalsOf,
} from '#production/adopt-proposal';
import {readPublishedFile} from '#production/adopt-published';
import {listAdoptions, undoAdoption} from '#production/adopt-undo';
import {exists, writeWhole} from '#production/effects';
import {answerOne} from '../ask-adoption.ts';
import type {Answer, Command, Context, Given, Misuse} from '../command.ts';
import {adoptedJson, adoptedText, proposalsJson, proposalsText} from '../print-adoption.ts';

export const adopt: Command = {
  name: 'adopt',
  positionals: [{name: 'FOLDER', required: false}],
  options: {
    answers: {type: 'string', value: 'FILE'},
    propose: {type: 'string', value: 'FILE'},
    published: {type: 'string', value: 'FILE'},
    'dry-run': {type: 'boolean'},
    undo: {type: 'string', value: 'ID'},
    yes: {type: 'boolean'},
    by: {type: 'string', value: 'NAME'},
  },
  example: 'opgor adopt ../spreadsheets --answers answers.yaml --published published.csv',
  async run(given, context) {
    const [folder] = given.positionals;
    const id = given.option('undo');
    const {misuse} = context.language.cli;
    if (id !== undefined)
      return folder === undefined ? undo(id, given, context) : {misuse: misuse.notTogether('--undo', 'FOLDER')};
    return folder === undefined ? list(context) : adoptFrom(context.resolve(folder), given, context);
  },
};

async function list({folder, language}: Context): Promise<Outcome<Answer, Refusal>> {
  const {adoption} = language;
  const adoptions = await listAdoptions(folder);
  if (!adoptions.ok) return adoptions;
  const lines = adoptions.value.map(({id, at, by, files, undone, unfinished}) =>
    adoption.listed(id, at.slice(0, 10), by, files.length, undone?.at.slice(0, 10), unfinished === true),
  );
  const json = adoptions.value.map(({profile, ...one}) => ({...one, profile: profile.map(({file}) => file)}));
  return done({json: {adoptions: json}, text: lines.length === 0 ? adoption.none : lines.join('\n')});
}

async function undo(id: string, given: Given, context: Context): Promise<Outcome<Answer, Refusal> | Misuse> {
  const {ask, effects, folder, language} = context;
  const {adoption} = language;
  const dryRun = given.flag('dry-run');
  if (!dryRun && !given.flag('yes')) {
    if (ask === undefined) return {misuse: language.cli.misuse.missing('--yes')};
    const typed = await ask(adoption.ask.undo(id));
    if (typed !== id) return refuse({reason: 'not-answered'});
  }
  const undone = await undoAdoption(folder, id, {by: given.option('by') ?? effects.user(), dryRun}, effects);
  if (!undone.ok) return undone;
  const {sources, rows, files} = undone.value;
  const say = dryRun ? adoption.couldUndo : adoption.undone;
  return done({json: {...undone.value}, text: say(id, sources.length, rows, files.length)});
}

async function adoptFrom(folder: string, given: Given, context: Context): Promise<Outcome<Answer, Refusal>> {
  const {effects, progress, resolve} = context;
  const prepared = await prepare(context.folder, folder);
  if (!prepared.ok) return prepared;
  const [file, publishedFile, propose] = [given.option('answers'), given.option('published'), given.option('propose')];
  const read =
    file === undefined ? done(NO_ANSWERS) : await readAnswers(resolve(file), prepared.value.workspace.profile);
  if (!read.ok) return read;
  const published = publishedFile === undefined ? done([]) : await readPublishedFile(resolve(publishedFile));
  if (!published.ok) return published;
  const first = proposalsOf(prepared.value, read.value, effects);
  if (propose !== undefined) return written(resolve(propose), prepared.value, first, context);
  if (context.ask === undefined && file === undefined) return proposed(prepared.value, first, context);

  const answers = await answered(prepared.value, read.value, context);
  if (answers === undefined) return refuse({reason: 'not-answered'});
  const proposals = proposalsOf(prepared.value, answers, effects);
  const request = {by: given.option('by') ?? effects.user(), dryRun: given.flag('dry-run'), published: published.value};
  if (!(await isSure(proposals, published.value.length, given, context))) return refuse({reason: 'not-answered'});
  const adopted = await adoptFolder(prepared.value, proposals, answers, request, effects, progress);
  const {survey} = prepared.value;
  if (!adopted.ok) {
    // Who was asked has seen it; who gave answers has not.
    if (context.ask === undefined) context.tell(proposalsText(proposals, survey, context.language));
    return adopted;
  }
  const {language} = context;
  const [before, after] = [proposalsJson(proposals, survey, language), adoptedJson(adopted.value, language)];
  const findings = [...before.findings, ...after.findings];
  const refused = [...before.refused, ...after.refused];
  return done({
    json: {...before, ...after, findings, refused},
    text: `${proposalsText(proposals, survey, language)}\n\n${adoptedText(adopted.value, language)}`,
  });
}

function proposed({survey}: Prepared, proposals: Proposals, {language}: Context): Outcome<Answer, Refusal> {
  const {adoption} = language;
  return done({
    json: proposalsJson(proposals, survey, language),
    text: `${proposalsText(proposals, survey, language)}\n${adoption.howToAnswer}`,
  });
}

async function written(
  path: string,
  {survey}: Prepared,
  proposals: Proposals,
  {language}: Context,
): Promise<Outcome<Answer, Refusal>> {
  if (await exists(path)) return refuse({reason: 'file-exists', path});
  const {adoption} = language;
  const yaml = answersYaml(proposals, `# ${adoption.answersHead}`);
  if (!(await writeWhole(path, yaml, 0o600))) return refuse({reason: 'file-not-writable', path});
  return done({
    json: {...proposalsJson(proposals, survey, language), file: path},
    text: `${proposalsText(proposals, survey, language)}\n${adoption.written(path)}`,
  });
}

/** Asks whatever is open. An answer may open further questions: the words of a column that was none before. */
async function answered(prepared: Prepared, given: Answers, context: Context): Promise<Answers | undefined> {
  const {effects, language, tell, ask} = context;
  if (ask === undefined) return given;
  let answers: Answers | undefined = given;
  let proposals = proposalsOf(prepared, given, effects);
  tell(proposalsText(proposals, prepared.survey, language));
  while (answers !== undefined && proposals.questions.length > 0) {
    const [question] = proposals.questions;
    if (question === undefined) break;
    answers = await answerOne(question, answers, prepared, context);
    if (answers !== undefined) proposals = proposalsOf(prepared, answers, effects);
  }
  return answers;
}

async function isSure(
  {sheets, sources}: Proposals,
  published: number,
  given: Given,
  {ask, language}: Context,
): Promise<boolean> {
  if (ask === undefined || given.flag('yes') || given.flag('dry-run')) return true;
  const {adoption} = language;
  const rows = [...sources.keys()].reduce((sum, {table}) => sum + table.rows.length, 0);
  const figures = sheets.reduce((sum, one) => sum + (one.kind === 'figures' ? one.figures.length : 0), published);
  const typed = await ask(adoption.ask.sure(sources.size, rows, figures));
  return typed !== undefined && adoption.yes.includes(typed.toLowerCase());
}
