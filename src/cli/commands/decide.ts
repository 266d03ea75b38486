/** `opgor decide RECORD RECORD`: who is the same person, decided by hand. What it moves is shown before anything is recorded. */
import {done} from '#kit/outcome';
import {type Decided, type DecideRequest, decide as decideIdentity, isVerdict, VERDICTS} from '#production/decide';
import type {Command, Context} from '../command.ts';
import {instantOf, isMisuse} from '../options.ts';

export const decide: Command = {
  name: 'decide',
  positionals: [
    {name: 'RECORD', required: true},
    {name: 'OTHER', required: true},
  ],
  options: {
    as: {type: 'string', value: 'VERDICT'},
    'take-back': {type: 'boolean'},
    reason: {type: 'string', value: 'TEXT'},
    by: {type: 'string', value: 'NAME'},
    'dry-run': {type: 'boolean'},
    yes: {type: 'boolean'},
    'recorded-at': {type: 'string', value: 'MOMENT'},
  },
  example: 'opgor decide P-000012-4 P-000345-X --as returning --reason "same tattoo in both files"',
  async run(given, context) {
    const {effects, folder, language, ask} = context;
    const {misuse} = language.cli;
    const [record = '', other = ''] = given.positionals;
    const [as, takesBack] = [given.option('as'), given.flag('take-back')];
    if (as !== undefined && takesBack) return {misuse: misuse.notTogether('--as', '--take-back')};
    if (as === undefined && !takesBack) return {misuse: misuse.oneOf('--as', '--take-back')};
    if (as !== undefined && !isVerdict(as)) return {misuse: misuse.notAllowed('--as', as, VERDICTS.join(', '))};
    const [dryRun, reason] = [given.flag('dry-run'), given.option('reason')?.trim() ?? ''];
    if (reason === '' && !dryRun) return {misuse: misuse.missing('--reason')};
    const recordedAt = instantOf(given, 'recorded-at', language);
    if (isMisuse(recordedAt)) return recordedAt;
    const recordedBy = given.option('by') ?? effects.user();
    const request: DecideRequest = {records: [record, other], verdict: as, reason, recordedBy, recordedAt, dryRun};

    const asks = ask !== undefined && !dryRun && !given.flag('yes') && !given.flag('json');
    const first = await decideIdentity(folder, asks ? {...request, dryRun: true} : request, effects);
    if (!first.ok || !asks) return first.ok ? answer(first.value, context) : first;
    if (first.value.stands) return answer(first.value, context);
    context.tell(effectText(first.value, context));
    if (!(await saysYes(ask, language.identities.sure))) return answer(first.value, context);
    const recorded = await decideIdentity(folder, request, effects);
    return recorded.ok ? answer(recorded.value, context) : recorded;
  },
};

const saysYes = async (ask: NonNullable<Context['ask']>, question: string): Promise<boolean> =>
  /^(y|yes|j|ja)$/i.test((await ask(question))?.trim() ?? '');

const answer = (decided: Decided, context: Context) => {
  const {pair, ...rest} = decided;
  const [record, other] = pair;
  return done({json: {record, other, ...rest}, text: text(decided, context)});
};

const text = (decided: Decided, context: Context): string => {
  const {recorded, takenBack, notRecorded, stands} = context.language.identities;
  if (decided.stands) return [head(decided, context), stands].join('\n');
  const done = decided.verdict === undefined ? takenBack : recorded;
  return [effectText(decided, context), decided.written ? done : notRecorded].join('\n');
};

const head = ({pair: [on, other], verdict}: Decided, {language: {identities, review}}: Context): string =>
  identities.head(on, other, verdict === undefined ? identities.takeBack : review.verdicts[verdict]);

function effectText(decided: Decided, context: Context): string {
  const {before, moves} = decided;
  const {identities, review} = context.language;
  return [
    head(decided, context),
    ...(before === undefined ? [] : [identities.before(review.verdicts[before])]),
    ...(moves.length === 0
      ? [identities.movesNothing]
      : moves.map((one) => identities.moves(one.year, one.persons, one.repeats))),
  ].join('\n');
}
