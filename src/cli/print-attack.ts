/** An attack as it is printed: what came back, how, and what does not fit together. */
import type {Language} from '#language/language';
import {type Attack, type Contradiction, TOTAL, type Withheld} from '#production/attack';
import {Derivations} from './derivations.ts';

type Json = Readonly<Record<string, unknown>>;

export function attackJson(attack: Attack, {attack: words}: Language): Json {
  const derivations = new Derivations(attack, words);
  const {reckoning, tables} = attack;
  return {
    cells: attack.withheld.map((cell) => ({
      ...placeOf(attack, cell.table, cell.place),
      low: cell.is.low,
      high: Number.isFinite(cell.is.high) ? cell.is.high : null,
      by: derivations.of(cell),
      ...(cell.is.reached ? {} : {unproven: true}),
    })),
    contradictions: contradictionsOf(attack).map(({cells, contradiction}) => ({
      cells: cells.map(({table, place}) => placeOf(attack, table, place)),
      why: derivations.why(cells, contradiction),
      ...(contradiction?.irreducible === false ? {unproven: true} : {}),
    })),
    tables: tables.map(({name, cells}) => ({table: name, cells: cells.length})),
    leftOut: attack.leftOut,
    ...(isEachByItself(attack) ? {eachByItself: true} : {}),
    ...summaryOf(attack),
    finished: isFinished(attack),
    ...(attack.joined.outer ? {outer: true} : {}),
    ...(reckoning.contradictions.length === 0 ? {} : {setAside: true}),
  };
}

interface At {
  readonly table: number;
  readonly place: number;
}

function placeOf({tables}: Attack, table: number, place: number) {
  const {name, dimensions = [], cells = []} = tables[table] ?? {};
  const {codes = [], printed = ''} = cells[place] ?? {};
  return {table: name, cell: Object.fromEntries(dimensions.map((one, i) => [one.name, codes[i] ?? TOTAL])), printed};
}

/** Those of tables that print one cell differently, and those of sums. */
function contradictionsOf({
  tables,
  joined,
  reckoning,
}: Attack): readonly {readonly cells: readonly At[]; readonly contradiction?: Contradiction}[] {
  const at = (cell: number): readonly At[] =>
    (joined.places[cell] ?? []).map((place) => ({
      table: place.table,
      place: tables[place.table]?.cells.indexOf(place.cell) ?? 0,
    }));
  return [
    ...joined.disagreeing.map((cell) => ({cells: at(cell)})),
    ...reckoning.contradictions.map((contradiction) => {
      const among = new Set(contradiction.equations.map((equation) => joined.lines[equation]?.table));
      // A number that several tables print is told once, by a table whose sum it breaks.
      const cells = contradiction.cells.flatMap((cell) => {
        const places = at(cell);
        const [place = places[0]] = places.filter(({table}) => among.has(table));
        return place === undefined ? [] : [place];
      });
      return {cells, contradiction};
    }),
  ];
}

const isExact = ({is}: Withheld): boolean => is.low === is.high;

function summaryOf({withheld}: Attack) {
  return {
    withheld: withheld.length,
    recovered: withheld.filter(isExact).length,
    unproven: withheld.filter(({is}) => !is.reached).length,
  };
}

/** Several tables, and each counts its own. */
const isEachByItself = ({tables}: Attack): boolean =>
  tables.length > 1 && new Set(tables.map(({population}) => population)).size === tables.length;

/** What holds no counts, in the order of the files, by why. */
const leftOutText = ({leftOut}: Attack, {attack: words}: Language): readonly string[] =>
  [...Map.groupBy(leftOut, ({why}) => why)].map(([why, all]) =>
    words.leftOut[why](all.map(({table, measure}) => (measure === undefined ? table : `${table} (${measure})`))),
  );

const isFinished = ({reckoning, withheld}: Attack): boolean =>
  !reckoning.unfinished && withheld.every(({is}) => is.reached);

export function attackText(attack: Attack, language: Language): string {
  const {attack: words} = language;
  const derivations = new Derivations(attack, words);
  const {withheld, recovered, unproven} = summaryOf(attack);
  const contradictions = contradictionsOf(attack);
  const cells = attack.tables.reduce((sum, table) => sum + table.cells.length, 0);
  const named = ({table, place}: At) => {
    const {table: name, cell, printed} = placeOf(attack, table, place);
    const codes = Object.entries(cell).map(([dimension, code]) => `${dimension}=${code}`);
    return `${name}: ${codes.join(', ')} [${printed}]`;
  };
  const limits = ({is: {low, high}}: Withheld) =>
    low === high ? `= ${low}` : Number.isFinite(high) ? `${low}–${high}` : `≥ ${low}`;
  return [
    words.summary(attack.tables.length, cells, withheld, recovered),
    ...leftOutText(attack, language),
    ...(isEachByItself(attack) ? [words.eachByItself] : []),
    ...(contradictions.length === 0 ? [] : [words.contradictions(contradictions.length)]),
    ...(attack.reckoning.contradictions.length === 0 ? [] : [words.setAside]),
    ...(unproven === 0 ? [] : [words.unproven(unproven)]),
    ...(attack.reckoning.unfinished ? [words.unfinished] : []),
    ...(attack.joined.outer ? [words.circle] : []),
    ...contradictions.flatMap(({cells: among, contradiction}) => [
      '',
      `✗ ${words.contradiction}`,
      ...among.map((one) => `    ${named(one)}`),
      `  ${derivations.why(among, contradiction)}`,
    ]),
    ...attack.withheld
      .toSorted((a, b) => Number(isExact(b)) - Number(isExact(a)))
      .flatMap((cell) => [
        '',
        `${isExact(cell) ? '!' : '·'} ${named(cell)} ${limits(cell)}${cell.is.reached ? '' : ` (${words.outer})`}`,
        ...derivations.of(cell).map((line) => `    ${line}`),
      ]),
  ].join('\n');
}
