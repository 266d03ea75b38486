/** `opgor add KIND [RECORD]`: one fact, asked for field by field; `--set` answers beforehand. */

import type {Refusal} from '#concepts/refusal';
import type {Outcome} from '#kit/outcome';
import {done, refuse} from '#kit/outcome';
import {type Asking, add as addFact, askingFor} from '#production/casework';
import {ENTRY_KINDS, type EntryField, isEntryKind} from '#production/entry-fields';
import type {Command, Context, Misuse} from '../command.ts';
import {instantOf, isMisuse, pairsOf} from '../options.ts';
import {choicesText, promptOf, wrongText} from '../prompt.ts';

export const add: Command = {
  name: 'add',
  positionals: [
    {name: 'KIND', required: true, known: ENTRY_KINDS},
    {name: 'RECORD', required: false},
  ],
  options: {
    set: {type: 'string', multiple: true, value: 'NAME=VALUE'},
    by: {type: 'string', value: 'NAME'},
    'recorded-at': {type: 'string', value: 'MOMENT'},
  },
  example: 'opgor add attestation P-000012-4 --set on=2013-05-02 --set earlier=yes --set year=2010',
  async run(given, context) {
    const {effects, folder, language} = context;
    const [kind = '', record] = given.positionals;
    if (!isEntryKind(kind)) return {misuse: language.cli.misuse.notAllowed('KIND', kind, ENTRY_KINDS.join(', '))};
    const preset = pairsOf(given, 'set', language);
    if (isMisuse(preset)) return preset;
    const recordedAt = instantOf(given, 'recorded-at', language);
    if (isMisuse(recordedAt)) return recordedAt;
    const asking = await askingFor(folder, kind, recordedAt, effects);
    if (!asking.ok) return asking;
    const answers = await answered(asking.value, preset, context);
    if (isMisuse(answers)) return answers;
    if (answers === undefined) return refuse({reason: 'not-answered'});
    const recordedBy = given.option('by') ?? effects.user();
    const added: Outcome<Added, Refusal> = await addFact(
      folder,
      {record, kind, given: answers, recordedAt, recordedBy},
      effects,
    );
    if (!added.ok) return added;
    const {fact, record: of} = added.value;
    return done({json: {record: of, fact, kind}, text: language.answers.added(kind, fact, of)});
  },
};

type Added = {readonly record: string; readonly fact: number};

/**
 * Asks for what was not given: all of it on a terminal, each until the answer can be one; without a terminal, what is
 * required must be given. Undefined: whoever was asked went away.
 */
async function answered(
  {fields, check}: Asking,
  preset: Readonly<Record<string, string>>,
  {ask, tell, language}: Context,
): Promise<Readonly<Record<string, string>> | Misuse | undefined> {
  const open = fields.filter(({name}) => !(name in preset));
  if (ask === undefined) return open.some(({required}) => required) ? {misuse: missing(open, language)} : preset;
  const answers: Record<string, string> = {...preset};
  for (const field of open) {
    tell(choicesText(field, language));
    const answer = await untilFit(
      field,
      () => ask(promptOf(field, language)),
      (given) => {
        const read = check(field, given);
        if (!read.ok) tell(wrongText(read.refusal, language));
        return read.ok;
      },
    );
    if (answer === undefined) return undefined;
    answers[field.name] = answer;
  }
  return answers;
}

async function untilFit(
  field: EntryField,
  ask: () => Promise<string | undefined>,
  fits: (answer: string) => boolean,
): Promise<string | undefined> {
  for (;;) {
    const answer = await ask();
    if (answer === undefined || (answer === '' && !field.required) || fits(answer)) return answer;
  }
}

const missing = (open: readonly EntryField[], {cli}: Context['language']) => {
  const names = open.filter(({required}) => required).map(({name}) => `--set ${name}=…`);
  return `${cli.misuse.missing(names.join(' '))} ${cli.misuse.nobodyToAsk}`;
};
