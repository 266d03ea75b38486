/** The Danish statement: the figures of 2013 in both languages, and what the same text says when the figures are others. */
import {expect, test} from 'vitest';
import type {LanguageTag} from '#concepts/labels';
import {compareStatements} from '#document/compare-statements';
import {danishStatement, FIGURES_2013, type Figures, nobody} from './denmark.ts';
import {type Counts, prose} from './toy.ts';

const both = ['da', 'en'] as const;
const text = (language: LanguageTag, figures: Figures = FIGURES_2013) =>
  prose(danishStatement(language, figures)).join('\n');
const having = (changed: Partial<Figures>): Figures => ({...FIGURES_2013, ...changed});
const sexes = (form: keyof Figures['sexes'], counts: Counts) =>
  having({sexes: {...FIGURES_2013.sexes, [form]: counts}});

test.each(both)('2013 in %s: nothing is found wrong', (language) => {
  expect(danishStatement(language).findings).toEqual([]);
});

test('2013: the two languages carry the same figures', () => {
  expect(compareStatements(both.map((language) => danishStatement(language)))).toEqual([]);
});

test.each([
  'I 2013 blev 76 personer officielt vurderet handlet.',
  'Af dem er 9 gengangere, det vil sige personer, der også er vurderet handlet i en tidligere periode, og 67 er vurderet for første gang.',
  'Antallet er steget med 10 i forhold til 2012, hvor det var 66; det svarer til en stigning på 15 pct.',
  'Udlændingestyrelsen har vurderet 60 personer handlet, Center mod Menneskehandel 10 og domstolene 6.',
  'prostitution (58), tvangsarbejde (11) og kriminelle handlinger (7)',
  'Produktion af skunk blev til og med 2012 talt under tvangsarbejde og tælles fra 2013 under kriminelle handlinger.',
  'Siden 2007 er der talt 347 personer, når årene lægges sammen. Det er 320 forskellige personer, fordi en person, der er vurderet handlet i flere år, tæller med i hvert af dem.',
  '58 personer er vurderet handlet til prostitution. Alle er kvinder.',
  '11 personer er vurderet handlet til tvangsarbejde: 6 kvinder og 5 mænd. Kønsfordelingen er næsten lige.',
  '7 personer er vurderet handlet til kriminelle handlinger. Alle er mænd. Fordelingen på handlinger er: produktion af skunk (4) og salg af stoffer (3).',
  'Af de 76 personer er 64 kvinder (84 pct.) og 12 mænd (16 pct.).',
  'Heraf var 2 børn af ofre. Af de hjemsendte ofre er 3 vurderet handlet i 2013, heraf 1 med barn, og 6 er vurderet tidligere.',
  'Ved udgangen af 2013 var yderligere 9 hjemsendelser i proces.',
])('2013 på dansk: %s', (sentence) => {
  const spaces = (said: string) => said.replaceAll('\u00A0', ' ').replaceAll(/\^[a-z]+/g, '');
  expect(spaces(text('da'))).toContain(sentence);
});

test('an abbreviation that ends a sentence has one full stop', () => expect(text('da')).not.toContain('pct..'));

