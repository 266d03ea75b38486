/** What a verdict on a pair would move: the two counted as they are, and as they would be, year by year. */
import {yearPeriod} from '#concepts/period';
import type {Profile} from '#profile/profile';
import {unitsOf} from '#register/deidentify';
import {VERDICTS, type Verdict} from '#register/fact';
import type {PersonFile} from '#register/person-file';
import type {Pair} from './identity-facts.ts';

export interface Moved {
  readonly year: number;
  readonly persons: readonly [before: number, after: number];
  readonly repeats: readonly [before: number, after: number];
}

export type Moves = Readonly<Record<Verdict, readonly Moved[]>>;

/** The files of the two, which are one where they are already one person. */
export function movesOf(pair: Pair, files: readonly PersonFile[], profile: Profile): Moves {
  const years = yearsOf(files, profile.firstYear);
  const before = years.map((year) => countsOf(files, profile, year));
  const under = (verdict: Verdict) => {
    const after = files.length < 2 || verdict === 'different' ? files : [joined(pair, files, verdict)];
    return years.flatMap((year, i) => {
      const [was, is] = [before[i] ?? NOBODY, after === files ? (before[i] ?? NOBODY) : countsOf(after, profile, year)];
      return was.persons === is.persons && was.repeats === is.repeats
        ? []
        : [{year, persons: [was.persons, is.persons] as const, repeats: [was.repeats, is.repeats] as const}];
    });
  };
  const [returning, sameIncident, filedTwice, different] = VERDICTS.map(under);
  return {
    returning: returning ?? [],
    'same-incident': sameIncident ?? [],
    'filed-twice': filedTwice ?? [],
    different: different ?? [],
  };
}

interface Counts {
  readonly persons: number;
  readonly repeats: number;
}
const NOBODY: Counts = {persons: 0, repeats: 0};
const REPEATS: ReadonlySet<string> = new Set(['linked', 'attested']);

function countsOf(files: readonly PersonFile[], profile: Profile, year: number): Counts {
  const persons = files
    .flatMap((file) => unitsOf(file, profile, yearPeriod(year)).units)
    .filter(({unit}) => unit === 'person');
  const repeats = persons.filter(({codes}) => REPEATS.has(codes.repetition?.[0] ?? ''));
  return {persons: persons.length, repeats: repeats.length};
}

const yearsOf = (files: readonly PersonFile[], firstYear: number): readonly number[] =>
  [...new Set(files.flatMap(({facts}) => facts.map(({fact}) => Number(fact.on.slice(0, 4)))))]
    .filter((year) => year >= firstYear)
    .sort((a, b) => a - b);

/** One file of the two, as it would be read once the verdict stood. */
function joined([on, other]: Pair, files: readonly PersonFile[], verdict: Verdict): PersonFile {
  const facts = files.flatMap((file) => file.facts).sort((a, b) => a.id - b.id);
  const latest = facts.at(-1);
  const record = files[0]?.record ?? on;
  if (latest === undefined) return {record, facts};
  const fact = {kind: 'identity-decision', on: latest.fact.on, other, verdict, reason: '', basis: 'review'} as const;
  return {record, facts: [...facts, {...latest, id: latest.id + 1, record: on, fact}]};
}
