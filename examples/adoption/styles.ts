/** How an office kept its list in each of ten years: other headings, other words, another program every time. */
export type Field =
  | 'line'
  | 'name'
  | 'cpr'
  | 'us-person'
  | 'born'
  | 'sex'
  | 'nationality'
  | 'authority'
  | 'decided'
  | 'exploitation'
  | 'note';

export interface Style {
  readonly kind: 'csv' | 'xlsx' | 'ods' | 'xls' | 'figures';
  readonly file: (year: number) => string;
  readonly headings: Readonly<Record<Field, string>>;
  readonly sex: Readonly<Record<'female' | 'male', string>>;
  readonly authority: Readonly<Record<'us' | 'cmm' | 'court', string>>;
  readonly nationality: Readonly<Record<string, string>>;
  readonly exploitation: Readonly<Record<string, string>>;
  readonly day: 'text' | 'cell' | 'mixed' | 'iso';
  readonly habits: readonly Habit[];
}

export type Habit = 'title' | 'totals' | 'hidden' | 'coloured' | 'since-1904' | 'halves' | 'note-below' | 'other-sheet';

const DANISH = {
  NG: 'Nigeria',
  RO: 'Rumænien',
  TH: 'Thailand',
  HU: 'Ungarn',
  BG: 'Bulgarien',
  VN: 'Vietnam',
  PL: 'Polen',
  UG: 'Uganda',
  KE: 'Kenya',
};
const ADJECTIVES = {
  NG: 'Nigeriansk',
  RO: 'Rumænsk',
  TH: 'Thailandsk',
  HU: 'Ungarsk',
  BG: 'Bulgarsk',
  VN: 'Vietnamesisk',
  PL: 'Polsk',
  UG: 'Ugandisk',
  KE: 'Kenyansk',
};
const ENGLISH = {
  NG: 'Nigeria',
  RO: 'Romania',
  TH: 'Thailand',
  HU: 'Hungary',
  BG: 'Bulgaria',
  VN: 'Viet Nam',
  PL: 'Poland',
  UG: 'Uganda',
  KE: 'Kenya',
};
const MISSPELT = {...DANISH, NG: 'Nigera', RO: 'Rumænine', TH: 'Thailnad', HU: 'Ungarn ', BG: 'Bulgarinen'};
const SHORT = {...DANISH, NG: 'Nig.', RO: 'Rum.', TH: 'Thai', VN: 'Vietn.'};

const FORMS = {
  prostitution: 'Prostitution',
  'forced-labour': 'Tvangsarbejde',
  'cannabis-production': 'Skunkproduktion',
  'drug-sales': 'Narkosalg',
};
const FORMS_SHORT = {
  prostitution: 'Prost.',
  'forced-labour': 'Tvangsarb.',
  'cannabis-production': 'Hashdyrkning',
  'drug-sales': 'Salg af stof',
};
const FORMS_ENGLISH = {
  prostitution: 'Prostitution',
  'forced-labour': 'Forced labour',
  'cannabis-production': 'Cannabis production',
  'drug-sales': 'Drug sales',
};

const WHO = {us: 'US', cmm: 'CMM', court: 'Domstol'};
const WHO_LONG = {us: 'Udlændingestyrelsen', cmm: 'Center mod Menneskehandel', court: 'Retten'};
const WHO_ENGLISH = {us: 'Immigration Service', cmm: 'CMM', court: 'Courts'};

const heads = (
  line: string,
  name: string,
  cpr: string,
  us: string,
  born: string,
  sex: string,
  nat: string,
  who: string,
  day: string,
  form: string,
  note: string,
): Style['headings'] => ({
  line,
  name,
  cpr,
  'us-person': us,
  born,
  sex,
  nationality: nat,
  authority: who,
  decided: day,
  exploitation: form,
  note,
});

