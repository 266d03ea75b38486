/**
 * Which codes to tell together in public editions: what is proposed keeps what it says, is the same each time, and names nothing that is
 * not there; and the office is told when a year strains the plan it has.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type Answer, decision, type Row, type SmallOffice, smallOffice} from './small-office.ts';

/** So many women and men of a nationality in a form, by year. */
const PERSONS: Readonly<Record<number, readonly (readonly [string, string, number, number])[]>> = {
  2010: [
    ['Nigeria', 'Prostitution', 20, 0],
    ['Ghana', 'Prostitution', 4, 0],
    ['Rumænien', 'Prostitution', 4, 0],
  ],
  2011: [
    ['Nigeria', 'Prostitution', 18, 0],
    ['Rumænien', 'Tvangsarbejde', 3, 4],
    ['Thailand', 'Prostitution', 2, 0],
    ['Filippinerne', 'Prostitution', 1, 0],
  ],
  2012: [
    ['Nigeria', 'Prostitution', 21, 0],
    ['Rumænien', 'Prostitution', 1, 0],
    ['Rumænien', 'Tvangsarbejde', 1, 0],
    ['', 'Prostitution', 2, 0],
  ],
  2013: [
    ['Nigeria', 'Prostitution', 15, 0],
    ['Rumænien', 'Tvangsarbejde', 12, 10],
    ['Vietnam', 'Tvangsarbejde', 3, 5],
    ['Thailand', 'Prostitution', 4, 0],
    ['Filippinerne', 'Prostitution', 2, 0],
    ['Vietnam', 'Narkosalg', 0, 1],
  ],
};

const rows: ReadonlyMap<string, Row> = new Map(
  Object.entries(PERSONS)
    .flatMap(([year, groups]) =>
      groups.flatMap(([nationality, form, women, men]) =>
        Array.from({length: women + men}, (_, i) => ({year, nationality, form, sex: i < women ? 'Kvinde' : 'Mand'})),
      ),
    )
    .map(({year, nationality, form, sex}, i) => [
      `S-${i + 1}`,
      {
        ...decision(`${900_000 + i}`, `${String(1 + (i % 28)).padStart(2, '0')}-05-${year}`, form, sex),
        Statsborgerskab: nationality,
        'Øvrige udnyttelsesformer': i % 17 === 0 ? 'Narkosalg' : '',
      },
    ]),
);

const IN_FORCE = `
        - concept: nationality
          into: other-countries
          labels: {da: Andre lande, en: Other countries}
          keep: [NG, GH, HU]
`;

let office: SmallOffice;
let proposal: Answer;

/** Everything under `rolled-up`, which the Danish policies have last. */
function rollUpBy(yaml: string) {
  const path = join(office.workspace, 'profile', 'policies.yaml');
  const text = readFileSync(path, 'utf8');
  const [before = '', after = ''] = text.split(/ {6}rolled-up:[\s\S]*?(?=\nlinkage:)/);
  writeFileSync(path, `${before}      rolled-up:${yaml}${after}`);
}
const indented = (yaml: string) => (yaml === '[]' ? ' []' : `\n${yaml.replaceAll(/^/gm, '        ')}`);

beforeAll(async () => {
  office = await smallOffice('roll-up-plans');
  // With a table of a concept of which a person may have several codes.
  office.edit('tables.yaml', (text) =>
    text.replace(
      '- id: persons-by-sex',
      "- id: persons-by-forms\n  title: {da: 'Former', en: 'Forms'}\n  unit: person\n  dimensions: [forms]\n  chart: none\n\n- id: persons-by-sex",
    ),
  );
  rollUpBy(IN_FORCE);
  office.at('2014-01-10T09:00:00Z');
  await office.receive(rows);
  proposal = await office.done('protect', '--propose');
}, 120_000);

afterAll(() => office.remove());

const keptIn = async (year: number) => (await office.done('protect', String(year))).kept;
const shown = ({unproven: _, ...kept}: Answer) => kept;
const codesOf = (list: string) =>
  readFileSync(join(office.workspace, 'profile', 'codelists', `${list}.csv`), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0]);

