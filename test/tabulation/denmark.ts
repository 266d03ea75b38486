/** A small Denmark: the lists, concepts and tables of the statement, and persons who add up to its figures. */
import type {CodeList, CodeRow} from '#concepts/code-list';
import type {Concept} from '#concepts/concept';
import {recordNumber} from '#concepts/record-number';
import type {UnitRecord} from '#concepts/unit-record';
import {plainDate} from '#kit/plain-date';
import {UnitsOfYears} from '#tabulation/alike';
import type {Definitions} from '#tabulation/definitions';
import type {YearOfUnits} from '#tabulation/series';
import type {TableDefinition} from '#tabulation/table';

export const labels = {da: '', en: ''};

/** `code`, `code<parent`, and days: `cannabis<forced-labour 2007-01-01 2012-12-31`. */
export function list(id: string, ...rows: readonly string[]): CodeList {
  return {
    id,
    labels,
    rows: rows.map((text): CodeRow => {
      const [name = '', from = '1900-01-01', to] = text.split(' ');
      const [code = '', parent] = name.split('<');
      const until = to === undefined ? undefined : plainDate(to);
      return {code, parent, from: plainDate(from), to: until, labels, correspondences: {}};
    }),
  };
}

export const concept = (id: string, reads: Partial<Concept> = {}): Concept => ({
  id,
  labels,
  list: id,
  of: id,
  level: 'recorded',
  multiple: false,
  ...reads,
});

export const table = (
  id: string,
  dimensions: readonly string[],
  more: Partial<TableDefinition> = {},
): TableDefinition => ({
  id,
  title: labels,
  unit: 'person',
  universe: {},
  dimensions,
  categories: 'all',
  order: 'list',
  chart: 'bar',
  notes: [],
  ...more,
});

const lists = [
  list('authority', 'us', 'cmm', 'court', 'unknown'),
  list('contact-form', 'police', 'outreach', 'self', 'unknown'),
  list('nationality', 'africa', 'europe', 'nigeria<africa', 'ghana<africa', 'romania<europe', 'vietnam', 'unknown'),
  list(
    'exploitation',
    'prostitution',
    'forced-labour',
    'criminal-acts',
    'cannabis-production<forced-labour 2007-01-01 2012-12-31',
    'cannabis-production<criminal-acts 2013-01-01',
    'drug-sales<criminal-acts',
    'unknown',
  ),
  list('industry', 'cleaning', 'farming', 'unknown'),
  list('sex', 'female', 'male', 'unknown'),
  list('age', 'under-18', 'adult', 'unknown'),
  list('repetition', 'first-time', 'repeat', 'linked<repeat', 'attested<repeat', 'unknown'),
  list('outcome', 'victim', 'not-victim', 'presumed', 'unknown'),
  list('person', 'victim', 'child', 'unknown'),
  list('assessed', 'in-period', 'earlier', 'not-applicable', 'unknown'),
  list('with-child', 'with-child', 'without-child', 'unknown'),
  list('return-status', 'completed', 'in-process', 'unknown'),
];

export const denmark: Definitions = {
  codeLists: new Map(lists.map((one) => [one.id, one])),
  concepts: [
    ...['authority', 'contact-form', 'industry', 'sex', 'age', 'outcome', 'nationality'].map((id) => concept(id)),
    ...['person', 'assessed', 'with-child', 'return-status'].map((id) => concept(id)),
    concept('region-of-origin', {list: 'nationality', of: 'nationality', level: 'top'}),
    concept('exploitation', {level: 'top'}),
    concept('crime', {list: 'exploitation', of: 'exploitation', level: 'leaf'}),
    concept('forms', {list: 'exploitation', level: 'top', multiple: true}),
    concept('repetition', {level: 'leaf'}),
    concept('repeat', {list: 'repetition', of: 'repetition', level: 'top'}),
  ],
};

const form = (code: string) => ({universe: {exploitation: [code]}});
const completed = {universe: {'return-status': ['completed']}};

