/**
 * The countries of the synthetic persons, as the agencies write them, with names that can be recognised as invented:
 * every surname carries `test` or `prøv`, and no such family is known.
 */
export type Country = keyof typeof COUNTRIES;

interface Names {
  /** As the files write it. */
  readonly written: string;
  readonly region: 'africa' | 'asia' | 'europe';
  readonly female: readonly string[];
  readonly male: readonly string[];
  /** Beginnings and endings; every pair is a surname. */
  readonly surname: readonly [readonly string[], readonly string[]];
}

const WEST_AFRICA: Omit<Names, 'written' | 'region'> = {
  female: ['Joy', 'Blessing', 'Mercy', 'Gift', 'Precious', 'Faith', 'Patience', 'Beauty'],
  male: ['Sunday', 'Lucky', 'Friday', 'Kingsley', 'Godwin', 'Monday'],
  surname: [
    ['Osa', 'Eke', 'Ugo', 'Ame', 'Ibo', 'Ade', 'Oko', 'Ize'],
    ['testo', 'testwa', 'prøvebo', 'testmen'],
  ],
};
const EAST_AFRICA: Omit<Names, 'written' | 'region'> = {
  female: ['Grace', 'Esther', 'Sarah', 'Irene', 'Doreen', 'Agnes'],
  male: ['Moses', 'Isaac', 'Daniel', 'Peter', 'Simon'],
  surname: [
    ['Naka', 'Mwa', 'Kiru', 'Waga', 'Nabi'],
    ['testo', 'prøveru', 'testiga'],
  ],
};
const SOUTH_EAST_EUROPE: Omit<Names, 'written' | 'region'> = {
  female: ['Elena', 'Maria', 'Ioana', 'Daniela', 'Ana', 'Mihaela'],
  male: ['Ion', 'Vasile', 'Marin', 'Petar', 'Georgi', 'Stefan'],
  surname: [
    ['Dor', 'Brad', 'Valc', 'Stoj', 'Crin', 'Lup'],
    ['testescu', 'testov', 'prøvici'],
  ],
};

// biome-ignore format: a table reads by its rows
export const COUNTRIES = {
  NG: {written: 'Nigeria', region: 'africa', ...WEST_AFRICA},
  GH: {written: 'Ghana', region: 'africa', ...WEST_AFRICA},
  CM: {written: 'Cameroun', region: 'africa', ...WEST_AFRICA},
  UG: {written: 'Uganda', region: 'africa', ...EAST_AFRICA},
  KE: {written: 'Kenya', region: 'africa', ...EAST_AFRICA},
  RO: {written: 'Rumænien', region: 'europe', ...SOUTH_EAST_EUROPE},
  BG: {written: 'Bulgarien', region: 'europe', ...SOUTH_EAST_EUROPE},
  AL: {written: 'Albanien', region: 'europe', ...SOUTH_EAST_EUROPE},
  HU: {written: 'Ungarn', region: 'europe', female: ['Zsófia', 'Réka', 'Ildikó'], male: ['Gábor', 'Zoltán'], surname: [['Kis', 'Nagy', 'Dom'], ['prøveházi', 'testfalvi']]},
  LT: {written: 'Litauen', region: 'europe', female: ['Rasa', 'Daiva'], male: ['Jonas', 'Tomas', 'Andrius'], surname: [['Kal', 'Ber', 'Vait'], ['testauskas', 'prøvaitis']]},
  VN: {written: 'Vietnam', region: 'asia', female: ['Thị Hoa', 'Thị Lan', 'Thị Mai'], male: ['Văn Nam', 'Văn Đức', 'Quốc Huy', 'Minh'], surname: [['Ngu', 'Tra', 'Pha', 'Hoa'], ['testen', 'prøven']]},
  TH: {written: 'Thailand', region: 'asia', female: ['Malee', 'Noi', 'Suda', 'Ratana'], male: ['Somsak', 'Anan'], surname: [['Srisu', 'Chai', 'Won', 'Kit'], ['testapong', 'prøvakul']]},
  PH: {written: 'Filippinerne', region: 'asia', female: ['Marisol', 'Jocelyn', 'Divina'], male: ['Rodel', 'Arnel'], surname: [['Baya', 'Maga', 'Dima'], ['testano', 'prøvayan']]},
  DK: {written: 'Danmark', region: 'europe', female: ['Åse', 'Søs', 'Mærta'], male: ['Bjørn', 'Jørn'], surname: [['Ager', 'Sø', 'Lærke', 'Å'], ['prøvesen', 'testgård']]},
} as const satisfies Record<string, Names>;
