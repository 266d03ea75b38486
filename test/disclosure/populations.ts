/** Persons of several years, lists that move, and tables of any kind: what a ledger has to be true of. */
import fc from 'fast-check';
import {isScale} from '#concepts/concept';
import {yearPeriod} from '#concepts/period';
import type {RollUp} from '#concepts/roll-up';
import type {UnitRecord} from '#concepts/unit-record';
import {ledgerOf} from '#disclosure/ledger';
import {plainDate} from '#kit/plain-date';
import {asApplicable} from '#tabulation/applicable';
import type {Cube} from '#tabulation/cube';
import type {Definitions} from '#tabulation/definitions';
import {spanOf} from '#tabulation/identities';
import {tabulateMeasures} from '#tabulation/measures';
import {rolledUp} from '#tabulation/roll-up';
import {tabulateSeries} from '#tabulation/series';
import {restatementsOf, tabulateUnder} from '#tabulation/series-under';
import type {TableDefinition} from '#tabulation/table';
import {tabulate} from '#tabulation/tabulate';
import {concept, labels, list, table, unit, unitsOfYears} from '../tabulation/denmark.ts';

export const YEARS = [2011, 2012, 2013];
const period = yearPeriod(2013);
const LEAVES = ['a', 'b', 'c'];

/** Leaves under two tops, with any parent or none in any year. */
const kinds = fc
  .array(fc.array(fc.constantFrom('left', 'right', undefined), {minLength: 3, maxLength: 3}), {
    minLength: 3,
    maxLength: 3,
  })
  .map((parents) =>
    list(
      'kind',
      ...['left', 'right', 'unknown'],
      ...LEAVES.flatMap((leaf, i) =>
        YEARS.map((year, y) => {
          const parent = parents[i]?.[y];
          return `${leaf}${parent === undefined ? '' : `<${parent}`} ${year}-01-01 ${year}-12-31`;
        }),
      ),
    ),
  );

export const definitions: fc.Arbitrary<Definitions> = kinds.map((kind) => ({
  codeLists: new Map(
    [
      kind,
      list('sex', 'female', 'male', 'unknown'),
      list('place', 'south', 'north', 'nigeria<south', 'ghana<south', 'romania<north', 'vietnam', 'unknown'),
      list('asked', 'in-period', 'earlier', 'never', 'unknown'),
    ].map((one) => [one.id, one]),
  ),
  concepts: [
    ...['sex', 'place', 'asked'].map((id) => concept(id)),
    concept('region', {list: 'place', of: 'place', level: 'top'}),
    concept('kind', {level: 'top'}),
    concept('leaf', {list: 'kind', of: 'kind', level: 'leaf'}),
    concept('forms', {list: 'kind', level: 'top', multiple: true}),
  ],
}));

const CODES: Readonly<Record<string, readonly string[]>> = {
  sex: ['female', 'male', 'unknown'],
  place: ['nigeria', 'ghana', 'romania', 'vietnam', 'unknown'],
  region: ['south', 'north', 'vietnam', 'unknown'],
  asked: ['in-period', 'earlier', 'never', 'unknown'],
  kind: ['left', 'right', 'a', 'b', 'unknown'],
  leaf: ['a', 'b', 'c', 'unknown'],
  forms: ['left', 'right', 'a', 'unknown'],
};

const universe = fc
  .uniqueArray(
    fc
      .constantFrom(...Object.keys(CODES))
      .chain((id) =>
        fc
          .uniqueArray(fc.constantFrom(...(CODES[id] ?? [])), {minLength: 1, maxLength: 3})
          .map((codes) => ({id, codes})),
      ),
    {maxLength: 2, selector: ({id}) => id},
  )
  .map((limits) => Object.fromEntries(limits.map(({id, codes}) => [id, codes])));

