/** Invented people of invented years: who was assessed when, and what the office's figures ought to have been. Nobody is real. */
import type {Random} from '../synthesis/random.ts';

export interface Assessed {
  readonly year: number;
  readonly name: string;
  /** None: a person who can be joined with nobody. */
  readonly cpr: string | undefined;
  readonly foreigner: string | undefined;
  readonly born: string;
  readonly sex: 'female' | 'male';
  readonly nationality: string;
  readonly exploitation: string;
  readonly authority: 'us' | 'cmm' | 'court';
  readonly decided: string;
  /** The row says a day there is none of: it is held. */
  readonly held: boolean;
  /** The person stands on a second row too. */
  readonly twice: boolean;
}

const FIRST = [
  'Anna',
  'Bo',
  'Dina',
  'Eva',
  'Finn',
  'Gry',
  'Hugo',
  'Ida',
  'Jens',
  'Kim',
  'Lea',
  'Max',
  'Nora',
  'Otto',
  'Pia',
  'Rosa',
];
const LAST = ['Prøve', 'Eksempel', 'Opdigt', 'Tænkt', 'Påhit', 'Figur', 'Skygge', 'Model'];
const NATIONALITIES = ['NG', 'NG', 'NG', 'NG', 'RO', 'RO', 'TH', 'TH', 'HU', 'BG', 'VN', 'PL', 'UG', 'KE'];
const FORMS = ['prostitution', 'prostitution', 'prostitution', 'forced-labour', 'cannabis-production', 'drug-sales'];

const two = (number: number): string => String(number).padStart(2, '0');

export function peopleOf(year: number, count: number, random: Random): readonly Assessed[] {
  return Array.from({length: count}, (_, i) => {
    const born = `${random.between(1960, 1990)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
    const [y = '', m = '', d = ''] = born.split('-');
    const serial = String((year - 2000) * 1000 + i)
      .padStart(4, '0')
      .slice(-4);
    const hasCpr = random.chance(0.5);
    const exploitation = random.pick(FORMS);
    return {
      year,
      name: `${random.pick(FIRST)} ${random.pick(LAST)} ${random.pick(LAST)}`,
      cpr: hasCpr ? `${d}${m}${y.slice(2)}-${serial}` : undefined,
      foreigner: hasCpr || random.chance(0.2) ? undefined : `1${year}${String(i).padStart(4, '0')}`,
      born,
      sex: exploitation === 'prostitution' || random.chance(0.3) ? 'female' : 'male',
      nationality: random.pick(NATIONALITIES),
      exploitation,
      authority: random.pick(['us', 'us', 'us', 'cmm', 'court'] as const),
      decided: `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
      held: i === 7,
      twice: hasCpr && random.chance(0.02),
    };
  });
}

/** In which form a year counts it: cannabis production moved in 2013. */
const formIn = (form: string, year: number): string =>
  form === 'cannabis-production'
    ? year < 2013
      ? 'forced-labour'
      : 'criminal-acts'
    : form === 'drug-sales'
      ? 'criminal-acts'
      : form;

/** Every figure of a year, by cell. */
export function figuresOf(year: number, people: readonly Assessed[]): Map<string, number> {
  const cells = new Map<string, number>([[`persons-by-year.${year}`, people.length]]);
  const add = (cell: string) => cells.set(cell, (cells.get(cell) ?? 0) + 1);
  for (const {sex, nationality, exploitation} of people) {
    add(`persons-by-sex.${year}.${sex}`);
    add(`persons-by-nationality.${year}.${nationality}`);
    add(`persons-by-exploitation.${year}.${formIn(exploitation, year)}`);
  }
  return cells;
}
