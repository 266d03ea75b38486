/**
 * Whatever is withheld, alone or together, the Danish text writes itself around it in both languages: no sentence is broken, no
 * figure is of a withheld cell, and nothing is claimed that what is shown does not tell.
 */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {compareStatements} from '#document/compare-statements';
import type {Block, Inline, Statement} from '#document/statement';
import {type Cube, codedCells} from '#tabulation/cube';
import {rolledUp} from '#tabulation/roll-up';
import {danishStatement, denmark, FIGURES_2013, type Figures} from './denmark.ts';
import {type Counts, prose} from './toy.ts';

const plan = denmark.policies.flatMap(({parameters}) => ('rolledUp' in parameters ? parameters.rolledUp : []));

/** Of every table's cells so many in a hundred are withheld, by chance from a seed. */
interface Pattern {
  readonly rolledUp: boolean;
  readonly part: number;
  readonly chances: readonly number[];
}

const pattern: fc.Arbitrary<Pattern> = fc.record({
  rolledUp: fc.boolean(),
  part: fc.constantFrom(5, 20, 50, 80, 100),
  chances: fc.array(fc.nat(99), {minLength: 211, maxLength: 211}),
});

const withholding = ({rolledUp: isRolledUp, part, chances}: Pattern) => {
  let at = 0;
  return (cube: Cube): Cube => {
    const shown = isRolledUp ? rolledUp(cube, plan) : cube;
    const cells = codedCells(shown).map(({codes, cell}) => {
      const chance = chances[at++ % chances.length] ?? 0;
      // A victim is always assessed: nobody can be there, so nobody is withheld.
      const applies = !(codes.includes('victim') && codes.includes('not-applicable'));
      return applies && cell.kind === 'count' && chance < part ? ({kind: 'withheld'} as const) : cell;
    });
    return {...shown, cells};
  };
};

/** Few and equal counts, so that all, none, one and ties are often so. */
const small = (given: Counts): fc.Arbitrary<Counts> =>
  fc.record(Object.fromEntries(Object.keys(given).map((code) => [code, fc.constantFrom(0, 0, 1, 4, 4, 9)])));
const figures: fc.Arbitrary<Figures> = fc.oneof(
  fc.constant(FIGURES_2013),
  fc
    .record({
      repetition: small(FIGURES_2013.repetition),
      nationality: small(FIGURES_2013.nationality),
      authority: small(FIGURES_2013.authority),
      sex: small(FIGURES_2013.sex),
      age: small(FIGURES_2013.age),
      labour: small(FIGURES_2013.sexes['forced-labour']),
      child: fc.constantFrom(0, 1, 3),
      victims: fc.record({'in-period': fc.nat(3), earlier: fc.nat(3), unknown: fc.nat(2)}),
    })
    .map(({labour, child, victims, ...others}) => ({
      ...FIGURES_2013,
      ...others,
      sexes: {...FIGURES_2013.sexes, 'forced-labour': labour},
      returned: {
        victim: {...victims, 'not-applicable': 0},
        child: {...FIGURES_2013.returned.child, 'not-applicable': child},
      },
    })),
);

const inlines = (block: Block): readonly Inline[] => {
  if (block.kind === 'paragraph' || block.kind === 'heading') return block.content;
  if (block.kind === 'list') return block.items.flat();
  return block.kind === 'commentary' ? block.content.flat() : [];
};
const addressesIn = (inline: Inline): readonly string[] =>
  inline.kind === 'figure' ? inline.addresses : 'content' in inline ? inline.content.flatMap(addressesIn) : [];

/** Every cell by the address a figure has. */
function shownCells(statement: Statement, of: ReadonlyMap<string, Cube>): ReadonlySet<string> {
  const used = new Set(statement.blocks.flatMap(inlines).flatMap(addressesIn));
  for (const address of used) {
    const [table = '', ...codes] = address.split('.');
    const cube = of.get(table);
    const named = codes.length === 1 && codes[0] === 'total' ? [] : codes;
    const cells = cube === undefined ? [] : codedCells(cube);
    const cell = cells.find((one) => one.codes.every((code, i) => code === (named[i] ?? 'all')));
    // A figure of the whole table is of its known categories.
    const known = cells.filter((one) => !one.codes.includes('all') && !one.codes.includes('unknown'));
    if (codes.length === 0) expect(known.some((one) => one.cell.kind === 'withheld')).toBe(false);
    else expect(`${address} ${cell?.cell.kind ?? 'count'}`).toBe(`${address} count`);
  }
  return used;
}