export const tables: readonly TableDefinition[] = [
  table('repeats', ['repetition']),
  table('persons-by-repeat', ['repeat']),
  table('persons-by-authority', ['authority']),
  table('assessments-by-authority', ['authority'], {unit: 'assessment'}),
  table('assessments-by-outcome', ['outcome'], {unit: 'assessment'}),
  table('persons-by-contact-form', ['contact-form']),
  table('persons-by-region-of-origin', ['region-of-origin']),
  table('persons-by-nationality', ['nationality'], {categories: 'occurring', order: 'count'}),
  table('persons-by-exploitation', ['exploitation']),
  table('persons-by-form', ['forms']),
  ...['prostitution', 'forced-labour', 'criminal-acts'].flatMap((code) => [
    table(`${code}-by-sex`, ['sex'], form(code)),
    table(`${code}-by-nationality`, ['nationality'], {...form(code), categories: 'occurring', order: 'count'}),
  ]),
  table('forced-labour-by-industry', ['industry'], form('forced-labour')),
  table('criminal-acts-by-crime', ['crime'], form('criminal-acts')),
  table('persons-by-sex', ['sex']),
  table('persons-by-age', ['age']),
  table('returns', ['person', 'assessed'], {unit: 'returnee', ...completed}),
  table('returns-with-child', ['assessed', 'with-child'], {unit: 'return', ...completed}),
  table('returns-in-process', ['assessed'], {unit: 'return', universe: {'return-status': ['in-process']}}),
];

export const series = table('persons-by-year', ['year']);
export const formsByYear = table('exploitation-by-year', ['year', 'exploitation']);

export const unit = (
  serial: number,
  codes: Readonly<Record<string, string>>,
  more: Partial<UnitRecord> = {},
): UnitRecord => ({
  unit: 'person',
  record: recordNumber(serial),
  on: plainDate('2013-05-02'),
  codes: Object.fromEntries(Object.entries(codes).map(([id, listed]) => [id, listed.split('+')])),
  ...more,
});

/** Of years of units, whoever is in them: as they are when each person is taken alone. */
export function unitsOfYears(
  years: readonly YearOfUnits<UnitRecord>[],
  tables: readonly TableDefinition[],
  definitions: Definitions,
): UnitsOfYears {
  const all = new UnitsOfYears(
    years.map(({year}) => year),
    tables,
    definitions,
  );
  for (const record of new Set(years.flatMap(({records}) => records.map((one) => one.record))))
    all.take(years.map((one) => ({year: one.year, units: one.records.filter((unit) => unit.record === record)})));
  return all;
}

/** One code after another, each as often as it says. */
const deal = (shares: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(shares).flatMap(([code, times]) => Array<string>(times).fill(code));

function persons2013(): readonly UnitRecord[] {
  const dealt = {
    exploitation: deal({prostitution: 58, 'forced-labour': 11, 'cannabis-production': 4, 'drug-sales': 3}),
    sex: deal({female: 64, male: 12}),
    authority: deal({us: 60, cmm: 10, court: 6}),
    'contact-form': deal({police: 40, outreach: 30, self: 5, unknown: 1}),
    nationality: deal({nigeria: 45, romania: 6, ghana: 20, vietnam: 4, unknown: 1}),
    industry: deal({unknown: 58, cleaning: 7, farming: 4, '': 7}),
    age: deal({'under-18': 2, adult: 74}),
    repetition: deal({linked: 7, attested: 2, 'first-time': 67}),
    forms: deal({'prostitution+drug-sales': 3, prostitution: 55, 'forced-labour': 11, 'criminal-acts+drug-sales': 7}),
  };
  return Array.from({length: 76}, (_, i) => {
    const codes = Object.entries(dealt).flatMap(([id, codes]) => (codes[i] ? [[id, codes[i]] as const] : []));
    return unit(i + 1, Object.fromEntries(codes));
  });
}

/** Nine who went home, two of them with a child; nine more under way. */
function returns2013(): readonly UnitRecord[] {
  const home = Array.from({length: 9}, (_, i) => {
    const assessed = i < 3 ? 'in-period' : 'earlier';
    const child = i === 0 || i === 5;
    const codes = {'return-status': 'completed', assessed, 'with-child': child ? 'with-child' : 'without-child'};
    const people = [unit(i + 1, {...codes, person: 'victim'}, {unit: 'returnee'})];
    if (child) people.push(unit(i + 1, {...codes, person: 'child', assessed: 'not-applicable'}, {unit: 'returnee'}));
    return [unit(i + 1, codes, {unit: 'return'}), ...people];
  });
  const underWay = {'return-status': 'in-process', assessed: 'in-period', 'with-child': 'without-child'};
  return [...home.flat(), ...Array.from({length: 9}, (_, i) => unit(i + 20, underWay, {unit: 'return'}))];
}

export const people: readonly UnitRecord[] = persons2013();

export const records2013: readonly UnitRecord[] = [
  ...people,
  ...people.map((one) => ({...one, unit: 'assessment', codes: {...one.codes, outcome: ['victim']}})),
  ...returns2013(),
];
