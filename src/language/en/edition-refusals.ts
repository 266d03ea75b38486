import type {EditionRefusal} from '#concepts/edition-refusal';
import type {RefusalWords} from '#language/refusal-words';
import {movedFrom} from '#language/signed';
import {movesOfIdentity} from './identity-moves.ts';

export const editionRefusals: Pick<RefusalWords, EditionRefusal['reason']> = {
  'no-such-edition': ({edition, known}) => ({
    what: `There is no edition “${edition}”. ${known.length === 0 ? 'There is none yet.' : `Known: ${known.join(', ')}.`}`,
    remedy: 'List them with `opgor editions`.',
  }),
  'edition-is-already': ({edition, state}) => ({
    what: `${edition} is already ${STATES[state]}.`,
    remedy:
      'Nothing was changed. A correction is a new edition: `opgor release … --corrects EDITION --erratum LANGUAGE=TEXT`.',
  }),
  'edition-not-released': ({edition, state}) => ({
    what: `${edition} has not been released: it is ${STATES[state]}.`,
    remedy: 'Approve it first with `opgor approve EDITION --by NAME`, or wait until its embargo ends.',
  }),
  'edition-of-other-period': ({edition}) => ({
    what: `${edition} is of another period or another kind, and cannot be corrected by this one.`,
    remedy: 'Name an edition of the same period and kind.',
  }),
  'edition-has-correction': ({edition, by}) => ({
    what: `${edition} has been corrected already, by ${by}, and an edition is corrected once.`,
    remedy: `Nothing was released. If ${by} is wrong as well, correct that one once it is out: \`opgor release … --corrects ${by} --erratum LANGUAGE=TEXT\`.`,
  }),
  'erratum-in-other-languages': ({languages, given}) => ({
    what: `The statement is printed in ${languages.join(', ')}, and the erratum is written ${given.length === 0 ? 'in no language that it names' : `in ${given.join(', ')}`}.`,
    remedy: `Write it once for each: ${languages.map((tag) => `\`--erratum ${tag}="…"\``).join(' ')}. Nothing was released.`,
  }),
  'text-tells-of-person': ({text, tells, word}) => ({
    what: `At word ${word}, the ${TEXTS[text]} has ${TELLS[tells].what}.`,
    remedy: `It is kept, and others read it: ${TELLS[tells].remedy}. Nothing was done.`,
  }),
  'no-such-signer': ({name, known}) => ({
    what: `“${name}” has no key to sign with. ${known.length === 0 ? 'Nobody has one yet.' : `Known: ${known.join(', ')}.`}`,
    remedy: 'Let the person make one with `opgor person add NAME`.',
  }),
  'signer-exists': ({name}) => ({
    what: `There is already a person called “${name}”.`,
    remedy: 'Names of those who sign are never given to another; add a middle name or a title.',
  }),
  'no-signing-key': ({name, looked}) => ({
    what: `The private key of ${name} is not here. Looked in: ${looked.join(', ')}.`,
    remedy:
      'Whoever it belongs to signs where the key is kept, or names its folder in OPGOR_PERSON_KEYS. To have somebody else approve, leave out `--approved-by`: the edition then waits for `opgor approve`.',
  }),
  'same-person': ({name}) => ({
    what: `${name} has prepared the edition, and cannot be the second to answer for it.`,
    remedy:
      'Let another named person approve it; or approve alone with `--alone --reason TEXT`, which the manifest prints.',
  }),
  'questions-open': ({questions, held, identity, low, high}) => ({
    what: [
      ...(held === 0 ? [] : [`${held} ${held === 1 ? 'person waits' : 'persons wait'} for an answer to be counted.`]),
      ...(identity === undefined
        ? []
        : [
            `${identity.questions} ${identity.questions === 1 ? 'question' : 'questions'} of who is the same person ${identity.questions === 1 ? 'is' : 'are'} not answered; the answers ${movesOfIdentity(identity.persons, identity.repeats)}.`,
          ]),
      `The answers to ${questions + (identity?.questions ?? 0)} open ${questions + (identity?.questions ?? 0) === 1 ? 'question' : 'questions'} can move the total ${between({low, high})}.`,
    ].join(' '),
    remedy:
      'Answer them (`opgor questions`, `opgor review`), or release with `--with-open-questions --reason TEXT`: the manifest then says how many and how far.',
  }),
  'cut-off-in-future': ({given, now}) => ({
    what: `The cut-off ${given} has not come yet: the clock says ${now}.`,
    remedy: 'An edition freezes what is known. Leave out `--as-at`, or give a moment that has passed.',
  }),
  'recorded-before-cut-off': ({given, cutOff, edition}) => ({
    what: `The recorded time ${given} is not after the cut-off of ${edition}, ${cutOff}: the edition could not be compiled again.`,
    remedy: 'Leave out `--recorded-at`, or give a moment after it; nothing was recorded.',
  }),
  'clock-behind-log': ({now, latest}) => ({
    what: `The clock says ${now}, but something was done to an edition at ${latest}.`,
    remedy: 'Set the computer’s clock right, and try again; nothing was done.',
  }),
  'embargo-passed': ({embargo, now}) => ({
    what: `The embargo ${embargo} has already passed: the clock says ${now}.`,
    remedy: 'Give a later moment with `--embargo`, or leave it out.',
  }),
  'log-faulty': ({path}) => ({
    what: `The log of editions ${path} is not as it was written.`,
    remedy: 'Restore it from a copy. Until then nothing is released, approved or noted.',
  }),
  'edition-changed': ({edition}) => ({
    what: `${edition} is no longer what was validated.`,
    remedy: 'It cannot be approved. Release the period anew, and find out who changed the files.',
  }),
  'edition-table-missing': ({edition, table}) => ({
    what: `The table ${table} of the edition ${edition} is not in its folder, so nobody can tell what it showed.`,
    remedy: 'Put the edition’s folder back as it was released; `opgor verify` says whether it is whole.',
  }),
  'nothing-published': ({path}) => ({
    what: `There is no public edition in ${path}.`,
    remedy:
      'Give a workspace, a folder of editions or an edition’s own folder; `opgor release YEAR --edition public` makes one.',
  }),
  'edition-twice': ({edition}) => ({
    what: `Two folders say they are ${edition}, and they differ.`,
    remedy: 'Take away the one that is not the office’s; `opgor verify FOLDER` says whose key signed it.',
  }),
  'not-verified': ({path, findings}) => ({
    what: `${path} is not as it was released: ${findings.length} ${findings.length === 1 ? 'difference' : 'differences'}.`,
    remedy: 'Use another copy. What was released is in the office’s workspace, and `opgor recompile` makes it again.',
  }),
  'profile-version-missing': ({edition, id, version, path}) => ({
    what: `The profile ${id} ${version} that ${edition} was compiled under is missing or altered: ${path}.`,
    remedy: 'Put that folder back from a copy of the workspace. Under other definitions it would be another edition.',
  }),
  'recompiled-otherwise': ({edition, differing, sameProgram}) => ({
    what: `Compiled again, ${edition} differs in ${differing.join(', ')}.`,
    remedy: sameProgram
      ? 'The program, lockfile and platform are the same, so the register or the folder has been changed: `opgor verify` tells which.'
      : 'Its figures must not depend on the program’s version. Compile it with the version its manifest names, and report this.',
  }),
};

const WITHOUT = 'say it without names, birthdays and numbers of persons and cases';
const TELLS = {
  number: {
    what: 'what could be a person’s number',
    remedy: `${WITHOUT}, and part counts by a comma or a word`,
  },
  name: {what: 'a name that somebody in the register has', remedy: WITHOUT},
  'early-day': {
    what: 'a day before the years the register tells of, which could be a birthday',
    remedy: `${WITHOUT}; a year alone may stand`,
  },
  'their-number': {what: 'a number of one of the two', remedy: WITHOUT},
  'their-name': {
    what: 'a word that is in a name of one of the two',
    remedy: `${WITHOUT}; where the word means something else, use another`,
  },
  'their-birthday': {
    what: 'the birthday of one of the two, or its month',
    remedy: `${WITHOUT}; a year alone may stand`,
  },
} as const;

const TEXTS = {
  erratum: 'erratum',
  reason: 'reason',
  'shown-anyway': 'reason why a table is shown anyway',
} as const;

const STATES = {
  draft: 'a draft',
  validated: 'validated',
  returned: 'sent back',
  approved: 'approved',
  released: 'released',
  corrected: 'corrected',
} as const;

const between = ({low, high}: {readonly low: number; readonly high: number}): string =>
  movedFrom(low, high, ['by', 'to']);
