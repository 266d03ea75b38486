/** CMM's list of prepared returns: ODS, without a key; who is meant is told by one of two numbers, or both. */
import {aboutSheet} from './about.ts';
import type {Person, Return} from './case.ts';
import {COUNTRIES} from './countries.ts';
import {ods} from './ods.ts';
import {cmmNumber, foreignerNumber} from './person.ts';
import type {Cell, Sheet} from './sheet.ts';
import {NOTICE} from './words.ts';

const HEADINGS = ['CMM-nr.', 'Udl.nr.', 'Påbegyndt', 'Hjemrejst', 'Operatør', 'Antal børn', 'Modtagerland'];

/** `atCmm`: the persons CMM's own list has, and whether it has their foreigner's number there. */
export function returnsFile(returns: readonly Return[], atCmm: ReadonlySet<Person>, years: string): Uint8Array {
  const sorted = returns.toSorted((a, b) => (a.begunOn < b.begunOn ? -1 : a.begunOn > b.begunOn ? 1 : 0));
  const list: Sheet = {
    name: 'Hjemsendelser',
    titles: [NOTICE, `Forberedte hjemsendelser ${years}`],
    header: HEADINGS,
    rows: sorted.map((one) => cells(one, atCmm)),
  };
  return ods(NOTICE, [list, aboutSheet(`Centrets liste over forberedte hjemsendelser ${years}.`)]);
}

function cells({person, begunOn, departedOn, children}: Return, atCmm: ReadonlySet<Person>): readonly Cell[] {
  const inList = atCmm.has(person);
  const [country] = person.nationalities;
  return [
    inList ? cmmNumber(person) : '',
    inList && person.serial % 2 === 0 ? '' : (foreignerNumber(person) ?? ''),
    {day: begunOn},
    departedOn === undefined ? '' : {day: departedOn},
    'IOM',
    children === 0 && person.serial % 2 === 0 ? '' : children,
    country === undefined ? '' : COUNTRIES[country].written,
  ];
}
