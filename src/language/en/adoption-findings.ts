import type {AdoptionRule, Facts} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

const where = ({file, sheet}: Facts): string => (sheet === undefined ? `${file}` : `${file}, sheet ${sheet}`);
const all = (list: Facts[string] | undefined): string => (Array.isArray(list) ? list.join(', ') : String(list ?? ''));
const rows = (facts: Facts): string => `${facts.count === 1 ? 'row' : 'rows'} ${all(facts.rows)}`;

export const adoptionFindings: WordsFor<AdoptionRule> = {
  'adopted-before': ({file, adoption}) => ({
    what: `${file} was adopted before, as ${adoption}.`,
    remedy: 'Nothing is done with it. To adopt it otherwise, undo that adoption first.',
  }),
  'adopted-otherwise': ({file, adoption, source}) => ({
    what: `${file} was adopted before, as ${adoption}, and is another file now.`,
    remedy: `Receive it as its source (\`opgor receive --source ${source}\`), or undo that adoption and adopt again.`,
  }),
  'cells-merged': (facts) => ({
    what: `${where(facts)}: cells of several rows are merged (${rows(facts)}). Only the first of them holds the value, and the others look blank.`,
    remedy: 'Unmerge them in a copy, fill the value into each row, and adopt the copy. The sheet is not taken.',
  }),
  'column-without-heading': (facts) => ({
    what: `${where(facts)}: column ${facts.column} has no heading in row ${facts.row}. ${facts.held === 'yes' ? 'It stands beyond the last heading, so rows with something in it are held' : 'It is left out'}.`,
    remedy: 'Give it a heading in a copy if it says anything that counts.',
  }),
  'days-mixed': (facts) => ({
    what: `${where(facts)}: “${facts.column}” holds days as days (${facts.days}), as text (${facts.texts}) and as bare numbers (${facts.numbers}). Numbers are read as the spreadsheet counts days, text as day, month, year. Fewest: ${rows(facts)}.`,
    remedy: 'Look at those rows after the adoption; a day that cannot be read holds its row.',
  }),
  'days-outside-year': (facts) => ({
    what: `${where(facts)}: “${facts.column}” has a day that is not of ${facts.year} in ${rows(facts)}. The row counts in the year of its day.`,
    remedy: 'Check the day, or the year of the sheet.',
  }),
  'days-shifted': (facts) => ({
    what: `${where(facts)}: “${facts.column}” is 1,462 days off ${facts.year} in ${rows(facts)}: the two ways of counting days, from 1900 and from 1904, are so far apart. They are read as they stand.`,
    remedy: 'They were probably copied between two books. Correct them in a copy, and adopt the copy.',
  }),
  'days-since-1904': (facts) => ({
    what: `${where(facts)} counts days from 1904, and is read so.`,
    remedy: 'Nothing, unless its days look four years off.',
  }),
  'figure-not-read': (facts) => ({
    what: `${where(facts)}: the figure in row ${facts.row} is of no category that is known.`,
    remedy: 'Answer what its word stands for, or enter it in published.csv.',
  }),
  'figure-published-otherwise': (facts) => ({
    what: `${where(facts)}, row ${facts.row}: ${facts.cell} is ${facts.says} there, and ${facts.published} according to ${facts.source}. What the profile has stands.`,
    remedy: 'Find out which was published, and correct published.csv if need be.',
  }),
  'figures-by-formula': (facts) => ({
    what: `${where(facts)}: figures in ${rows(facts)} are worked out by formulas. What they last showed is taken, and may be out of date.`,
    remedy: 'Compare them with what was printed; enter what was in published.csv if they differ.',
  }),
  'figures-do-not-add': (facts) => ({
    what: `${where(facts)}: the total in row ${facts.row} is ${facts.says}, and what it stands with adds up to ${facts.sum}. Both are taken as they stand.`,
    remedy: 'Find out which was published. It may be right where one person may be in several categories.',
  }),
  'figures-side-by-side': (facts) => ({
    what: `${where(facts)}: several numbers stand beside each other in ${rows(facts)}, and no heading says which of them is the count of all. They are not read.`,
    remedy: 'Head the column of totals “Total” in a copy, and adopt the copy; or enter the figures in published.csv.',
  }),
  'figures-without-year': (facts) => ({
    what: `${where(facts)}: nothing says which year the figure in row ${facts.row} is of. It is left out.`,
    remedy: 'Give the year of the sheet under years: in the answers.',
  }),
  'file-changed': ({file}) => ({
    what: `The profile’s ${file} was changed after the adoption.`,
    remedy: 'Put it back by hand, or keep it: nothing of the adoption is undone.',
  }),
  'file-not-a-table': ({file, kind}) => ({
    what: `${file} is no spreadsheet (${kind}), and is passed over.`,
    remedy: 'If it holds figures or persons, save them as XLSX, ODS or CSV in the folder.',
  }),
  'file-open': ({file, of}) => ({
    what: `${file} shows that ${of} is open in Excel, or was when it was copied. What is not saved is not read.`,
    remedy: 'Close it there, and adopt again if it was changed.',
  }),
  formulas: (facts) => ({
    what: `${where(facts)}: “${facts.column}” is worked out by a formula in ${rows(facts)}. What it last showed may be out of date, and is not taken: such rows are held.`,
    remedy: 'Replace the formulas by their values in a copy (copy, paste special, values), and adopt the copy.',
  }),
  'heading-twice': (facts) => ({
    what: `${where(facts)}: in row ${facts.row} a heading stands twice: ${all(facts.columns)}. The first of them is read.`,
    remedy: 'Give each its own heading in a copy if the second says anything that counts.',
  }),
  'list-of-year': (facts) => ({
    what: `${where(facts)}: no column gives a day. Every row is taken to be of ${facts.year}.`,
    remedy: `Say another year with years: {'${facts.name}': YYYY} in the answers if that is wrong.`,
  }),
  'list-without-day': (facts) => ({
    what: `${where(facts)}: no column gives a day, and nothing says which year it is of.`,
    remedy: 'Say which column does, or give the year under years: in the answers. The sheet is not taken.',
  }),
  'member-without-column': (facts) => ({
    what: `${where(facts)}: no column gives what every row must have (${facts.member}).`,
    remedy: 'Add a column for it in a copy, and adopt the copy. The sheet is not taken.',
  }),
  'rows-below': (facts) => ({
    what: `${where(facts)}: below the table stands something else (${rows(facts)}), which is not read.`,
    remedy: 'Look whether any of it is a person.',
  }),
  'rows-coloured': (facts) => ({
    what: `${where(facts)}: cells are coloured (${facts.colours === 1 ? 'one colour' : `${facts.colours} colours`}) in ${rows(facts)}. What a colour means is not read.`,
    remedy: 'If it means something, say it in a column of its own in a copy, and adopt the copy.',
  }),
  'columns-hidden': (facts) => ({
    what: `${where(facts)}: ${facts.count === 1 ? 'column' : 'columns'} ${all(facts.columns)} ${facts.count === 1 ? 'is hidden. It is' : 'are hidden. They are'} read like the others.`,
    remedy: 'Answer that they are left out if they are not meant to be used.',
  }),
  'rows-hidden': (facts) => ({
    what: `${where(facts)}: ${rows(facts)} ${facts.count === 1 ? 'is' : 'are'} hidden. They are read like the others.`,
    remedy: 'Delete them in a copy if they are not meant to count, and adopt the copy.',
  }),
  'rows-remarked': (facts) => ({
    what: `${where(facts)}: somebody has written remarks on cells in ${rows(facts)}. They are not read.`,
    remedy: 'Look whether one says that the row does not count, or says something else.',
  }),
  'rows-sparse': (facts) => ({
    what: `${where(facts)}: ${rows(facts)} ${facts.count === 1 ? 'fills' : 'fill'} in hardly anything and no day: a heading or a count, rather than a person. ${facts.held === 'yes' ? 'Such rows are held' : 'Nothing tells them from persons, so the sheet is not taken'}.`,
    remedy: 'Delete them in a copy, and adopt the copy; if it is a person, fill in what the others have.',
  }),
  'rows-struck': (facts) => ({
    what: `${where(facts)}: text is struck through in ${rows(facts)}. They are read like the others.`,
    remedy: 'Delete them in a copy if they are not meant to count, and adopt the copy.',
  }),
  'same-person-twice': (facts) => ({
    what: `${where(facts)}: the same number, or the same name and birth date, stands in several rows (${all(facts.rows)}).`,
    remedy:
      'By a number they are one person, who counts once a year; by name and birth date, `opgor review` puts it to you.',
  }),
  'second-table': (facts) => ({
    what: `${where(facts)}: in row ${facts.row} another table begins. It is not read.`,
    remedy: 'Move it to a sheet of its own in a copy if it is to be adopted too.',
  }),
  'several-totals': (facts) => ({
    what: `${where(facts)}: there are several kinds of rows of totals (${all(facts.words)}). Only the first kind is told from persons; the others are held.`,
    remedy: 'Delete the subtotals in a copy, and adopt the copy.',
  }),
  'sheet-empty': (facts) => ({
    what: `${where(facts)} is empty.`,
    remedy: 'Nothing, unless it ought not to be.',
  }),
  'sheet-hidden': (facts) => ({
    what: `${where(facts)} is hidden. It is read like the others.`,
    remedy: `Pass it over with skip: in the answers if it is not meant to count.`,
  }),
  'sheet-not-understood': (facts) => ({
    what: `${where(facts)}: neither a list of persons nor a table of figures is found in it.`,
    remedy: 'Say what its columns are under columns: in the answers, or pass it over.',
  }),
  'sheet-skipped': (facts) => ({what: `${where(facts)} is passed over, as answered.`, remedy: 'Nothing.'}),
  'strikes-unseen': (facts) => ({
    what: `${where(facts)}: in ${facts.kind} it cannot be seen whether text is struck through${facts.kind === 'XLS' ? ' or its letters are coloured' : ''}.`,
    remedy: 'If the office strikes out what does not count, save it as XLSX and adopt that.',
  }),
  'table-again': (facts) => ({
    what: `${where(facts)}: in row ${facts.row} a second table begins under the same headings. Which of the two is meant cannot be told.`,
    remedy: 'Put all persons in one table, or on two sheets, in a copy, and adopt the copy. The sheet is not taken.',
  }),
  'table-beside': (facts) => ({
    what: `${where(facts)}: to the right, from column ${facts.column} on, stands something else under headings of its own in row ${facts.row}. It is not read.`,
    remedy: 'Move it to a sheet of its own in a copy if it is to be adopted too.',
  }),
  'totals-left-out': (facts) => ({
    what: `${where(facts)}: ${rows(facts)} ${facts.count === 1 ? 'is a row of totals' : 'are rows of totals'}, and no person.`,
    remedy: 'Nothing: it is left out, and its numbers are compared.',
  }),
};