/** One a year, in turn. */
export const STYLES: readonly Style[] = [
  {
    kind: 'csv',
    file: (year) => `Liste over handlede ${year}.csv`,
    day: 'text',
    habits: ['totals'],
    headings: heads(
      'Nr.',
      'Navn',
      'CPR-nr.',
      'Udl.nr.',
      'Født',
      'Køn',
      'Nationalitet',
      'Vurderet af',
      'Afgørelsesdato',
      'Udnyttelse',
      'Bemærkninger',
    ),
    sex: {female: 'Kvinde', male: 'Mand'},
    authority: WHO,
    nationality: DANISH,
    exploitation: FORMS,
  },
  {
    kind: 'figures',
    file: (year) => `Opgørelse ${year}.xlsx`,
    day: 'text',
    habits: [],
    headings: heads('', '', '', '', '', 'Køn', 'Nationalitet', '', '', 'Udnyttelsesform', ''),
    sex: {female: 'Kvinder', male: 'Mænd'},
    authority: WHO,
    nationality: DANISH,
    exploitation: FORMS,
  },
  {
    kind: 'xlsx',
    file: (year) => `CMM ${year} endelig.xlsx`,
    day: 'cell',
    habits: ['title', 'totals'],
    headings: heads(
      'Løbenr.',
      'Fulde navn',
      'CPR',
      'Udlændingenr.',
      'Fødselsdato',
      'K/M',
      'Statsborgerskab',
      'Myndighed',
      'Vurderet den',
      'Handlet til',
      'Noter',
    ),
    sex: {female: 'K', male: 'M'},
    authority: WHO_LONG,
    nationality: ADJECTIVES,
    exploitation: FORMS,
  },
  {
    kind: 'ods',
    file: (year) => `sager-${year}.ods`,
    day: 'text',
    habits: ['totals'],
    headings: heads(
      'Lb.nr.',
      'Klient',
      'Personnummer',
      'Udl. nummer',
      'F.dato',
      'Kvinde/mand',
      'Hjemland',
      'Afgjort af',
      'Dato',
      'Udnyttelsesform',
      'Andet',
    ),
    sex: {female: 'kvinde', male: 'mand'},
    authority: WHO,
    nationality: SHORT,
    exploitation: FORMS_SHORT,
  },
  {
    kind: 'xls',
    file: (year) => `HANDEL${String(year).slice(2)}.XLS`,
    day: 'cell',
    habits: ['title'],
    headings: heads(
      'No.',
      'Name',
      'CPR no.',
      'Foreigner no.',
      'Date of birth',
      'Sex',
      'Nationality',
      'Decided by',
      'Decision date',
      'Form of exploitation',
      'Remarks',
    ),
    sex: {female: 'F', male: 'M'},
    authority: WHO_ENGLISH,
    nationality: ENGLISH,
    exploitation: FORMS_ENGLISH,
  },
  {
    kind: 'xlsx',
    file: (year) => `oversigt_${year}_v3.xlsx`,
    day: 'mixed',
    habits: ['note-below', 'other-sheet'],
    headings: heads(
      '#',
      'Borgerens navn',
      'Cprnr',
      'Udl nr',
      'Fødselsdag',
      'Køn (K/M)',
      'Land',
      'Vurd. myndighed',
      'Vurderingsdato',
      'Form for udnyttelse',
      'Status for kontakt',
    ),
    sex: {female: 'Kv', male: 'M'},
    authority: WHO,
    nationality: MISSPELT,
    exploitation: FORMS,
  },
  {
    kind: 'csv',
    file: (year) => `eksport ${year}.csv`,
    day: 'iso',
    habits: [],
    headings: heads(
      'Række',
      'Person',
      'Cpr',
      'Udlændinge-nr.',
      'Fødselsdato',
      'Gender',
      'Oprindelsesland',
      'Authority',
      'Dato for afgørelse',
      'Udnyttelsestype',
      'Kommentar',
    ),
    sex: {female: 'Kvindelig', male: 'Mandlig'},
    authority: WHO_LONG,
    nationality: DANISH,
    exploitation: FORMS_SHORT,
  },
  {
    kind: 'xlsx',
    file: (year) => `Personer vurderet ${year}.xlsx`,
    day: 'cell',
    habits: ['title', 'hidden', 'coloured', 'totals'],
    headings: heads(
      'Løbenummer',
      'Navn',
      'CPR nummer',
      'Udl.nr',
      'Født den',
      'Køn',
      'Statsborger i',
      'Vurderende myndighed',
      'Afgjort',
      'Formål',
      'Intern note',
    ),
    sex: {female: 'Kvinde', male: 'Mand'},
    authority: WHO,
    nationality: ADJECTIVES,
    exploitation: FORMS,
  },
  {
    kind: 'xlsx',
    file: (year) => `Mac-liste ${year}.xlsx`,
    day: 'cell',
    habits: ['since-1904'],
    headings: heads(
      'Nummer',
      'Navn',
      'CPR-nummer',
      'Udl.-nr.',
      'Født',
      'Køn',
      'Nationalitet',
      'Myndighed',
      'Dato for vurdering',
      'Udnyttelse',
      'Bem.',
    ),
    sex: {female: 'Kvinde', male: 'Mand'},
    authority: WHO,
    nationality: DANISH,
    exploitation: FORMS,
  },
  {
    kind: 'xlsx',
    file: (year) => `Handlede ${year}.xlsx`,
    day: 'cell',
    habits: ['halves', 'totals'],
    headings: heads(
      'Nr.',
      'Navn',
      'CPR-nr.',
      'Udl.nr.',
      'Fødselsår og -dato',
      'Køn',
      'Nationalitet',
      'Afgjort af',
      'Afgørelse dato',
      'Udnyttelse',
      'Bemærkning',
    ),
    sex: {female: 'Kvinde', male: 'Mand'},
    authority: WHO_LONG,
    nationality: SHORT,
    exploitation: FORMS,
  },
];
