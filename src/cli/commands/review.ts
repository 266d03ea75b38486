/** `opgor review`: the pairs that may be one person, decided on a terminal; listed, without a name, where there is none. */
import {parseRecordNumber, type RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {linkageQuality} from '#production/linkage-quality';
import {atReviewDesk, findInto, pairOf, type ReviewDesk} from '#production/review';
import type {Answer, Command, Context, Given} from '../command.ts';
import {decidedLine, decidedText, pairText} from '../print-pair.ts';
import {qualityJson, qualityText} from '../print-quality.ts';
import {agreementText, decidedJson, foundJson, foundText, queueJson, queueText, viewJson} from '../print-review.ts';
import {sitAt} from '../review-desk.ts';

export const review: Command = {
  name: 'review',
  positionals: [],
  options: {
    find: {type: 'boolean'},
    sample: {type: 'string', value: 'N'},
    quality: {type: 'boolean'},
    'dry-run': {type: 'boolean'},
    pair: {type: 'string', value: 'RECORD,RECORD'},
    by: {type: 'string', value: 'NAME'},
  },
  example: 'opgor review --find --by "A. Reviewer"',
  async run(given, context) {
    const {effects, folder, language, progress, tell} = context;
    const {misuse} = language.cli;
    const reviewer = given.option('by') ?? effects.user();
    const pair = given.option('pair');
    const records = pair?.split(',').map((record) => parseRecordNumber(record));
    if (records !== undefined && (records.length !== 2 || records.includes(undefined)))
      return {misuse: misuse.notAllowed('--pair', pair ?? '', 'P-000012-4,P-000345-1')};
    const dryRun = given.flag('dry-run');
    const alone = given.flag('quality') ? '--quality' : records === undefined ? undefined : '--pair';
    const beside = ['find', 'sample', 'dry-run', 'pair'].find(
      (name) => `--${name}` !== alone && (given.flag(name) || given.option(name) !== undefined),
    );
    if (alone !== undefined && beside !== undefined) return {misuse: misuse.notTogether(alone, `--${beside}`)};
    if (given.flag('quality')) {
      const quality = await linkageQuality(folder, effects);
      return quality.ok
        ? done({json: qualityJson(quality.value), text: qualityText(quality.value, language)})
        : quality;
    }
    const drawn = given.option('sample');
    const sample = drawn === undefined ? undefined : sampleOf(drawn);
    if (drawn !== undefined && sample === undefined) return {misuse: misuse.notAllowed('--sample', drawn, '10–10000')};
    if (given.flag('find') || dryRun || sample !== undefined) {
      const found = await findInto(folder, {recordedBy: reviewer, dryRun, sample}, effects, progress);
      if (!found.ok) return found;
      const said = foundText(found.value, language);
      if (dryRun || given.flag('json') || context.screen === undefined)
        return done({json: foundJson(found.value), text: said.join('\n')});
      tell(said.join('\n'));
    }
    return atReviewDesk(folder, reviewer, effects, progress, (desk) => reviewed(desk, given, context, records));
  },
};

/** Of fewer than ten nothing is learnt. */
function sampleOf(written: string): number | undefined {
  const draws = /^\d{1,5}$/.test(written) ? Number(written) : 0;
  return draws >= 10 && draws <= 10_000 ? draws : undefined;
}

async function reviewed(
  desk: ReviewDesk,
  given: Given,
  context: Context,
  records: readonly (RecordNumber | undefined)[] | undefined,
): Promise<Outcome<Answer, Refusal>> {
  const {language, screen} = context;
  const [on, other] = records ?? [];
  const agreement = await desk.agreement();
  if (on !== undefined && other !== undefined) return onePair(desk, given, context, [on, other]);
  if (screen === undefined || given.flag('json')) {
    const waiting = await desk.waiting();
    const moves = await Promise.all(waiting.map(({pair}) => desk.moves(pair)));
    return done({
      json: queueJson(waiting, moves, agreement),
      text: given.flag('json') ? '' : queueText(waiting, moves, agreement, language),
    });
  }
  const shown = screen();
  try {
    const sitting = await sitAt(desk, shown, language);
    if (!sitting.ok) return sitting;
    const {answered, left} = sitting.value;
    const lines = [language.review.finished(answered, left), ...agreementText(await desk.agreement(), language)];
    return done({json: {answered, left}, text: lines.join('\n')});
  } finally {
    shown.close();
  }
}

/** Names and numbers to a terminal alone. */
async function onePair(
  desk: ReviewDesk,
  given: Given,
  context: Context,
  records: readonly [RecordNumber, RecordNumber],
): Promise<Outcome<Answer, Refusal>> {
  const {language} = context;
  const [on, other] = pairOf(...records);
  const found = (await desk.waiting()).find(({pair}) => pair[0] === on && pair[1] === other);
  if (found !== undefined) {
    const view = await desk.view(found);
    if (!view.ok) return view;
    const text = (columns: number) => pairText(view.value, {at: 1, of: 1}, language, columns);
    return shownAlone(viewJson(view.value), [], text, given, context);
  }
  const decided = await desk.viewDecided([on, other]);
  if (!decided.ok) return decided;
  const view = decided.value;
  if (view === undefined) return refuse({reason: 'pair-not-waiting', on, other});
  const text = (columns: number) => decidedText(view, language, columns);
  return shownAlone(decidedJson(view), [decidedLine(view, language)], text, given, context);
}

/** `plain`: what may be read anywhere. */
async function shownAlone(
  json: Answer['json'],
  plain: readonly string[],
  text: (columns: number) => string,
  given: Given,
  {language, screen}: Context,
): Promise<Outcome<Answer, Refusal>> {
  const asJson = given.flag('json');
  if (screen === undefined || asJson)
    return done({json, text: asJson ? '' : [...plain, language.review.hidden].join('\n')});
  const shown = screen();
  shown.show(text(shown.columns));
  await shown.key();
  shown.close();
  return done({json: {}, text: ''});
}
