/** A code list as a whole: validities that overlap, parents that are missing, not in force or their own ancestors, ages that collide. */
import {type CodeRow, UNKNOWN} from '#concepts/code-list';
import type {Finding} from '#concepts/finding';
import {overlap} from '#kit/dated';
import {nearest} from '#kit/nearest';
import {addDays} from '#kit/plain-date';
import {fault, type Located} from './fault.ts';
import type {CodeRows} from './read-code-list.ts';

export function checkCodeList(file: string, rows: CodeRows): readonly Finding[] {
  const unknown = rows.some(({value}) => value.code === UNKNOWN && value.to === undefined);
  return [
    ...(unknown ? [] : [fault('unknown-row-missing', {file, line: 0}, {code: UNKNOWN})]),
    ...rows.flatMap((row, i) => overlaps(row, rows.slice(0, i))),
    ...gaps(rows),
    ...rows.flatMap((row) => parentFaults(row, rows)),
    ...cycles(rows),
    ...rows.flatMap((row, i) => ageFaults(row, rows.slice(0, i))),
  ];
}

function overlaps({value, place}: Located<CodeRow>, earlier: CodeRows): readonly Finding[] {
  return earlier
    .filter((one) => one.value.code === value.code && overlap(one.value, value))
    .map((one) => fault('overlapping-validity', place, {code: value.code, 'other-line': one.place.line}));
}

/** Days on which a code is nowhere, between two on which it is: whoever has it then would be unknown without anyone meaning it. */
const gaps = (rows: CodeRows): readonly Finding[] =>
  [...Map.groupBy(rows, ({value}) => value.code).values()].flatMap((own) => {
    const inTime = own.toSorted((a, b) => (a.value.from < b.value.from ? -1 : 1));
    return inTime.flatMap(({value: {code, from, to}}, i) => {
      const next = inTime[i + 1];
      if (next === undefined || to === undefined || to < from || addDays(to, 1) >= next.value.from) return [];
      return [fault('validity-gap', next.place, {code, from: addDays(to, 1), to: addDays(next.value.from, -1)})];
    });
  });

function parentFaults({value, place}: Located<CodeRow>, rows: CodeRows): readonly Finding[] {
  const {code, parent} = value;
  if (parent === undefined) return [];
  const parents = rows.map((row) => row.value).filter((row) => row.code === parent);
  if (parents.length === 0) {
    const suggestion = nearest(parent, new Set(rows.map((row) => row.value.code))) ?? '';
    return [fault('unknown-code', place, {code: parent, list: place.file, nearest: suggestion})];
  }
  const last = (row: CodeRow) => row.to ?? '9999-12-31';
  const spans =
    parents.some((row) => row.from <= value.from && value.from <= last(row)) &&
    parents.some((row) => row.from <= last(value) && last(value) <= last(row));
  return spans ? [] : [fault('parent-not-in-force', place, {code, parent})];
}

/** Climbs from each row on its first day; coming back to the start is a cycle. */
function cycles(rows: CodeRows): readonly Finding[] {
  return rows.flatMap(({value, place}) => {
    const climbed = [value.code];
    for (let at = value.parent; at !== undefined; at = parentOn(rows, at, value)) {
      if (at === value.code) return [fault('code-cycle', place, {codes: [...climbed, at]})];
      if (climbed.includes(at)) return [];
      climbed.push(at);
    }
    return [];
  });
}

const parentOn = (rows: CodeRows, code: string, {from}: CodeRow): string | undefined =>
  rows.find(({value}) => value.code === code && value.from <= from && (value.to === undefined || from <= value.to))
    ?.value.parent;

/** Bands beside each other may not share an age; a band inside its parent may. */
function ageFaults({value, place}: Located<CodeRow>, earlier: CodeRows): readonly Finding[] {
  const {min, max, code} = value;
  if (min === undefined && max === undefined) return [];
  const [low, high] = [min ?? 0, max ?? Number.POSITIVE_INFINITY];
  if (low > high) return [fault('age-bands-overlap', place, {code, other: code})];
  return earlier
    .map((row) => row.value)
    .filter((row) => row.min !== undefined || row.max !== undefined)
    .filter((row) => row.code !== code && row.parent === value.parent && overlap(row, value))
    .filter((row) => (row.min ?? 0) <= high && low <= (row.max ?? Number.POSITIVE_INFINITY))
    .map((row) => fault('age-bands-overlap', place, {code, other: row.code}));
}
