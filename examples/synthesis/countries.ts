/**
 * The countries of the synthetic persons, as the agencies write them, with names that can be recognised as invented:
 * every surname carries `test` or `prøve`, and no such family is known.
 */
export type Country = keyof typeof COUNTRIES;

interface Names {
  /** As the files write it. */
  readonly written: string;
  readonly female: readonly string[];
  readonly male: readonly string[];
  /** Beginnings and endings; every pair is a surname. */
  readonly surname: readonly [readonly string[], readonly string[]];
}

const WEST_AFRICA: Omit<Names, 'written'> = {
  female: ['Joy', 'Blessing', 'Mercy', 'Gift', 'Precious', 'Faith', 'Patience', 'Beauty'],
  male: ['Sunday', 'Lucky', 'Friday', 'Kingsley', 'Godwin', 'Monday'],
  surname: [
    ['Osa', 'Eke', 'Ugo', 'Ame', 'Ibo', 'Ade', 'Oko', 'Ize'],
    ['testo', 'testwa', 'prøvebo', 'testmen'],
  ],
};
const EAST_AFRICA: Omit<Names, 'written'> = {
  female: ['Grace', 'Esther', 'Sarah', 'Irene', 'Doreen', 'Agnes'],
  male: ['Moses', 'Isaac', 'Daniel', 'Peter', 'Simon'],
  surname: [
    ['Naka', 'Mwa', 'Kiru', 'Waga', 'Nabi'],
    ['testo', 'prøveru', 'testiga'],
  ],
};
const SOUTH_EAST_EUROPE: Omit<Names, 'written'> = {
  female: ['Elena', 'Maria', 'Ioana', 'Daniela', 'Ana', 'Mihaela'],
  male: ['Ion', 'Vasile', 'Marin', 'Petar', 'Georgi', 'Stefan'],
  surname: [
    ['Dor', 'Brad', 'Valc', 'Stoj', 'Crin', 'Lup'],
    ['testescu', 'testov', 'prøvici'],
  ],
};

// biome-ignore format: a table reads by its rows
export const COUNTRIES = {
  NG: {written: 'Nigeria', ...WEST_AFRICA},
  GH: {written: 'Ghana', ...WEST_AFRICA},
  CM: {written: 'Cameroun', ...WEST_AFRICA},
  UG: {written: 'Uganda', ...EAST_AFRICA},
  KE: {written: 'Kenya', ...EAST_AFRICA},
  RO: {written: 'Rumænien', ...SOUTH_EAST_EUROPE},
  BG: {written: 'Bulgarien', ...SOUTH_EAST_EUROPE},
  AL: {written: 'Albanien', ...SOUTH_EAST_EUROPE},
  HU: {written: 'Ungarn', female: ['Zsófia', 'Réka', 'Ildikó'], male: ['Gábor', 'Zoltán'], surname: [['Kis', 'Nagy', 'Dom'], ['prøveházi', 'testfalvi']]},
  LT: {written: 'Litauen', female: ['Rasa', 'Daiva'], male: ['Jonas', 'Tomas', 'Andrius'], surname: [['Kal', 'Ber', 'Vait'], ['testauskas', 'prøvaitis']]},
  VN: {written: 'Vietnam', female: ['Thị Hoa', 'Thị Lan', 'Thị Mai'], male: ['Văn Nam', 'Văn Đức', 'Quốc Huy', 'Minh'], surname: [['Ngu', 'Tra', 'Pha', 'Hoa'], ['testen', 'prøven']]},
  TH: {written: 'Thailand', female: ['Malee', 'Noi', 'Suda', 'Ratana'], male: ['Somsak', 'Anan'], surname: [['Srisu', 'Chai', 'Won', 'Kit'], ['testapong', 'prøvakul']]},
  PH: {written: 'Filippinerne', female: ['Marisol', 'Jocelyn', 'Divina'], male: ['Rodel', 'Arnel'], surname: [['Baya', 'Maga', 'Dima'], ['testano', 'prøvayan']]},
  DK: {written: 'Danmark', female: ['Åse', 'Søs', 'Mærta'], male: ['Bjørn', 'Jørn'], surname: [['Ager', 'Sø', 'Lærke', 'Å'], ['prøvesen', 'testgård']]},
} as const satisfies Record<string, Names>;
