import type {IntakeRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

export const intakeFindings: WordsFor<IntakeRule> = {
  'required-cell-empty': ({column}) => ({
    what: `“${column}” is empty, and is needed here.`,
    remedy: `Fill in “${column}”.`,
  }),
  'row-without-day': ({columns}) => ({
    what: `The row has no day: ${said(columns)} is empty.`,
    remedy: `Fill in at least one of ${said(columns)}.`,
  }),
  'row-too-long': ({cells, headings}) => ({
    what: `The row has ${cells} cells under ${headings} headings.`,
    remedy: 'Put text that holds the delimiter in quotation marks.',
  }),
  'cell-too-long': ({column, limit}) => ({
    what: `“${column}” holds more than ${limit} characters.`,
    remedy: 'Shorten it; notes belong in the case file.',
  }),
  'formula-cell': ({column}) => ({
    what: `“${column}” holds a formula, whose value may be out of date.`,
    remedy: 'Replace the formula by its value (copy, paste as values).',
  }),
  'unknown-word': ({column, known, nearest}) => ({
    what: `“${column}” holds a word that is not in its list.`,
    remedy: `${nearest === undefined ? '' : `Perhaps “${nearest}”. `}Use one of: ${said(known)}; or give the word in the source’s layout.`,
  }),
  'code-not-in-force': ({column, code, on}) => ({
    what: `“${column}” holds ${code}, which the list did not have on ${on}.`,
    remedy: 'Use the word of that time, or correct the dates of the code list.',
  }),
  'impossible-date': ({column, format}) => ({
    what: `“${column}” is not a day that exists, written ${format}.`,
    remedy: `Correct “${column}”.`,
  }),
  'date-in-future': ({column, on}) => ({
    what: `“${column}” lies after the day the file was received (${on}).`,
    remedy: `Correct “${column}”, or leave it empty until it has happened.`,
  }),
  'date-too-early': ({column, earliest}) => ({
    what: `“${column}” lies before ${earliest}.`,
    remedy: `Correct the year of “${column}”.`,
  }),
  'dates-out-of-order': ({earlier, later}) => ({
    what: `“${later}” lies before “${earlier}”.`,
    remedy: 'Correct the one that is wrong.',
  }),
  'number-not-readable': ({column, decimal}) => ({
    what: `“${column}” is not a number with “${decimal}” as its decimal sign.`,
    remedy: `Correct “${column}”.`,
  }),
  'number-not-whole': ({column}) => ({
    what: `“${column}” is not a whole number.`,
    remedy: `Correct “${column}”: persons, days and years are whole.`,
  }),
  'number-out-of-range': ({column, min, max}) => ({
    what: `“${column}” is not between ${min ?? '…'} and ${max ?? '…'}.`,
    remedy: `Correct “${column}”.`,
  }),
  'identifier-malformed': ({column, scheme}) => ({
    what: `“${column}” is not built as a number of the kind ${scheme} is.`,
    remedy: `Correct “${column}”; a leading zero may have been lost in a spreadsheet.`,
  }),
  'birth-date-in-identifier-impossible': ({column}) => ({
    what: `“${column}” begins with a day that does not exist. The row was taken.`,
    remedy: `Check “${column}”; substitute numbers may look so.`,
  }),
  'column-not-in-layout': ({columns}) => ({
    what: `The file has columns that the layout does not know, and nothing was taken from them: ${said(columns)}.`,
    remedy: 'Describe them in the source’s layout, if they are to count.',
  }),
  'totals-row-disagrees': ({column, row, says, counted}) => ({
    what: `The row of totals (row ${row}) says ${says} under “${column}”; the rows above give ${counted}.`,
    remedy: 'Ask the agency whether rows are missing.',
  }),
};

const said = (words: string | number | readonly string[] | undefined) =>
  typeof words === 'object' ? words.map((word) => `“${word}”`).join(', ') : String(words ?? '');
