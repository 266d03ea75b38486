/** Whatever the figures, the Danish text says them: nothing unresolved, nothing unmarked, the same in both languages. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {compareStatements} from '#document/compare-statements';
import {danishStatement, FIGURES_2013, type Figures} from './denmark.ts';
import {type Counts, prose} from './toy.ts';

/** A victim's assessment is never beside the point, a child's always is. */
const IMPOSSIBLE = -1;

/** Small counts, so that nothing, one and ties come often. */
const counts = (given: Counts): fc.Arbitrary<Counts> =>
  fc.record(
    Object.fromEntries(
      Object.entries(given).map(([code, n]) => [
        code,
        n === IMPOSSIBLE ? fc.constant(0) : fc.oneof(fc.nat(3), fc.nat(2000)),
      ]),
    ),
  );

const nested = <K extends string>(given: Readonly<Record<K, Counts>>) =>
  fc.record<Record<K, Counts>>(mapped(given, counts));

function mapped<K extends string, A, B>(given: Readonly<Record<K, A>>, change: (value: A) => B) {
  const made: Partial<Record<K, B>> = {};
  for (const key in given) made[key] = change(given[key]);
  return made as Record<K, B>;
}

const {sexes, withChild, returned: _, ...flat} = FIGURES_2013;
const returned = {
  victim: {'in-period': 0, earlier: 0, 'not-applicable': IMPOSSIBLE, unknown: 0},
  child: {'in-period': IMPOSSIBLE, earlier: IMPOSSIBLE, 'not-applicable': 0, unknown: IMPOSSIBLE},
};
const anyFigures: fc.Arbitrary<Figures> = fc
  .tuple(fc.record(mapped(flat, counts)), nested(sexes), nested(returned), nested(withChild))
  .map(([one, forms, people, children]) => ({...one, sexes: forms, returned: people, withChild: children}));

test('any figures', () => {
  const holds = fc.property(anyFigures, (figures) => {
    const statements = (['da', 'en'] as const).map((language) => danishStatement(language, figures));
    for (const statement of statements) {
      const said = [statement.title, ...prose(statement), ...statement.blocks.map(alternative)].join('\n');
      expect(said).not.toMatch(/NaN|undefined|Infinity|\{|\}|\[\[|\[object| {2}| [.,;]|\.\./);
      expect(statement.findings.filter(({rule}) => rule !== 'commentary-outdated')).toEqual([]);
      expect(JSON.stringify(statement)).not.toMatch(/[\uE000-\uF8FF]/);
    }
    expect(compareStatements(statements)).toEqual([]);
  });
  fc.assert(holds, {seed: 2013, numRuns: 60, endOnFailure: true});
});

const alternative = (block: ReturnType<typeof danishStatement>['blocks'][number]): string =>
  block.kind === 'chart' ? block.chart.alternative : '';
