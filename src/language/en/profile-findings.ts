import type {Facts, ProfileRule} from '#concepts/finding';
import {expectedInWords} from '#language/expected-words';
import type {WordsFor} from '#language/finding-words';

export const profileFindings: WordsFor<ProfileRule> = {
  'profile-file-missing': ({file}) => ({
    what: `${file} is missing.`,
    remedy: `Write ${file}; profiles/denmark has one to start from.`,
  }),
  'profile-file-strange': ({file, nearest}) => ({
    what: `${file} is no file of a profile and would be left out.`,
    remedy: nearest ? `Rename it ${nearest}, or move it elsewhere.` : 'Move it elsewhere.',
  }),
  'file-too-large': ({file, limit}) => ({
    what: `${file} is larger than ${limit} bytes.`,
    remedy: 'A profile holds definitions only: see whether another file was put in its place.',
  }),
  'not-utf-8': (facts) => ({what: `${at(facts)}: not UTF-8.`, remedy: 'Save the file as UTF-8.'}),
  'yaml-unreadable': (facts) => ({
    what: `${at(facts)}: not readable as YAML (${facts.why}).`,
    remedy: 'See to indentation, colons and quotation marks on this line and the one above.',
  }),
  'yaml-alias': (facts) => ({
    what: `${at(facts)}: anchors (&) and aliases (*) are not used in a profile.`,
    remedy: 'Write the definition out where it is needed; put quotation marks around text that begins with & or *.',
  }),
  'unknown-key': (facts) => ({
    what: `${at(facts)}: there is no key “${facts.key}”.`,
    remedy: facts.nearest ? `Is “${facts.nearest}” meant?` : `Known here: ${listed(facts.known)}.`,
  }),
  'missing-key': (facts) => ({
    what: `${at(facts)}: “${facts.key}” is missing or empty.`,
    remedy: 'Give it a value.',
  }),
  'wrong-value': (facts) => ({
    what: `${at(facts)}: ${facts.key === '' ? 'the file' : `“${facts.key}”`} has a value it cannot have.`,
    remedy: `Expected: ${expectedInWords(`${facts.expected}`, TYPES) || 'another value; docs/method shows what it may be'}.`,
  }),
  'missing-label': (facts) => ({
    what: `${at(facts)}: the label “${facts.key}” is missing.`,
    remedy: 'Write it in both Danish and English.',
  }),
  'without-source': (facts) => ({
    what: `${at(facts)}: no source.`,
    remedy: 'Say where the definition comes from: source: {title: …, at: …}.',
  }),
  'column-missing': (facts) => ({
    what: `${at(facts)}: the column “${facts.column}” is missing.`,
    remedy: 'Add it to the first line, parted by commas; its cells may be empty.',
  }),
  'column-strange': (facts) => ({
    what: `${at(facts)}: the column “${facts.column}” is unknown, there twice, or has a name with other characters than a–z, 0–9 and -.`,
    remedy: facts.nearest ? `Is “${facts.nearest}” meant?` : 'Rename or remove it.',
  }),
  'row-uneven': (facts) => ({
    what: `${at(facts)}: ${facts.cells} cells under ${facts.columns} columns.`,
    remedy: 'Put quotation marks around a cell that holds a comma, and keep the commas of empty cells.',
  }),
  'bad-date': (facts) => ({
    what: `${at(facts)}: “${facts.key}” is no day or year there is.`,
    remedy: 'Write a year (2013) or a day (2013-07-01).',
  }),
  'bad-day': (facts) => ({
    what: `${at(facts)}: “${facts.value}” is no day there is.`,
    remedy: 'Write the day, for instance 2013-07-01.',
  }),
  'decided-by-one': (facts) => ({
    what: `${at(facts)}: the one who decided has approved it too.`,
    remedy: 'Have another person decide with them, and name that one under “approved-by”.',
  }),
  'date-order': (facts) => ({what: `${at(facts)}: ends before it begins.`, remedy: 'Correct one of the two dates.'}),
  'code-characters': (facts) => ({
    what: `${at(facts)}: “${facts.value ?? facts.key}” cannot be a code.`,
    remedy: 'Use letters a–z, digits and single hyphens.',
  }),
  'code-reserved': (facts) => ({
    what: `${at(facts)}: the code “${facts.code}” is reserved.`,
    remedy: `Choose another; reserved are ${listed(facts.reserved)}.`,
  }),
  'unknown-code': (facts) => ({
    what: `${at(facts)}: there is no code “${facts.code}” in ${facts.list}.`,
    remedy: facts.nearest ? `Is “${facts.nearest}” meant? Otherwise add a row.` : `Add a row to ${facts.list}.`,
  }),
  'unknown-row-missing': ({file}) => ({
    what: `${file} has no row “unknown” without an end.`,
    remedy: 'Add one: what a source did not say is always a category.',
  }),
  'code-at-other-level': (facts) => ({
    what: `${at(facts)}: from ${facts.from} ${facts.concept} reads the code ${facts.code} as another, and the table does not count it.`,
    remedy: 'Name the code it belongs to in the table’s `universe` too, or take the code out.',
  }),
  'overlapping-validity': (facts) => ({
    what: `${at(facts)}: “${facts.code}” is also in force on the same day by line ${facts['other-line']}.`,
    remedy: 'End one the day or year before the other begins.',
  }),
  'validity-gap': (facts) => ({
    what: `${at(facts)}: “${facts.code}” is nowhere in the list from ${facts.from} to ${facts.to}; whoever has it then would be unknown.`,
    remedy: 'Let the earlier row last until the later one begins; a code of another meaning gets another name.',
  }),
  'parent-not-in-force': (facts) => ({
    what: `${at(facts)}: the parent “${facts.parent}” is not in force as long as “${facts.code}” is.`,
    remedy: 'Correct the dates of one of them, or part the row in two.',
  }),
  'code-cycle': (facts) => ({
    what: `${at(facts)}: a code is its own ancestor: ${listed(facts.codes, ' → ')}.`,
    remedy: 'Take away or correct one of the parents.',
  }),
  'age-bands-overlap': (facts) => ({
    what: `${at(facts)}: the ages of “${facts.code}” and “${facts.other}” overlap, or the least is above the greatest.`,
    remedy: 'Correct min and max; both are included.',
  }),
  'duplicate-id': (facts) => ({
    what: `${at(facts)}: “${facts.id}” is already the id of ${facts['other-file']}, line ${facts['other-line']}.`,
    remedy: 'Rename or remove one of them.',
  }),
  'list-without-concept': ({file, list}) => ({
    what: `${file}: no concept is called “${list}”, so the list has no name.`,
    remedy: `Add one with id: ${list} to concepts.yaml, or remove the list.`,
  }),
  'no-such-code-list': (facts) => notThere(facts, 'code list', 'codelists/'),
  'no-such-concept': (facts) => notThere(facts, 'concept', 'concepts.yaml'),
  'no-such-unit': (facts) => notThere(facts, 'unit', 'profile.yaml'),
  'no-such-table-published': (facts) => notThere(facts, 'table', 'tables.yaml'),
  'no-such-table-noted': (facts) => notThere(facts, 'table', 'tables.yaml'),
  'rolled-up-multiple': (facts) => ({
    what: `${at(facts)}: a person may have several codes of “${facts.concept}”, so they cannot be added up to one.`,
    remedy: 'Roll up a concept of which a person has one code.',
  }),
  'noise-without-table': (facts) => ({
    what: `${at(facts)}: some small count cannot be moved by chance with so little variance.`,
    remedy: 'Raise “variance” or “most”, or lower “no-result-up-to”.',
  }),
  'rolled-up-into-code': (facts) => ({
    what: `${at(facts)}: “${facts.code}” is a code of the list ${facts.list} already.`,
    remedy: 'Give what is rolled up a code of its own.',
  }),
  'no-such-table-revised': (facts) => notThere(facts, 'table', 'tables.yaml'),
  'chart-without-editions': (facts) => ({
    what: `${at(facts)}: the table “${facts.table}” is not over years and editions, so it has no first and latest figures to draw.`,
    remedy: 'Choose the chart bar, column or none, or let the dimensions be [year, edition].',
  }),
  'note-beside-table': (facts) => ({
    what: `${at(facts)}: the table “${facts.table}” is not broken down by “${facts.name}”, so the note would stand nowhere.`,
    remedy: `Choose one of the table’s concepts: ${listed(facts.known)}.`,
  }),
  'figure-in-note': (facts) => ({
    what: `${at(facts)}: the note says “${facts.text}”; a note is bound to no cell and cannot follow the figures.`,
    remedy: `Say it in the text, where it is bound, or let the phrase through in ${facts.words} under allowed.`,
  }),
  'text-in-one-language': (facts) => ({
    what: `${at(facts)}: the section “${facts.section}” says something that is missing in the other language (${facts.other}).`,
    remedy: 'Write the same sentences in both languages, in the same sections.',
  }),
  'profile-without-text': ({file}) => ({
    what: `${file} holds no text: there will be tables and no statement.`,
    remedy: 'Write statement/da.md and statement/en.md with their words.<language>.yaml.',
  }),
  'no-such-column-linked': (facts) => ({
    what: `${at(facts)}: nothing called “${facts.name}” is known of a person.`,
    remedy: facts.nearest ? `Is “${facts.nearest}” meant?` : `Known are: ${listed(facts.known)}.`,
  }),
  'thresholds-out-of-order': (facts) => ({
    what: `${at(facts)}: pairs are to be looked at from ${facts.review} and linked from ${facts.link}, so none would be looked at.`,
    remedy: 'Let review be below link.',
  }),
  'layout-no-such-field': (facts) => notThere(facts, 'field', 'columns'),
  'layout-no-such-heading': (facts) => notThere(facts, 'heading', 'columns'),
  'layout-no-such-member': (facts) => ({
    what: `${at(facts)}: this kind of fact has no member “${facts.name}”.`,
    remedy: facts.nearest ? `Is “${facts.nearest}” meant?` : `It has: ${listed(facts.known)}.`,
  }),
  'layout-named-twice': (facts) => ({
    what: `${at(facts)}: two columns share “${facts.name}”.`,
    remedy: 'Give each column a heading and a field of its own.',
  }),
  'layout-member-missing': (facts) => ({
    what: `${at(facts)}: this kind of fact needs “${facts.name}”.`,
    remedy: 'Set it from a field ($field) or to a constant.',
  }),
  'layout-fact-without-codes': (facts) => ({
    what: `${at(facts)}: a fact of the kind “${facts.name}” carries no codes.`,
    remedy: 'Move the codes to a contact, an assessment, an exploitation or characteristics.',
  }),
  'layout-not-a-pattern': (facts) => ({
    what: `${at(facts)}: “${facts.key}” is not a regular expression.`,
    remedy: 'See to brackets and backslashes.',
  }),
};

const at = ({file, line}: Facts) => (line === 0 ? `${file}` : `${file}, line ${line}`);

const TYPES = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true | false',
  object: '{key: value}',
  record: '{key: value}',
  array: '[a list]',
} as const;

const listed = (value: Facts[string] | undefined, between = ', ') =>
  typeof value === 'object' ? value.join(between) : `${value ?? ''}`;

const notThere = (facts: Facts, kind: string, place: string) => ({
  what: `${at(facts)}: there is no ${kind} “${facts.name}”.`,
  remedy: facts.nearest
    ? `Is “${facts.nearest}” meant?`
    : `Add it to ${place}, or choose one of: ${listed(facts.known)}.`,
});
