/** Persons with thirteen variables, one nested in another, and 34 tables of them: thirteen one-way, twenty-one two-way. */
import type {CodeList, CodeRow} from '#concepts/code-list';
import type {Concept} from '#concepts/concept';
import {yearPeriod} from '#concepts/period';
import {recordNumber} from '#concepts/record-number';
import type {UnitRecord} from '#concepts/unit-record';
import {plainDate} from '#kit/plain-date';
import type {TableDefinition} from '#tabulation/table';
import {tabulate} from '#tabulation/tabulate';

/** Codes of each variable; the last but one is read at the top of the last one's list, three codes of it. */
const SIZES = [2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18] as const;
const LEAVES = 24;
const PAIRS = 21;
const labels = {da: '', en: ''};
const FROM = plainDate('2000-01-01');
const DAY = plainDate('2013-06-01');

const row = (code: string, parent?: string): CodeRow => ({
  ...{code, parent, from: FROM, to: undefined, labels},
  correspondences: {},
});

const concept = (id: string, list: string, level: Concept['level'] = 'recorded', of = id): Concept => ({
  ...{id, labels, list, of, level},
  multiple: false,
});

const table = (dimensions: readonly string[]): TableDefinition => ({
  ...{id: dimensions.join('-by-'), title: labels, unit: 'person', universe: {}, dimensions},
  ...{categories: 'all', order: 'list', chart: 'none', notes: []},
});

export function makeStatement(persons: number) {
  let state = 20_131_122;
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const flat = SIZES.map((size, i) => ({
    id: `v${i + 1}`,
    codes: Array.from({length: size}, (_, k) => `c${k + 1}`),
  }));
  const leaves = Array.from({length: LEAVES}, (_, k) => `leaf-${k + 1}`);
  const lists: readonly CodeList[] = [
    ...flat.map(({id, codes}) => ({id, labels, rows: codes.map((code) => row(code))})),
    {
      id: 'nested',
      labels,
      rows: [...['a', 'b', 'c'].map((code) => row(code)), ...leaves.map((code, k) => row(code, 'abc'[k % 3]))],
    },
  ];
  const concepts = [
    ...flat.map(({id}) => concept(id, id)),
    concept('top', 'nested', 'top', 'leaf'),
    concept('leaf', 'nested', 'leaf'),
  ];
  // Few codes have most of the persons.
  const pick = (codes: readonly string[]): string => codes[Math.floor(draw() ** 6 * codes.length)] ?? '';
  const records = Array.from(
    {length: persons},
    (_, i): UnitRecord => ({
      ...{unit: 'person', record: recordNumber(i + 1), on: DAY},
      codes: Object.fromEntries([...flat.map(({id, codes}) => [id, [pick(codes)]]), ['leaf', [pick(leaves)]]]),
    }),
  );
  const ids = concepts.map(({id}) => id);
  const pairs = ids.flatMap((one, i) => ids.slice(i + 1).map((other) => [one, other]));
  const chosen = pairs.filter((pair) => pair.join() !== 'top,leaf' && draw() < 0.36).slice(0, PAIRS);
  const definitions = {concepts, codeLists: new Map(lists.map((list) => [list.id, list]))};
  const period = yearPeriod(2013);
  const tables = [...ids.map((id) => table([id])), ...chosen.map(table)];
  return {cubes: tabulate(records, tables, definitions, period), definitions, period, records, pairs};
}