const sum = (counts: Counts): number =>
  Object.values(counts).reduce<number>((total, one) => total + (typeof one === 'number' ? one : 0), 0);

/** Sentences that claim something exactly, and when that is so. */
const CLAIMS: readonly (readonly [RegExp, (figures: Figures) => boolean])[] = [
  [/^All \d+ are women/m, ({sex}) => sex.female === sum(sex)],
  [/^All \d+ are men/m, ({sex}) => sex.male === sum(sex)],
  [/^None of the \d+ persons? are men/m, ({sex}) => sex.male === 0],
  [/^None of the \d+ persons? are women/m, ({sex}) => sex.female === 0],
  [/for forced labour\. All are women/, ({sexes}) => sexes['forced-labour'].female === sum(sexes['forced-labour'])],
  [/for forced labour\. All are men/, ({sexes}) => sexes['forced-labour'].male === sum(sexes['forced-labour'])],
  [/for forced labour\. None of them are men/, ({sexes}) => sexes['forced-labour'].male === 0],
  [/for forced labour\. None of them are women/, ({sexes}) => sexes['forced-labour'].female === 0],
  [/No persons were assessed to have been trafficked for forced/, ({sexes}) => sum(sexes['forced-labour']) === 0],
  [
    /There are as many women as men/,
    ({
      sexes: {
        'forced-labour': {female, male},
      },
    }) => female === male,
  ],
  [/None is recorded as a repeat/, ({repetition: {linked, attested}}) => linked === 0 && attested === 0],
  [/None of the persons/, ({age}) => age['under-18'] === 0],
  [/There were no accompanying children/, ({returned}) => sum(returned.child) === 0],
  [/None of the victims who returned/, ({returned}) => returned.victim['in-period'] === 0],
  [/^The only nationality is/m, ({nationality}) => Object.values(nationality).filter((n) => n !== 0).length === 1],
  [/ nationalities are stated/, ({nationality: {unknown: _, ...known}}) => Object.values(known).some((n) => n !== 0)],
];

describe('whatever is withheld', () => {
  test('the text stands in both languages', () => {
    const holds = fc.property(figures, pattern, (given, withheld) => {
      const statements = (['da', 'en'] as const).map((language) => {
        const cubes = new Map<string, Cube>();
        const withhold = withholding(withheld);
        const statement = danishStatement(language, given, 2013, (cube) => {
          const published = withhold(cube);
          cubes.set(cube.table.id, published);
          return published;
        });
        shownCells(statement, cubes);
        return statement;
      });
      for (const statement of statements) {
        expect(statement.findings).toEqual([]);
        const alternatives = statement.blocks.flatMap((block) =>
          block.kind === 'chart' ? [block.chart.alternative] : [],
        );
        const paragraphs = statement.blocks
          .filter(({kind}) => kind === 'paragraph')
          .flatMap((block) => prose({...statement, blocks: [block]}));
        for (const text of [...paragraphs, ...alternatives]) {
          expect(text).not.toMatch(/NaN|undefined|\{|\}|\[\[| {2}| [.,;:]|\.\.|\( ?\)|[,;:] *[.,;:]|^[,;]|^\p{Ll}/u);
          expect(text).toMatch(/(?:[.:]|\.\^\w+)$/);
        }
      }
      const said = statements.flatMap((statement) => prose(statement)).join('\n');
      for (const [claim, isSo] of CLAIMS) if (claim.test(said)) expect(`${claim} ${isSo(given)}`).toBe(`${claim} true`);
      expect(compareStatements(statements)).toEqual([]);
    });
    fc.assert(holds, {seed: 2013, numRuns: 150, endOnFailure: true});
  });
});
