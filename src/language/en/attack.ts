/** What is said of published tables that were attacked, in English. */
import type {AttackRefusal, CountRule, TableRule} from '#concepts/attack-refusal';
import type {AttackWords} from '#language/attack-words';
import type {RefusalWords} from '#language/refusal-words';

const n = (number: number) => number.toLocaleString('en');
const s = (number: number) => (number === 1 ? '' : 's');

export const attack: AttackWords = {
  summary: (tables, cells, withheld, recovered) =>
    `${n(tables)} table${s(tables)}, ${n(cells)} cell${s(cells)}: ${n(withheld)} withheld, ${n(recovered)} of them recovered exactly.`,
  leftOut: {
    'shares-or-differences': (names) =>
      `Left out, since they hold shares or differences and no counts: ${names.join(', ')}.`,
    'figures-about-figures': (names) =>
      `Left out, since they tell how far figures were or may be moved, and count nobody: ${names.join(', ')}.`,
    'nothing-told': (names) =>
      `Left out, since every cell is one that nobody collected or that cannot be: ${names.join(', ')}.`,
  },
  eachByItself:
    'Each table was attacked by itself: the files do not say which of them count the same persons. figures.json does, and so does a mapping (population: one).',
  contradictions: (number) => `${n(number)} contradiction${s(number)}.`,
  contradiction: 'These cells cannot all be right; without any one of them the others can:',
  setAside: 'What contradicts itself was set aside before the rest was worked out.',
  unproven: (cells) =>
    `The time ran out: of ${n(cells)} cell${s(cells)} the true limits are inside those given, which may be narrower. Give more with --time-limit.`,
  unfinished: 'The time ran out before every contradiction was looked for.',
  circle:
    'The tables divide the same persons in a circle and have too many cells together: the limits are those of the tables, and may be narrower.',
  outer: 'may be narrower',
  noWhole: 'no whole numbers fit',
  together: 'together',
  rest: '(not printed)',
};

export const attackRefusals: Pick<RefusalWords, AttackRefusal['reason']> = {
  'not-published-tables': ({file, row, rule}) => ({
    what: `${file}${row === undefined ? '' : `, row ${row}`}: ${TABLE[rule].what}.`,
    remedy: TABLE[rule].remedy,
  }),
  'not-a-count': ({file, row, rule}) => ({
    what: `${file}, row ${row}: ${COUNT[rule].what}.`,
    remedy: COUNT[rule].remedy,
  }),
  'mapping-faulty': ({file}) => ({what: `The mapping ${file} has faults:`, remedy: 'Mend each in the line named.'}),
  'hierarchy-overlaps': ({file, dimension, code, sums}) => ({
    what: `${file}: in the hierarchy of ${dimension}, ${code} is a part of ${sums.join(' and of ')}.`,
    remedy: 'Let every code be a part of one sum only, and of none of its own parts.',
  }),
};

const TIDY =
  'A table has one row a cell: a column for each dimension, Total for margins, the count in the last column. Else describe it in a mapping (docs/method/attack.md).';

const TABLE: Readonly<Record<TableRule, {readonly what: string; readonly remedy: string}>> = {
  'one-column': {what: 'the header has one column only', remedy: TIDY},
  'no-rows': {what: 'there is no cell below the header', remedy: TIDY},
  'heading-empty': {what: 'a column has no heading', remedy: TIDY},
  'heading-twice': {what: 'two columns have the same heading', remedy: TIDY},
  'cells-too-few': {what: 'the row has fewer cells than the header', remedy: TIDY},
  'cells-too-many': {
    what: 'the row has more cells than the header',
    remedy: 'Put texts with the delimiter in them between quotation marks.',
  },
  'code-empty': {what: 'a dimension has no code', remedy: 'Write Total where the cell is a margin.'},
  'not-json': {what: 'it is not JSON', remedy: 'Fetch the file again.'},
  'not-json-stat': {
    what: 'it is JSON, but has no JSON-stat dataset',
    remedy: 'Ask the publisher for JSON-stat, CSV or PX.',
  },
  'not-px': {what: 'it is not a PX file that can be read', remedy: 'Fetch the file again, or save it as CSV.'},
  'sizes-differ': {
    what: 'the number of values is not that of its dimensions’ codes multiplied',
    remedy: 'Fetch the file again: a part is missing.',
  },
};

const COUNT: Readonly<Record<CountRule, {readonly what: string; readonly remedy: string}>> = {
  negative: {what: 'the count is below 0', remedy: 'Persons are counted: leave differences and balances out.'},
  fraction: {what: 'the count is not whole', remedy: 'Persons are counted: leave shares, rates and averages out.'},
  separated: {what: 'the count has separators in it', remedy: 'Write 1234, not 1,234 or 1.234 or 1 234.'},
  'too-large': {
    what: 'the count is above 1,000,000,000,000',
    remedy: 'Nobody counts so many: see whether columns are moved.',
  },
  'no-number': {
    what: 'the last column has neither a count nor a sign that one is withheld (blank, .., <5)',
    remedy: 'Name the column under `value` or the sign under `withheld` in a mapping (docs/method/attack.md).',
  },
};