/** Of one person `women` are those who are female. */
const units = fc.constantFrom('person', 'person', 'person', 'woman');
const dimensions = fc.uniqueArray(fc.constantFrom(...Object.keys(CODES)), {maxLength: 2});
const notApplicable = fc.constantFrom(
  undefined,
  undefined,
  [{asked: ['never']}],
  [{sex: ['male'], asked: ['earlier']}],
);

export const anyTables: fc.Arbitrary<readonly TableDefinition[]> = fc
  .array(
    fc.record({
      unit: units,
      universe: fc.oneof({arbitrary: fc.constant({}), weight: 2}, {arbitrary: universe, weight: 1}),
      dimensions,
      over: fc.constantFrom(undefined, undefined, 'year', 'measure'),
      categories: fc.constantFrom('all' as const, 'occurring' as const),
      order: fc.constantFrom('list' as const, 'count' as const),
      notApplicable,
    }),
    {minLength: 1, maxLength: 7},
  )
  .map((all) =>
    all.map(({over, dimensions: own, ...more}, i) =>
      table(`t${i}`, over === undefined ? own : over === 'year' ? [over, ...own] : [...own, over], more),
    ),
  );

const person = fc.record({
  year: fc.constantFrom(...YEARS),
  serial: fc.nat(150),
  day: fc.constantFrom('01-01', '06-15', '12-31'),
  sex: fc.constantFrom('female', 'male', ''),
  place: fc.constantFrom('nigeria', 'ghana', 'romania', 'vietnam', 'south', 'nowhere', ''),
  asked: fc.constantFrom('in-period', 'earlier', 'never', ''),
  kind: fc.constantFrom(...LEAVES, 'left', 'right', 'nowhere', ''),
  forms: fc.uniqueArray(fc.constantFrom(...LEAVES, 'left', 'right'), {maxLength: 3}).map((codes) => codes.join('+')),
});

/** Each person once a year. */
export const anyYears = fc
  .uniqueArray(person, {maxLength: 200, selector: ({year, serial}) => `${year} ${serial}`, size: 'max'})
  .map((persons) =>
    YEARS.map((year) => ({
      year,
      records: persons
        .filter((one) => one.year === year)
        .flatMap(({serial, day, year: _, ...codes}): readonly UnitRecord[] => {
          const said = Object.fromEntries(Object.entries(codes).filter(([, code]) => code !== ''));
          const record = unit(serial + 1, said, {on: plainDate(`${year}-${day}`)});
          return codes.sex === 'female' ? [record, {...record, unit: 'woman'}] : [record];
        }),
    })),
  );

export const women = [{unit: 'woman', of: 'person', where: {sex: ['female']}}];
export const otherPlaces: RollUp = {concept: 'place', into: 'other-places', labels, keep: ['nigeria']};

/** Everything that can be counted of them. */
export function countedOf(
  years: readonly {readonly year: number; readonly records: readonly UnitRecord[]}[],
  tables: readonly TableDefinition[],
  of: Definitions,
): readonly Cube[] {
  const records = years.at(-1)?.records ?? [];
  const overYears = tables.filter((one) => one.dimensions.some(isScale));
  const all = unitsOfYears(years, overYears, of);
  return [
    ...tabulate(records, tables, of, period),
    ...tabulateSeries(tables, years, [], of, period),
    ...tabulateMeasures(tables, all, [], of, period),
    ...restatementsOf(tables, YEARS, of).map((one) => tabulateUnder(one, years, [], of, period)),
  ].map(asApplicable);
}

export function ledgerOfCounted(
  years: readonly {readonly records: readonly UnitRecord[]}[],
  counted: readonly Cube[],
  of: Definitions,
  plan: readonly RollUp[],
) {
  const cubes = counted.map((cube) => rolledUp(cube, plan));
  const read = years.at(-1)?.records ?? [];
  const ledger = ledgerOf({cubes, definitions: of, plan}, [], (one, span) => spanOf(one, span, read), women);
  return {cubes, ledger};
}
