/** The Danish profile's own text over cubes made by hand: the figures of 2013, and any others. */
import {readdirSync, readFileSync} from 'node:fs';
import type {LanguageTag} from '#concepts/labels';
import {yearPeriod} from '#concepts/period';
import {compose} from '#document/compose';
import type {Statement} from '#document/statement';
import {lastOf} from '#kit/plain-date';
import {languages} from '#language/language';
import {wordsOf} from '#production/words-of';
import type {Profile} from '#profile/profile';
import {readProfile} from '#profile/read-profile';
import {breaksOf, changesIn} from '#tabulation/breaks';
import type {Cube} from '#tabulation/cube';
import {uncertaintyTable} from '#tabulation/uncertainty-table';
import {type Counts, oneWay, protectedOf, twoWay} from './toy.ts';

function load(): Profile {
  const folder = 'profiles/denmark';
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => /\.\w+$/.test(name));
  const read = readProfile(new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`)])));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal, undefined, 1));
  return read.value;
}

export const denmark = load();

export interface Figures {
  readonly years: Counts;
  readonly repetition: Counts;
  readonly authority: Counts;
  readonly contact: Counts;
  readonly region: Counts;
  readonly nationality: Counts;
  readonly exploitation: Counts;
  /** By sex, for each form. */
  readonly sexes: Readonly<Record<'prostitution' | 'forced-labour' | 'criminal-acts', Counts>>;
  readonly industry: Counts;
  readonly crime: Counts;
  readonly sex: Counts;
  readonly age: Counts;
  readonly returned: Readonly<Record<'victim' | 'child', Counts>>;
  readonly withChild: Readonly<Record<string, Counts>>;
  readonly inProcess: Counts;
}

export const nobody = {'in-period': 0, earlier: 0, 'not-applicable': 0, unknown: 0};

/** Section 1 of the mission; what the source has lost is made up. */
export const FIGURES_2013: Figures = {
  years: {'2007': 17, '2008': 28, '2009': 47, '2010': 53, '2011': 60, '2012': 66, '2013': 76},
  repetition: {'first-time': 67, linked: 7, attested: 2, unknown: 0},
  authority: {us: 60, cmm: 10, court: 6, unknown: 0},
  contact: {police: 40, outreach: 20, 'asylum-system': 10, prison: 6, unknown: 0},
  region: {africa: 50, europe: 20, asia: 6, unknown: 0},
  nationality: {NG: 45, RO: 6, TH: 6, GH: 5, BG: 14, unknown: 0},
  exploitation: {prostitution: 58, 'forced-labour': 11, 'criminal-acts': 7, unknown: 0},
  sexes: {
    prostitution: {female: 58, male: 0, unknown: 0},
    'forced-labour': {female: 6, male: 5, unknown: 0},
    'criminal-acts': {female: 0, male: 7, unknown: 0},
  },
  industry: {cleaning: 5, restaurant: 4, agriculture: 2, unknown: 0},
  crime: {'cannabis-production': 4, 'drug-sales': 3, unknown: 0},
  sex: {female: 64, male: 12, unknown: 0},
  age: {'under-18': 2, '18-24': 30, '25-29': 20, '30-39': 18, '40-plus': 6, unknown: 0},
  returned: {victim: {...nobody, 'in-period': 3, earlier: 6}, child: {...nobody, 'not-applicable': 2}},
  withChild: {
    'in-period': {'with-child': 1, 'without-child': 2, unknown: 0},
    earlier: {'with-child': 1, 'without-child': 5, unknown: 0},
    unknown: {'with-child': 0, 'without-child': 0, unknown: 0},
  },
  inProcess: {'in-period': 4, earlier: 5, unknown: 0},
};

export function cubesOf(figures: Figures): readonly Cube[] {
  const {sexes} = figures;
  const {'first-time': first = 0, linked = 0, attested = 0, unknown = 0} = figures.repetition;
  const repeat = typeof linked === 'number' && typeof attested === 'number' ? linked + attested : 0;
  return [
    oneWay('persons-by-year', 'year', figures.years),
    oneWay('persons-since-start', 'measure', measures(figures)),
    byYear(figures),
    oneWay(
      'late-decisions',
      'year',
      Object.fromEntries(Object.keys(figures.years).map((year) => [year, 0])),
      'late-person',
    ),
    oneWay('repeats', 'repetition', figures.repetition),
    oneWay('persons-by-repeat', 'repeat', {'first-time': first, repeat, unknown}),
    oneWay('persons-by-authority', 'authority', figures.authority),
    oneWay('assessments-by-authority', 'authority', figures.authority, 'assessment'),
    oneWay('accompanying-children', 'authority', {us: 4, cmm: 1, court: 0, unknown: 0}, 'accompanying-child'),
    oneWay('persons-by-question', 'question', {none: 74, 'in-question': 2, unknown: 0}),
    oneWay('persons-by-standing', 'standing', {stands: 75, 'later-reversed': 1, unknown: 0}),
    oneWay('persons-by-contact-form', 'contact-form', figures.contact),
    oneWay('persons-by-region-of-origin', 'region-of-origin', figures.region),
    oneWay('persons-by-nationality', 'nationality', figures.nationality),
    oneWay('persons-by-exploitation', 'exploitation', figures.exploitation),
    ...(['prostitution', 'forced-labour', 'criminal-acts'] as const).flatMap((form) => [
      oneWay(`${form}-by-sex`, 'sex', sexes[form]),
      oneWay(`${form}-by-nationality`, 'nationality', {
        ...sexes[form],
        female: 0,
        male: 0,
        NG: sexes[form].female ?? 0,
        RO: sexes[form].male ?? 0,
      }),
    ]),
    oneWay('forced-labour-by-industry', 'industry', figures.industry),
    oneWay('criminal-acts-by-crime', 'crime', figures.crime),
    oneWay('persons-by-sex', 'sex', figures.sex),
    oneWay('persons-by-age', 'age', figures.age),
    twoWay('returns', ['person', 'assessed'], figures.returned, 'returnee'),
    twoWay('returns-with-child', ['assessed', 'with-child'], figures.withChild, 'return'),
    oneWay('returns-in-process', 'assessed', figures.inProcess, 'return'),
    uncertain,
    oneWay('assessments-by-outcome', 'outcome', {victim: 76, 'not-victim': 30, unknown: 0}, 'assessment'),
  ];
}

const found = denmark.tables.find(({uncertainty}) => uncertainty !== undefined);
if (found === undefined) throw new Error('no table of uncertainty');
/** Nothing is asked of who is the same person. */
const nothing = {questions: 0, persons: {low: 0, high: 0}, repeats: {low: 0, high: 0}};
const uncertain = uncertaintyTable(found, nothing, yearPeriod(2013));

const known = (count: Counts[string] | undefined): number => (typeof count === 'number' ? count : 0);

const measures = ({years}: Figures): Counts => {
  const sum = Object.values(years).reduce<number>((total, count) => total + known(count), 0);
  return {'sum-of-years': sum, 'distinct-persons': Math.max(1, sum - 27)};
};

/** Earlier years are all of prostitution: only the last is given by form. */
function byYear({years, exploitation}: Figures): Cube {
  const shown = Object.keys(years);
  const rows = shown.map((year) => {
    const earlier = {...mapped(exploitation, 0), prostitution: known(years[year])};
    return [year, year === shown.at(-1) ? mapped(exploitation) : earlier] as const;
  });
  const cube = twoWay('exploitation-by-year', ['year', 'exploitation'], Object.fromEntries(rows), 'person');
  const changes = changesIn(cube.table, shown, denmark);
  const [year, ...others] = cube.dimensions;
  return year === undefined ? cube : {...cube, dimensions: [{...year, changes, breaks: breaksOf(changes)}, ...others]};
}

const mapped = (counts: Counts, to?: number): Counts =>
  Object.fromEntries(Object.entries(counts).map(([code, count]) => [code, to ?? known(count)]));

/** `published`: what becomes of a cube before it is published. */
export function danishStatement(
  language: LanguageTag,
  figures: Figures = FIGURES_2013,
  year = 2013,
  published: (cube: Cube) => Cube = (cube) => cube,
): Statement {
  const outline = denmark.outlines.find((one) => one.language === language);
  const guarded = denmark.guardedWords.find((one) => one.language === language);
  if (outline === undefined || guarded === undefined) throw new Error(`no text in ${language}`);
  const period = yearPeriod(year);
  return compose({
    outline,
    guarded,
    period,
    cubes: protectedOf(cubesOf(figures).map((cube) => published({...cube, period}))),
    words: wordsOf(denmark, language, lastOf(year)),
    language: languages[language],
    commentaries: denmark.commentaries,
    codeLists: denmark,
    revisions: new Map(denmark.tables.flatMap(({id, revisions}) => (revisions ? [[id, revisions.of]] : []))),
    notes: [],
    findings: [],
    office: denmark.office[language],
    cutOff: '2014-01-31T23:59:59.999Z',
    marks: [],
    producedBy: 'opgor',
  });
}
