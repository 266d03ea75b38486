/** CMM's list of cases, its own assessments and the court findings that reached it: XLSX, titles above, a total below. */
import {aboutSheet} from './about.ts';
import type {Birth, Case} from './case.ts';
import {COUNTRIES} from './countries.ts';
import {danish} from './day.ts';
import {type Habits, habitsOf} from './habits.ts';
import {civilNumber, cmmCaseNumber, foreignerNumber} from './person.ts';
import type {Random} from './random.ts';
import type {Cell, Sheet} from './sheet.ts';
import {ASSESSED_BY, CONTACT, EARLIER, EXPLOITATION, INDUSTRY, NOTICE, OUTCOME, RESIDENCE, SEX} from './words.ts';
import {xlsx} from './xlsx.ts';

const HEADINGS = [
  'CMM-nr.',
  'Navn',
  'Kaldenavn',
  'CPR-nr.',
  'Udl.nr.',
  'Telefon',
  'Født',
  'Køn',
  'Nationalitet',
  'Opholdsgrundlag',
  'Vurderet af',
  'Dato for vurdering',
  'Resultat',
  'Kontaktform',
  'Første kontakt',
  'Form for udnyttelse',
  'Andre former',
  'Branche',
  'Straffesag siden',
  'Genganger',
  'Genganger år',
  'Børn i Danmark',
];

export function cmmFile(random: Random, cases: readonly Case[], years: string): Uint8Array {
  const habits = habitsOf(random);
  const list: Sheet = {
    name: 'Sager',
    titles: [NOTICE, `CMM: sager om menneskehandel ${years}`, ''],
    header: HEADINGS,
    rows: [...cases.map((one) => cells(one, habits, random)), ['I alt', cases.length]],
  };
  return xlsx(NOTICE, [list, aboutSheet(`Centrets sagsliste ${years}.`)]);
}

function cells(one: Case, {coded, text}: Habits, random: Random): readonly Cell[] {
  if (one.authority === 'us') throw new Error('not one of this file’s cases');
  const {name, birth, sex, nationalities} = one.person;
  const civil = one.residence === 'lawful' && one.person.serial % 3 === 1 ? civilNumber(one.person) : undefined;
  return [
    caseNumber(one),
    text(name && `${name.given} ${name.surname}`),
    text(name?.aliases.join(', ')),
    text(civil),
    text(one.knownToUs ? foreignerNumber(one.person) : undefined),
    text(name && random.chance(0.3) ? `+45 00 00 ${random.between(10, 99)} ${random.between(10, 99)}` : undefined),
    birthCell(birth),
    coded(SEX[sex]),
    coded(nationalities.map((country) => COUNTRIES[country].written).join(random.pick(['/', ' / ']))),
    coded(RESIDENCE[one.residence]),
    ASSESSED_BY[one.authority],
    dayCell(one.decidedOn, random),
    coded(OUTCOME[one.outcome]),
    coded(one.contactForm ? CONTACT[one.contactForm] : ''),
    dayCell(one.contactOn, random),
    coded(EXPLOITATION[one.exploitation]),
    one.otherForms.map((form) => EXPLOITATION[form]).join('/'),
    one.industry ? coded(INDUSTRY[one.industry]) : '',
    one.chargedOn ? dayCell(one.chargedOn, random) : '',
    one.earlier ? EARLIER[one.earlier] : '',
    one.earlierYear ?? '',
    one.children ?? '',
  ];
}

/** A first case is a plain number to the spreadsheet; the later ones are text. */
const caseNumber = (one: Case): Cell => (one.round > 1 ? cmmCaseNumber(one) : Number(cmmCaseNumber(one)));

/** Most days are the spreadsheet's own; some were typed as text. */
const dayCell = (day: string, random: Random): Cell => (random.chance(0.15) ? danish(day) : {day});

function birthCell(birth: Birth | undefined): Cell {
  if (birth === undefined) return 'ukendt';
  if (birth.assessed) return `ca. ${birth.date}`;
  return birth.date.length === 10 ? {day: birth.date} : danish(birth.date);
}
