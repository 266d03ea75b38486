/**
 * A number some scheme gave a person. It is checked for its build, never by modulus 11: CPR numbers that fail it have been
 * valid since 1 October 2007.
 */
import {daysIn} from '#kit/plain-date';
import type {IdentifierColumn} from './source-format.ts';
import {type Fault, fault, type Parsed} from './value.ts';

export function identifierParser({scheme, pattern, ignore, startsWithBirthDate, part}: IdentifierColumn) {
  const built = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`, 'u');
  const inner =
    part === undefined ? undefined : {scheme: part.scheme, pattern: new RegExp(`^(?:${part.pattern})`, 'u')};

  return (text: string): Parsed => {
    const value = [...text.toUpperCase()].filter((char) => char !== ' ' && !ignore.includes(char)).join('');
    if (value === '') return {};
    if (built !== undefined && !built.test(value)) return fault('identifier-malformed', {scheme});
    const [whole, group = whole] = inner?.pattern.exec(value) ?? [];
    const identifiers = [
      {scheme, value},
      ...(inner === undefined || group === undefined ? [] : [{scheme: inner.scheme, value: group}]),
    ];
    const faults: readonly Fault[] =
      startsWithBirthDate && !isDayAndMonth(value)
        ? [{rule: 'birth-date-in-identifier-impossible', facts: {}, noted: true}]
        : [];
    return {value: {kind: 'identifiers', identifiers}, faults};
  };
}

/** The century is not told by the date part alone: 29 February is let pass. */
function isDayAndMonth(value: string): boolean {
  const day = Number(value.slice(0, 2));
  return day >= 1 && day <= daysIn(2000, Number(value.slice(2, 4)));
}