test.each<{when: string; figures: Figures; da: string; en: string}>([
  {
    when: 'one woman among the criminal-acts cases',
    figures: sexes('criminal-acts', {female: 1, male: 6, unknown: 0}),
    da: '7 personer er vurderet handlet til kriminelle handlinger: 1 kvinde og 6 mænd.',
    en: '7 persons were assessed to have been trafficked for criminal acts: 1 woman and 6 men.',
  },
  {
    when: 'one single criminal-acts case, a woman',
    figures: sexes('criminal-acts', {female: 1, male: 0, unknown: 0}),
    da: '1 person er vurderet handlet til kriminelle handlinger, en kvinde.',
    en: '1 person was assessed to have been trafficked for criminal acts, a woman.',
  },
  {
    when: 'no forced labour',
    figures: sexes('forced-labour', {female: 0, male: 0, unknown: 0}),
    da: 'Ingen personer er vurderet handlet til tvangsarbejde.',
    en: 'No persons were assessed to have been trafficked for forced labour.',
  },
  {
    when: 'a sex unknown: the rest is named',
    figures: having({sex: {female: 60, male: 12, unknown: 1}}),
    da: '12 mænd (16 pct.) samt 1 person af andet eller uoplyst køn.',
    en: '12 are men (16 per cent), as well as 1 person of other or unknown sex.',
  },
  {
    when: 'no repeats',
    figures: having({repetition: {'first-time': 76, linked: 0, attested: 0, unknown: 0}}),
    da: 'Ingen er registreret som gengangere',
    en: 'None is recorded as a repeat',
  },
  {
    when: 'one person counted in all',
    figures: having({repetition: {'first-time': 1, linked: 0, attested: 0, unknown: 0}}),
    da: 'blev 1 person officielt vurderet handlet',
    en: '1 person was officially assessed to be a victim',
  },
  {
    when: 'the total falls',
    figures: having({years: {'2012': 80, '2013': 76}}),
    da: 'Antallet er faldet med 4 i forhold til 2012, hvor det var 80; det svarer til et fald på 5 pct.',
    en: 'The number has fallen by 4 from 2012, when it was 80; this is a decrease of 5 per cent.',
  },
  {
    when: 'the total stays',
    figures: having({years: {'2012': 76, '2013': 76}}),
    da: 'Antallet er uændret i forhold til 2012.',
    en: 'The number is unchanged from 2012.',
  },
  {
    when: 'there is no year before',
    figures: having({years: {'2013': 76}}),
    da: 'Der er ikke noget tidligere år at sammenligne med.',
    en: 'There is no earlier year to compare with.',
  },
  {
    when: 'no child returned',
    figures: having({
      returned: {...FIGURES_2013.returned, child: {'in-period': 0, earlier: 0, 'not-applicable': 0, unknown: 0}},
    }),
    da: 'Der var ingen medfølgende børn.',
    en: 'There were no accompanying children.',
  },
  {
    when: 'the returned victims were all assessed earlier',
    figures: having({
      returned: {...FIGURES_2013.returned, victim: {'in-period': 0, earlier: 9, 'not-applicable': 0, unknown: 0}},
    }),
    da: 'Ingen af de hjemsendte ofre er vurderet handlet i 2013; 9 er vurderet tidligere.',
    en: 'None of the victims who returned was assessed in 2013; 9 had been assessed earlier.',
  },
  {
    when: 'some ages are unknown, and nobody is known to be a child',
    figures: having({age: {...FIGURES_2013.age, 'under-18': 0, unknown: 2}}),
    da: 'Ingen af de personer, hvis alder er oplyst, var under 18 år på afgørelsens dag. Alderen er ikke oplyst for 2 personer.',
    en: 'None of the persons whose age is known was under 18 on the day of the decision. The age of 2 persons is unknown.',
  },
  {
    when: 'some ages are unknown, and one is a child’s',
    figures: having({age: {...FIGURES_2013.age, 'under-18': 1, unknown: 1}}),
    da: 'Af de personer, hvis alder er oplyst, var 1 under 18 år på afgørelsens dag. Alderen er ikke oplyst for 1 person.',
    en: 'Of the persons whose age is known, 1 was under 18 on the day of the decision. The age of 1 person is unknown.',
  },
  {
    when: 'of a returned victim it is not stated when the assessment was',
    figures: having({returned: {...FIGURES_2013.returned, victim: {...nobody, earlier: 6, unknown: 3}}}),
    da: 'Ingen af de hjemsendte ofre er registreret som vurderet i 2013; 6 er vurderet tidligere, og for 3 er det ikke oplyst.',
    en: 'None of the victims who returned is recorded as assessed in 2013; 6 had been assessed earlier, and for 3 this is not stated.',
  },
  {
    when: 'one person, of unknown sex',
    figures: having({sex: {female: 0, male: 0, unknown: 1}}),
    da: 'Den ene person er af andet eller uoplyst køn.',
    en: 'The one person is of other or unknown sex.',
  },
  {
    when: 'one person, a child',
    figures: having({age: {'under-18': 1, '18-24': 0, unknown: 0}}),
    da: 'Personen var under 18 år på afgørelsens dag.',
    en: 'The person was under 18 on the day of the decision.',
  },
  {
    when: 'one person, an adult',
    figures: having({age: {'under-18': 0, '18-24': 1, unknown: 0}}),
    da: 'Personen var ikke under 18 år på afgørelsens dag.',
    en: 'The person was not under 18 on the day of the decision.',
  },
  {
    when: 'one form of exploitation of one person',
    figures: having({exploitation: {prostitution: 1, 'forced-labour': 0, 'criminal-acts': 0, unknown: 0}}),
    da: 'Udnyttelsesformen er prostitution (1).',
    en: 'The form of exploitation is prostitution (1).',
  },
  {
    when: 'thousands',
    figures: having({sex: {female: 12345, male: 1234, unknown: 0}}),
    da: '12.345 kvinder (91 pct.) og 1.234 mænd (9 pct.)',
    en: '12,345 are women (91 per cent) and 1,234 are men (9 per cent)',
  },
])('$when', ({figures, da, en}) => {
  const spaces = (said: string) => said.replaceAll('\u00A0', ' ');
  expect(spaces(text('da', figures))).toContain(da);
  expect(spaces(text('en', figures))).toContain(en);
  expect(compareStatements(both.map((language) => danishStatement(language, figures)))).toEqual([]);
});

