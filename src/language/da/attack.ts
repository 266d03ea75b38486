/** Hvad der siges om offentliggjorte tabeller, der er angrebet, på dansk. */
import type {AttackRefusal, CountRule, TableRule} from '#concepts/attack-refusal';
import type {AttackWords} from '#language/attack-words';
import type {RefusalWords} from '#language/refusal-words';

const n = (number: number) => number.toLocaleString('da');

export const attack: AttackWords = {
  summary: (tables, cells, withheld, recovered) =>
    `${n(tables)} ${tables === 1 ? 'tabel' : 'tabeller'}, ${n(cells)} ${cells === 1 ? 'celle' : 'celler'}: ${n(withheld)} tilbageholdt, heraf ${n(recovered)} genfundet nøjagtigt.`,
  leftOut: {
    'shares-or-differences': (names) =>
      `Udeladt, da de rummer andele eller forskelle og ingen antal: ${names.join(', ')}.`,
    'figures-about-figures': (names) =>
      `Udeladt, da de siger, hvor langt tal er flyttet eller kan flyttes, og ingen tæller: ${names.join(', ')}.`,
    'nothing-told': (names) => `Udeladt, da ingen af cellerne er opgjort eller kan være det: ${names.join(', ')}.`,
  },
  eachByItself:
    'Hver tabel er angrebet for sig: filerne siger ikke, hvilke af dem der tæller de samme personer. Det gør figures.json, og det gør en mapping (population: one).',
  contradictions: (number) => `${n(number)} ${number === 1 ? 'modsigelse' : 'modsigelser'}.`,
  contradiction: 'Disse celler kan ikke alle være rigtige; uden en hvilken som helst af dem kan de andre:',
  setAside: 'Det, der modsiger sig selv, er lagt til side, før resten er regnet ud.',
  unproven: (cells) =>
    `Tiden slap op: for ${n(cells)} ${cells === 1 ? 'celle' : 'celler'} ligger de sande grænser inden for de angivne og kan være snævrere. Giv mere tid med --time-limit.`,
  unfinished: 'Tiden slap op, før der var ledt efter alle modsigelser.',
  circle:
    'Tabellerne deler de samme personer i ring og har for mange celler tilsammen: grænserne er tabellernes og kan være snævrere.',
  outer: 'kan være snævrere',
  noWhole: 'ingen hele tal passer',
  together: 'tilsammen',
  rest: '(ikke trykt)',
};

export const attackRefusals: Pick<RefusalWords, AttackRefusal['reason']> = {
  'not-published-tables': ({file, row, rule}) => ({
    what: `${file}${row === undefined ? '' : `, række ${row}`}: ${TABLE[rule].what}.`,
    remedy: TABLE[rule].remedy,
  }),
  'not-a-count': ({file, row, rule}) => ({
    what: `${file}, række ${row}: ${COUNT[rule].what}.`,
    remedy: COUNT[rule].remedy,
  }),
  'mapping-faulty': ({file}) => ({what: `Beskrivelsen ${file} har fejl:`, remedy: 'Ret hver i den nævnte linje.'}),
  'hierarchy-overlaps': ({file, dimension, code, sums}) => ({
    what: `${file}: i hierarkiet for ${dimension} er ${code} en del af ${sums.join(' og af ')}.`,
    remedy: 'Lad hver kode være en del af én sum og ikke af sine egne dele.',
  }),
};

const TIDY =
  'En tabel har en række pr. celle: en kolonne pr. dimension, Total for summer, antallet i sidste kolonne. Beskriv den ellers i en mapping (docs/method/attack.md).';

const TABLE: Readonly<Record<TableRule, {readonly what: string; readonly remedy: string}>> = {
  'one-column': {what: 'overskriftsrækken har kun én kolonne', remedy: TIDY},
  'no-rows': {what: 'der er ingen celler under overskriftsrækken', remedy: TIDY},
  'heading-empty': {what: 'en kolonne har ingen overskrift', remedy: TIDY},
  'heading-twice': {what: 'to kolonner har samme overskrift', remedy: TIDY},
  'cells-too-few': {what: 'rækken har færre celler end overskriftsrækken', remedy: TIDY},
  'cells-too-many': {
    what: 'rækken har flere celler end overskriftsrækken',
    remedy: 'Sæt tekster, der indeholder skilletegnet, i anførselstegn.',
  },
  'code-empty': {what: 'en dimension har ingen kode', remedy: 'Skriv Total, hvor cellen er en sum.'},
  'not-json': {what: 'den er ikke JSON', remedy: 'Hent filen igen.'},
  'not-json-stat': {
    what: 'den er JSON, men har intet datasæt i JSON-stat',
    remedy: 'Bed udgiveren om JSON-stat, CSV eller PX.',
  },
  'not-px': {what: 'den er ikke en PX-fil, der kan læses', remedy: 'Hent filen igen, eller gem den som CSV.'},
  'sizes-differ': {
    what: 'antallet af værdier er ikke dimensionernes antal koder ganget sammen',
    remedy: 'Hent filen igen: noget af den mangler.',
  },
};

const COUNT: Readonly<Record<CountRule, {readonly what: string; readonly remedy: string}>> = {
  negative: {what: 'antallet er under 0', remedy: 'Der tælles personer: udelad forskelle og saldi.'},
  fraction: {what: 'antallet er ikke helt', remedy: 'Der tælles personer: udelad andele, rater og gennemsnit.'},
  separated: {what: 'antallet har skilletegn', remedy: 'Skriv 1234, ikke 1.234 eller 1,234 eller 1 234.'},
  'too-large': {
    what: 'antallet er over 1.000.000.000.000',
    remedy: 'Så mange tæller ingen: se efter, om kolonnerne er forskudt.',
  },
  'no-number': {
    what: 'den sidste kolonne har hverken et antal eller et tegn på, at et er tilbageholdt (tomt, .., <5)',
    remedy: 'Nævn kolonnen under `value` eller tegnet under `withheld` i en mapping (docs/method/attack.md).',
  },
};
