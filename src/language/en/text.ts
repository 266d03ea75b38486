/** The office's text, in English. */
import type {TextRefusal, TextStop} from '#concepts/text-refusal';
import type {RefusalWords} from '#language/refusal-words';
import type {TextWords} from '#language/text-words';

export const text: TextWords = {
  taken: {
    reworded: (sentence) => `Reworded: ${sentence}`,
    removed: (sentence) => `Taken out: ${sentence}`,
    added: (sentence) => (sentence === '' ? 'New' : `New, after ${sentence}`),
    moved: (sentence) => `Moved, to after ${sentence}`,
    parted: (sentence) => `A new paragraph begins at ${sentence}`,
    joined: (sentence) => `Joined to the paragraph before: ${sentence}`,
  },
  typed: (text, sentence) => `“${text}” is typed in ${sentence} and bound to no cell; a draft is marked there.`,
  wordTyped: (text, sentence) =>
    `“${text}” in ${sentence} claims something of figures that nothing tests; a draft is marked there.`,
  couldBe: (placeholder, title) => `could be ${placeholder}: ${title}`,
  noCandidate: 'no cell reads so',
  dropped: (bound, address, sentence) => `${sentence} no longer says ${bound} (${address}).`,
  left: {
    program: (before, after) => `Not taken, the program writes it: “${before}” → “${after}”`,
    commentary: (before, after) =>
      `Not taken, it is signed (commentary/ in the profile; sign it anew): “${before}” → “${after}”`,
    front: (before, after) =>
      `Not taken, the front page (title and subtitle stand at the head of the text): “${before}” → “${after}”`,
    heading: (before) => `Not taken, a heading is moved or taken out in the profile: “${before}”`,
    table: (before, after) => `Not taken, tables are declared in tables.yaml: “${before}” → “${after}”`,
  },
  otherForms: (sentence, form, others) =>
    `${sentence} is changed in form ${form}, the one told this time; its ${others} other ${others === 1 ? 'form is' : 'forms are'} as before (opgor text list).`,
  figureWords: (sentence, option, before, after) =>
    `${sentence}: the words of its figure (${option}) are “${after}” instead of “${before}”; those for other numbers are as before.`,
  byText: (figures) =>
    `${figures} ${figures === 1 ? 'figure' : 'figures'} had lost what they were bound to on the way; found by their text and place.`,
  accepted: (changes) => `${changes} tracked ${changes === 1 ? 'change was' : 'changes were'} accepted.`,
  remark: (author, sentence, said) => `Remark by ${author} on ${sentence}, kept for the next document: ${said}`,
  behind: (language, sentence, why) => `${language}: ${sentence} lags behind now (${why}).`,
  nothingToTake: 'Nothing in the text is worded otherwise.',
  written: (file) => `Wrote ${file}.`,
  notWritten: 'Nothing was written.',
  lag: {
    reworded: 'it is worded otherwise there',
    removed: 'it is taken out there',
    added: 'something is added after it there',
    moved: 'something is moved to after it there',
  },
  chips: 'Chips',
  shows: {
    count: 'number',
    rest: 'number of the rest',
    percent: 'share',
    change: 'change',
    categories: 'how many kinds',
    largest: 'the largest',
    list: 'list with numbers',
    universe: 'what it is limited to',
    given: '',
  },
  given: {
    year: 'the period',
    when: 'when',
    'last-year': 'the year before',
    'first-year': 'the first year',
    edition: 'the edition',
    'smallest-shown': 'the smallest number shown',
    'shown-anyway': 'the tables shown by decision',
  },
  capital: 'with a capital',
  always: 'always',
  otherwise: 'otherwise',
  when: (conditions) => `when ${conditions.join(', and ')}`,
  entry: (applied, key) => ENTRIES[`${applied} ${key}`] ?? ENTRIES[key] ?? `is ${key}`,
  against: (label) => `held against ${label}`,
  form: (number) => `form ${number}`,
  saysNothing: '(says nothing)',
  nothingToCount: '(nothing is registered of that year)',
};