test.each([
  [
    'every age is unknown',
    having({age: {'under-18': 0, unknown: 76}}),
    ['under 18 ', 'Ingen af personerne', 'None of the persons'],
  ],
  [
    'a sex is unknown beside equally many women and men',
    sexes('forced-labour', {female: 5, male: 5, unknown: 1}),
    ['lige mange kvinder og mænd', 'as many women as men', 'Kønsfordelingen er næsten lige', 'almost equally'],
  ],
] as const)('%s: nothing is said of all', (_, figures, unsaid) => {
  const said = both.map((language) => prose(danishStatement(language, figures)).join('\n')).join('\n');
  for (const words of unsaid) expect(said).not.toContain(words);
});

test.each([
  {
    language: 'da',
    title: 'Seksuel udnyttelse',
    said: '58 personer er vurderet handlet til seksuel udnyttelse. Alle er kvinder.',
  },
  {
    language: 'en',
    title: 'Sexual exploitation',
    said: '58 persons were assessed to have been trafficked for sexual exploitation. All are women.',
  },
  {
    language: 'da',
    title: 'Strafbare handlinger',
    said: '7 personer er vurderet handlet til strafbare handlinger. Alle er mænd.',
  },
] as const)('in 2018 forms have the names of that year: $title', ({language, title, said}) => {
  const {years, exploitation, ...rest} = FIGURES_2013;
  const figures = {
    ...rest,
    years: {...years, '2018': 76},
    exploitation: {...exploitation, prostitution: 0, 'sexual-exploitation': 58},
  };
  const statement = danishStatement(language, figures, 2018);
  expect(prose(statement).join('\n').replaceAll('\u00A0', ' ')).toContain(said);
  expect(statement.findings).toEqual([]);
  const captions = statement.blocks.flatMap((block) => (block.kind === 'table' ? [block.table.caption] : []));
  expect(captions.some((caption) => caption.startsWith(`${title}: `))).toBe(true);
  const headings = statement.blocks.flatMap((block) =>
    block.kind === 'heading' ? [JSON.stringify(block.content)] : [],
  );
  expect(headings.some((heading) => heading.includes(title))).toBe(true);
});

test('the commentary is flagged when the rise it explains is gone, and absent when nobody renewed it', () => {
  const fallen = danishStatement('da', having({years: {'2012': 80, '2013': 76}}));
  expect(fallen.findings).toEqual([
    {
      rule: 'commentary-outdated',
      severity: 'error',
      facts: {
        file: 'commentary/2013.da.md',
        line: 1,
        address: 'persons-by-year.this-year',
        expected: 'rises',
        found: 'falls',
      },
    },
  ]);
  const next = danishStatement('da', having({years: {'2013': 76, '2014': 71}}), 2014);
  expect(next.findings).toEqual([]);
  expect(next.blocks.some(({kind}) => kind === 'commentary')).toBe(false);
});

test('the note on cannabis stands wherever the series crosses the break, and not before', () => {
  const note =
    'Cannabis production was counted under forced labour until 2012 and is counted under criminal acts from 2013.';
  const said = (years: Counts, year: number) => prose(danishStatement('en', having({years}), year)).join();
  expect(text('en')).toContain(note);
  expect(said({'2012': 66, '2013': 76, '2014': 71}, 2014)).toContain(note);
  expect(said({'2013': 76, '2014': 71}, 2014)).not.toContain('Cannabis');
  expect(said({'2011': 60, '2012': 66}, 2012)).not.toContain('Cannabis');
});
