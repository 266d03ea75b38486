/** The Immigration Service's decisions: CSV, semicolons, Windows-1252, CRLF, one line per decision since the first year. */
import type {Birth, Case} from './case.ts';
import {COUNTRIES} from './countries.ts';
import {danish, yearOf} from './day.ts';
import {type Habits, habitsOf} from './habits.ts';
import {foreignerNumber} from './person.ts';
import type {Random} from './random.ts';
import {CONTACT, EARLIER, EXPLOITATION, INDUSTRY, OUTCOME, RESIDENCE, SEX} from './words.ts';

const HEADINGS = [
  'Sagsnr.',
  'Udl.nr.',
  'Navn',
  'Alias',
  'Fødselsdato',
  'Alder vurderet',
  'Køn',
  'Statsborgerskab',
  'Opholdsstatus',
  'Asyl søgt',
  'Kontaktform',
  'Kontaktdato',
  'Afgørelsesdato',
  'Afgørelse',
  'Udnyttelse',
  'Øvrige udnyttelsesformer',
  'Branche',
  'Udrejsefrist (dage)',
  'Refleksionsperiode (dage)',
  'Tidligere vurderet',
  'Tidligere år',
  'Medfølgende børn',
  'Sagskompleks',
];

export interface UsFile {
  /** The header line. */
  readonly head: Uint8Array;
  line(one: Case): Uint8Array;
}

export function usFile(random: Random): UsFile {
  const habits = habitsOf(random);
  return {head: windows1252(joined(HEADINGS)), line: (one) => windows1252(joined(cells(one, habits, random)))};
}

function cells(one: Case, {coded, text}: Habits, random: Random): readonly string[] {
  const {name, birth, sex, nationalities} = one.person;
  return [
    `SYN-${yearOf(one.decidedOn) % 100 < 10 ? '0' : ''}${yearOf(one.decidedOn) % 100}/${String(one.number).padStart(5, '0')}`,
    text(foreignerNumber(one.person)),
    text(name && `${name.given} ${name.surname}`),
    text(name?.aliases.join(random.pick(['; ', ', ']))),
    birthCell(birth, random),
    birth === undefined ? '' : birth.assessed ? 'Ja' : random.pick(['Nej', '']),
    coded(SEX[sex]),
    coded(nationalities.map((country) => COUNTRIES[country].written).join('/')),
    coded(RESIDENCE[one.residence]),
    one.asylumOn ? danish(one.asylumOn) : '',
    coded(one.contactForm ? CONTACT[one.contactForm] : ''),
    danish(one.contactOn),
    danish(one.decidedOn),
    coded(OUTCOME[one.outcome]),
    coded(EXPLOITATION[one.exploitation]),
    one.otherForms.map((form) => EXPLOITATION[form]).join('/'),
    one.industry ? coded(INDUSTRY[one.industry]) : '',
    numeral(one.deadlineDays),
    numeral(one.reflectionDays),
    one.earlier ? EARLIER[one.earlier] : '',
    numeral(one.earlierYear),
    numeral(one.children),
    one.complex ?? '',
  ];
}

/** A day nobody knows is written as zeroes, or left out. */
function birthCell(birth: Birth | undefined, random: Random): string {
  if (birth === undefined) return random.pick(['', 'ukendt']);
  const short = danish(birth.date);
  return birth.date.length === 7 && random.chance(0.5) ? `00-${short}` : short;
}

const numeral = (value: number | undefined): string => (value === undefined ? '' : String(value));

const quoted = (cell: string) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const joined = (row: readonly string[]) => `${row.map(quoted).join(';')}\r\n`;

/** Latin-1 and the dash are all of the encoding that is needed; the agency's system drops the accents it has no letter for. */
function windows1252(text: string): Uint8Array {
  const written = text.replaceAll(
    /[^\n\r -~\u00a0-\u00ff]/g,
    (letter) => PLAIN[letter] ?? letter.normalize('NFD').charAt(0),
  );
  return Buffer.from(written, 'latin1');
}

/** The en dash is byte 96 of Windows-1252, which Latin-1 has no character for. */
const PLAIN: Readonly<Record<string, string>> = {'–': '\u0096', Đ: 'D', đ: 'd'};