describe('what is proposed', () => {
  test('is of the years the register has, up to the last that is over', () => {
    expect(proposal.byYear.map(({year}: Answer) => year)).toEqual([2010, 2011, 2012, 2013]);
    expect(proposal.finished).toBe(true);
    expect(proposal.plan.length).toBeGreaterThan(0);
  });

  test.each(['without', 'inForce', 'proposed'])(
    'keeps what it said, once it is put into the policy: %s',
    async (which) => {
      if (which === 'without') rollUpBy(' []');
      if (which === 'proposed') rollUpBy(indented(proposal.yaml));
      const kept: Answer[] = [];
      for (const {year} of proposal.byYear) kept.push(await keptIn(year));
      rollUpBy(IN_FORCE);
      expect(kept).toEqual(proposal.byYear.map((one: Answer) => shown(one[which])));
    },
  );

  test('keeps more than no plan and the plan in force', () => {
    const total = (which: string) => proposal.byYear.reduce((sum: number, one: Answer) => sum + one[which].figures, 0);
    expect(total('proposed')).toBeGreaterThan(total('without'));
    expect(total('proposed')).toBeGreaterThan(total('inForce'));
    expect(proposal.byYear.every((one: Answer) => one.proposed.unproven === 0)).toBe(true);
  });

  test('is the same each time, and a plan in force that was proposed is proposed again', async () => {
    expect(await office.done('protect', '2013', '--propose')).toEqual(proposal);
    rollUpBy(indented(proposal.yaml));
    const again = await office.done('protect', '--propose');
    rollUpBy(IN_FORCE);
    expect(again.plan).toEqual(proposal.plan);
  });

  test('names concepts of one code, and codes that are', () => {
    for (const {concept, into, keep, codes} of proposal.plan) {
      // What a person may have several of, what is known of everybody, and what a child cannot be.
      expect(['forms', 'authority', 'assessed', 'person', 'with-child']).not.toContain(concept);
      const list = codesOf(
        concept === 'region-of-origin'
          ? 'nationality'
          : concept === 'repeat'
            ? 'repetition'
            : concept === 'crime'
              ? 'exploitation'
              : concept,
      );
      expect(list).toEqual(expect.arrayContaining(keep ?? codes));
      expect(list).not.toContain(into);
    }
  });

  test('each line tells what it makes one, and what is shown with it and not without', async () => {
    const [first, ...others] = proposal.plan;
    const {figures, persons, fewer, together} = proposal.lines[0];
    expect(together.length).toBeGreaterThan(1);
    rollUpBy(indented(JSON.stringify(others)));
    const without: Answer[] = [];
    for (const {year} of proposal.byYear) without.push(await keptIn(year));
    rollUpBy(IN_FORCE);
    const more = (of: string) =>
      proposal.byYear.reduce((sum: number, {proposed}: Answer, i: number) => sum + proposed[of] - without[i][of], 0);
    expect({concept: first.concept, figures, persons, fewer}).toEqual({
      concept: proposal.lines[0].concept,
      ...{figures: more('figures'), persons: more('persons'), fewer: -more('of')},
    });
  });

  test('may begin later, and is asked of years alone', async () => {
    const later = await office.done('protect', '2012', '--propose', '--from-year', '2011');
    expect(later.byYear.map(({year}: Answer) => year)).toEqual([2011, 2012]);
    expect(await office.refused('protect', '2009', '--propose')).toBe('nothing-to-count');
    for (const wrong of [['--explain'], ['--from', '2012-01-01'], ['--from-year', 'soon']])
      expect((await office.opgor(['protect', '2013', '--propose', ...wrong])).code).toBe(2);
    expect((await office.opgor(['protect', '2013', '--from-year', '2011'])).code).toBe(2);
  });

  test('is told in both languages, and that a new plan is a new policy', async () => {
    for (const [language, said] of [
      ['da', 'ny politik'],
      ['en', 'new policy'],
    ] as const) {
      const {out} = await office.opgor(['protect', '--propose'], {language});
      expect(out).toContain(said);
      expect(out).toContain(proposal.yaml.split('\n')[0]);
    }
  });
});

describe('a year strains its plan', () => {
  const mostOf = ({withheld, rows}: Answer) => `${2 * withheld > rows ? 'most' : 'few'} of ${rows} rows`;
  const strains = async (year: number) =>
    (await office.done('protect', String(year))).findings
      .filter(({rule}: Answer) => rule.startsWith('plan-'))
      .map(({rule, severity, facts}: Answer) => [severity, rule, facts.code ?? mostOf(facts)]);

  test.each([
    [2010, 'one that is as large as another is all that is told together', []],
    [2011, 'two years without anybody are not three', []],
    [
      2012,
      'most rows are withheld',
      [
        ['warning', 'plan-rows-withheld', 'most of 5 rows'],
        ['note', 'plan-code-unused', 'HU'],
      ],
    ],
    [
      2013,
      'nobody since 2010, and one that is larger than the largest; two rows of six are withheld',
      [
        ['note', 'plan-code-unused', 'GH'],
        ['note', 'plan-code-unused', 'HU'],
        ['note', 'plan-code-large', 'RO'],
      ],
    ],
  ])('%d: %s', async (year, _, expected) => expect(await strains(year)).toEqual(expected));

  test('no plan is strained where there is none', async () => {
    rollUpBy(' []');
    expect(await strains(2013)).toEqual([]);
    rollUpBy(IN_FORCE);
  });

  test('a threshold that makes everything vanish: said with what would have to be told together', async () => {
    const little = async () =>
      (await office.done('protect', '2013')).findings.filter(({rule}: Answer) => rule === 'little-shown');
    expect(await little()).toEqual([]);
    const smallest = /smallest: \d+/;
    office.edit('policies.yaml', (text) => text.replace(smallest, 'smallest: 400'));
    expect(await little()).toMatchObject([
      {severity: 'warning', facts: {smallest: 400, whole: expect.arrayContaining(['nationality'])}},
    ]);
    const {out} = await office.opgor(['protect', '2013'], {language: 'da'});
    expect(out).toContain('Der er næsten intet tilbage');
    office.edit('policies.yaml', (text) => text.replace(smallest, 'smallest: 3'));
  });

  test('told to a person with what mends it, once', async () => {
    for (const [language, said] of [
      ['da', 'en ny med sin egen første dag'],
      ['en', 'a new one with its own first day'],
    ] as const) {
      const {out} = await office.opgor(['protect', '2013'], {language});
      expect(out.split(said)).toHaveLength(2);
      expect(out).toContain('opgor protect --propose');
    }
  });
});
