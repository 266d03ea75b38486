/** Persons with variables of few and of many codes, and tables of one and of two of them. */
import type {CodeList, CodeRow} from '#concepts/code-list';
import type {Concept} from '#concepts/concept';
import {yearPeriod} from '#concepts/period';
import {recordNumber} from '#concepts/record-number';
import type {UnitRecord} from '#concepts/unit-record';
import {plainDate} from '#kit/plain-date';
import type {TableDefinition} from '#tabulation/table';
import {tabulate} from '#tabulation/tabulate';

/** Codes of each variable of the statement; beside them one is read at the top and as a leaf of a nested list. */
const SIZES = [2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18] as const;
const LEAVES = 24;
const PAIRS = 21;
const labels = {da: '', en: ''};
const FROM = plainDate('2000-01-01');
const DAY = plainDate('2013-06-01');
const period = yearPeriod(2013);

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

interface Variable {
  readonly id: string;
  readonly codes: readonly string[];
}

const variablesOf = (sizes: readonly number[]): readonly Variable[] =>
  sizes.map((size, i) => ({id: `v${i + 1}`, codes: Array.from({length: size}, (_, k) => `c${k + 1}`)}));

const chance = () => {
  let state = 20_131_122;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** `skew`: few codes have most of the persons. */
const personsOf = (persons: number, variables: readonly Variable[], draw: () => number, skew: number) =>
  Array.from(
    {length: persons},
    (_, i): UnitRecord => ({
      ...{unit: 'person', record: recordNumber(i + 1), on: DAY},
      codes: Object.fromEntries(
        variables.map(({id, codes}) => [id, [codes[Math.floor(draw() ** skew * codes.length)] ?? '']]),
      ),
    }),
  );

const pairsOf = (ids: readonly string[]) => ids.flatMap((one, i) => ids.slice(i + 1).map((other) => [one, other]));

/** 34 tables, thirteen of one variable and twenty-one of two, and those of two that are none of them. */
export function makeStatement(persons: number) {
  const draw = chance();
  const flat = variablesOf(SIZES);
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
  const records = personsOf(persons, [...flat, {id: 'leaf', codes: leaves}], draw, 6);
  const ids = concepts.map(({id}) => id);
  const pairs = pairsOf(ids).filter((pair) => pair.join() !== 'top,leaf');
  const chosen = pairs.filter(() => draw() < 0.36).slice(0, PAIRS);
  const definitions = {concepts, codeLists: new Map(lists.map((list) => [list.id, list]))};
  const count = (tables: readonly TableDefinition[]) => tabulate(records, tables, definitions, period);
  const tables = [...ids.map((id) => table([id])), ...chosen.map(table)];
  return {
    records,
    tables,
    cubes: count(tables),
    further: count(pairs.filter((pair) => !chosen.includes(pair)).map(table)),
    definitions,
    period,
  };
}

/** Two hundred tables of twenty-four variables of up to 45 codes. */
export function makeManyTables(persons: number, variables = 24, tables = 200, most = 45) {
  const draw = chance();
  const flat = variablesOf(
    Array.from({length: variables}, (_, i) => 2 + Math.round((most - 2) * (i / (variables - 1)))),
  );
  const concepts = flat.map(({id}) => concept(id, id));
  const definitions = {
    concepts,
    codeLists: new Map(flat.map(({id, codes}) => [id, {id, labels, rows: codes.map((code) => row(code))}])),
  };
  const records = personsOf(persons, flat, draw, 3);
  const ids = flat.map(({id}) => id);
  const pairs = pairsOf(ids)
    .map((pair) => ({pair, at: draw()}))
    .sort((a, b) => a.at - b.at)
    .slice(0, tables - variables);
  const all = [...ids.map((id) => table([id])), ...pairs.map(({pair}) => table(pair))];
  return {cubes: tabulate(records, all, definitions, period), definitions, period};
}