const ENTRIES: Readonly<Record<string, string>> = {
  one: 'is one',
  other: 'is several',
  withheld: 'is withheld',
  'not-collected': 'is not collected',
  'not-applicable': 'is not applicable',
  nothing: 'cannot be shown, for whatever reason',
  '*': 'is anything else',
  all: 'is all',
  most: 'is most',
  half: 'is about half',
  some: 'is some',
  few: 'is few',
  'quantifier none': 'is none',
  'largest none': 'is none: nobody is known',
  'list none': 'is empty',
  only: 'is the only one',
  tie: 'is several, equally large',
  partly: 'can be shown in part',
  equal: 'is as many',
  'about-equal': 'is about as many',
  more: 'is more',
  fewer: 'is fewer',
  doubled: 'is doubled',
  'more-than-doubled': 'is more than doubled',
  halved: 'is halved',
  uneven: 'is uneven',
  rises: 'rises',
  'rises-from-zero': 'rises from none',
  falls: 'falls',
  stays: 'stays as it is',
  unknown: 'cannot be known',
  internal: 'is internal',
  public: 'is public',
  year: 'is of a calendar year',
  span: 'is of another period',
  'given none': 'is not set: nothing is withheld by size',
  'zeros-shown': 'is set, and zeros are shown',
  'zeros-withheld': 'is set, and zeros are withheld',
};

const FOUND: Readonly<Record<string, string>> = {
  'not-a-zip': 'it is something else',
  'old-word': 'it is in Word’s old format (.doc)',
  'open-document': 'it is an OpenDocument file (.odt)',
  encrypted: 'it is locked with a password',
  'too-large': 'it holds more than a text can',
  damaged: 'it is damaged',
  'no-document': 'there is no text in it',
};

const stopSaid = (stop: TextStop): string => {
  switch (stop.kind) {
    case 'figure-changed':
      return `${stop.sentence === '' ? 'A table' : stop.sentence}: ${stop.address} is ${stop.bound}, and the document ${stop.found === '' ? 'no longer says it' : `says ${stop.found}`}.`;
    case 'changed-since':
      return `${stop.sentence} has been changed in the profile since the document was written: “${stop.before}”; the document says “${stop.after}”.`;
    case 'not-written':
      return `${stop.sentence} cannot be written so that it says the same: “${stop.after}”.`;
  }
};

export const textRefusals: Pick<RefusalWords, TextRefusal['reason']> = {
  'not-a-word-document': ({file, found}) => ({
    what: `${file} is not a DOCX that can be read: ${FOUND[found] ?? found}.`,
    remedy: 'Save it as DOCX (Word: Save as; Google Docs, Pages: download or export as Word) and bring that in.',
  }),
  'text-of-what': ({file, missing}) => ({
    what: `${file} does not say of which statement it is: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
    remedy: 'Say it with --year and --language.',
  }),
  'changes-pending': ({file, changes, authors}) => ({
    what: [
      `${file} has ${changes.length} tracked ${changes.length === 1 ? 'change' : 'changes'} that nobody has accepted:`,
      ...changes
        .slice(0, 40)
        .map(({kind, author, text: said}) => `  ${author}: ${KINDS[kind]}${said === '' ? '' : ` “${said}”`}`),
      ...(changes.length > 40 ? [`  … and ${changes.length - 40} more`] : []),
    ].join('\n'),
    remedy: `Accept or reject them in the word processor, or take them here: --accept-all, or by author: ${authors.map((author) => `--accept "${author}"`).join(' ')}. Nothing was written.`,
  }),
  'text-not-taken': ({file, stopping}) => ({
    what: [`The text of ${file} is not taken:`, ...stopping.map((stop) => `  ${stopSaid(stop)}`)].join('\n'),
    remedy:
      'Put the figures back as they are bound; a figure that is wrong is put right in the register. Nothing was written, neither of these nor of the rest.',
  }),
  'no-such-sentence': ({sentence, near}) => ({
    what: `There is no sentence “${sentence}”.${near === undefined ? '' : ` Is ${near} meant?`}`,
    remedy: 'List them with `opgor text list`.',
  }),
  'no-such-form': ({sentence, form, forms}) => ({
    what: `${sentence} has no form ${form}; it has ${forms}.`,
    remedy: 'Show them with `opgor text list`.',
  }),
  'no-such-chip': ({chip, known}) => ({
    what: `The sentence has no chip “${chip}”.`,
    remedy: `It has: ${known.join(' ') || 'none'}. A chip is named by its number.`,
  }),
  'not-on-the-menu': ({given, menu}) => ({
    what: `“${given}” is not on the menu.`,
    remedy: `On the menu: ${menu.join(', ')}.`,
  }),
  'form-there-already': ({sentence, form}) => ({
    what: `${sentence} has a form for this already: form ${form}.`,
    remedy: 'Change its wording instead.',
  }),
  'text-change-faulty': ({sentence}) => ({
    what: `${sentence} would be at fault, so it is not changed:`,
    remedy: 'Mend the wording and try again. Nothing was written.',
  }),
};

const KINDS = {inserted: 'put in', deleted: 'taken out', moved: 'moved', paragraph: 'a paragraph’s end'} as const;
