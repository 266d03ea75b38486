/**
 * A statement written by hand with everything a renderer may meet: a series with published totals and a break, two-way
 * tables, every kind of nothing, notes used twice, a commentary, a fault, and text that must be escaped. Synthetic.
 */
import {count, type Observation} from '#concepts/observation';
import type {BarChart, Block, CellView, Inline, Statement, TableView} from '#document/statement';

const text = (words: string): Inline => ({kind: 'text', text: words});
const figure = (address: string, shown: string, title: string): Inline => ({
  kind: 'figure',
  addresses: [address],
  text: shown,
  title,
});
const heading = (id: string, words: string, level: 2 | 3 = 2): Block => ({
  kind: 'heading',
  level,
  id,
  content: [text(words)],
});
const paragraph = (...content: Inline[]): Block => ({kind: 'paragraph', content});

const SYMBOLS: Readonly<Record<string, string>> = {':': 'ikke indsamlet', '·': 'ikke relevant', '*': 'tilbageholdt'};
const cell = (address: string, shown: Observation | number): CellView => {
  const observation = typeof shown === 'number' ? count(shown) : shown;
  if (observation.kind === 'count') return {address, text: String(observation.value), observation};
  const symbol = {'not-collected': ':', 'not-applicable': '·', withheld: '*'}[observation.kind];
  return {address, text: symbol, observation, meaning: SYMBOLS[symbol] ?? ''};
};

let numbered = 0;
type OneWay = readonly (readonly [code: string, label: string, value: Observation | number])[];

function table(id: string, caption: string, rowHeading: string, rows: OneWay, unit = 'Personer'): Block {
  const symbols = [
    ...new Set(rows.flatMap(([, , value]) => (typeof value === 'number' ? [] : [cell('', value).text]))),
  ];
  const view: TableView = {
    id,
    number: ++numbered,
    caption,
    unit,
    rowHeading,
    columns: [unit],
    rows: [
      ...rows.map(([code, label, value]) => ({label, total: false, cells: [cell(`${id}.${code}`, value)]})),
      {
        label: 'I alt',
        total: true,
        cells: [
          cell(
            `${id}.total`,
            rows.reduce((sum, [, , v]) => sum + (typeof v === 'number' ? v : 0), 0),
          ),
        ],
      },
    ],
    notes: [],
    symbols: symbols.filter((s) => s in SYMBOLS).map((symbol) => ({symbol, meaning: SYMBOLS[symbol] ?? ''})),
  };
  return {kind: 'table', table: view};
}

let drawn = 0;
function chart(id: string, title: string, rows: OneWay, kind: BarChart['kind'] = 'bar'): Block {
  const bars = rows.map(([, label, value]) => ({
    label,
    text: cell('', value).text,
    value: typeof value === 'number' ? value : undefined,
    muted: kind === 'column' && label < '2010',
    breakBefore: kind === 'column' && label === '2013',
  }));
  return {
    kind: 'chart',
    chart: {
      id,
      number: ++drawn,
      title,
      kind,
      unit: 'Personer',
      bars,
      symbols: [],
      notes: [],
      alternative: `${title}. ${bars.map((bar) => `${bar.label}: ${bar.text}`).join('; ')}.`,
      source: 'Center mod Menneskehandels register (syntetiske data).',
    },
  };
}

const both = (id: string, caption: string, rowHeading: string, rows: OneWay): Block[] => [
  chart(id, caption, rows),
  table(id, caption, rowHeading, rows),
];

const YEARS: OneWay = [17, 28, 47, 53, 60, 66, 76].map((value, i) => [`${2007 + i}`, `${2007 + i}`, value]);
const NATIONALITIES: OneWay = [
  ['ng', 'Nigeria', 45],
  ['ro', 'Rumænien', 6],
  ['th', 'Thailand', 4],
  ['vn', 'Vietnam', 4],
  ['ug', 'Uganda', 3],
  ['gh', 'Ghana', 3],
  ['hu', 'Ungarn', 2],
  ['ke', 'Kenya', 2],
  ['lt', 'Litauen', 2],
  ['cm', 'Cameroun', 1],
  ['cz', 'Den Tjekkiske Republik', 1],
  ['gn', 'Guinea', 1],
  ['ph', 'Filippinerne', 1],
  ['unknown', 'Ukendt', 1],
];

const RETURNS: Block = {
  kind: 'table',
  table: {
    id: 'returns',
    number: 6,
    caption: 'Gennemførte forberedte hjemsendelser i 2013, efter person og vurderingens periode',
    unit: 'Personer i hjemsendelser',
    rowHeading: 'Person',
    columns: ['Vurderet i 2013', 'Vurderet tidligere', 'Ikke relevant', 'I alt'],
    rows: [
      {
        label: 'Vurderet udsat for menneskehandel',
        total: false,
        cells: [
          cell('returns.victim.in-period', 3),
          cell('returns.victim.earlier', 6),
          cell('returns.victim.not-applicable', {kind: 'not-applicable'}),
          cell('returns.victim.all', 9),
        ],
      },
      {
        label: 'Barn',
        total: false,
        cells: [
          cell('returns.child.in-period', {kind: 'not-applicable'}),
          cell('returns.child.earlier', {kind: 'not-applicable'}),
          cell('returns.child.not-applicable', 2),
          cell('returns.child.all', 2),
        ],
      },
      {
        label: 'I alt',
        total: true,
        cells: [
          cell('returns.all.in-period', 3),
          cell('returns.all.earlier', 6),
          cell('returns.all.not-applicable', 2),
          cell('returns.total', 11),
        ],
      },
    ],
    notes: [
      {
        id: 'children',
        mark: '',
        content: [{kind: 'text', text: 'Børn vurderes ikke selv; de følger en vurderet person.'}],
      },
    ],
    faults: ['Tabellen stemmer ikke med en anden tabel over de samme personer.'],
    symbols: [{symbol: '·', meaning: 'ikke relevant'}],
  },
};

const total = figure('persons-by-sex.total', '76', 'Personer vurderet i 2013, alle');

export const SAMPLE: Statement = {
  language: 'da',
  title: 'Personer officielt vurderet udsat for menneskehandel i 2013',
  subtitle: 'Årsopgørelse',
  office: 'Center mod Menneskehandel',
  period: '2013',
  cutOff: '2014-02-28T23:59:59.999Z',
  edition: 'internal',
  open: ['Følgebrevet til us.csv oplyser 61 (persons), men filens antagne rækker giver 60.'],
  marks: [
    {kind: 'internal', text: 'Intern udgave – må ikke offentliggøres'},
    {kind: 'synthetic', text: 'Syntetiske data – ingen oplysninger om virkelige personer'},
    {kind: 'draft', text: 'Udkast: 1 sted står åbent'},
  ],
  blocks: [
    heading('grundlag', 'Grundlag og ansvar'),
    paragraph(
      text(
        'Opgørelsen er dannet af Center mod Menneskehandel på grundlag af egne sager og Udlændingestyrelsens afgørelser. Centret har alene ansvaret for den.',
      ),
    ),
    heading('ialt', 'Antal personer i 2013'),
    paragraph(
      text('I 2013 blev '),
      total,
      text(' personer officielt vurderet udsat for menneskehandel. '),
      figure('repeats.all', '9', 'Personer vurderet i 2013, som også er vurderet i et tidligere år'),
      text(' af dem var også vurderet i et tidligere år.'),
      {kind: 'note', id: 'genganger'},
      text(' Tallet er '),
      {kind: 'strong', content: [text('ikke')]},
      text(' et mål for omfanget <i>i alt</i> & "mere" end det.'),
    ),
    chart('persons-by-year', 'Personer officielt vurderet, 2007–2013', YEARS, 'column'),
    table('persons-by-year', 'Personer officielt vurderet, 2007–2013', 'År', YEARS),
    paragraph(
      text('Siden året før er tallet steget med '),
      {
        kind: 'figure',
        addresses: ['persons-by-year.last-year', 'persons-by-year.this-year'],
        text: '15 %',
        value: '15 %',
        title: 'Ændring fra 2012 (66) til 2013 (76)',
      },
      text('.'),
    ),
    {
      kind: 'commentary',
      content: [
        [
          text(
            'Centret antager, at stigningen mest skyldes mere opmærksomhed og bedre samarbejde mellem myndighederne.',
          ),
        ],
      ],
      signed: 'Centerleder A. Eksempel, 3. marts 2014',
    },
    heading('myndighed', 'Hvem har vurderet'),
    paragraph(
      text('Udlændingestyrelsen vurderer udlændinge uden lovligt ophold og asylansøgere, '),
      {kind: 'emphasis', content: [text('centret')]},
      text(' personer med lovligt ophold, og domstolene, når der er rejst straffesag. Se også '),
      {kind: 'link', href: 'https://www.retsinformation.dk/', content: [text('straffeloven § 262 a')]},
      text('.'),
    ),
    {
      kind: 'list',
      items: [
        [
          text('Udlændingestyrelsen: '),
          figure('persons-by-authority.us', '60', 'Personer vurderet i 2013 af Udlændingestyrelsen'),
          text(' personer'),
        ],
        [
          text('Centret: '),
          figure('persons-by-authority.cmm', '10', 'Personer vurderet i 2013 af centret'),
          text(' personer'),
        ],
        [
          text('Domstolene: '),
          figure('persons-by-authority.court', '6', 'Personer, som en domstol tog stilling til i 2013'),
          text(' personer'),
          {kind: 'note', id: 'genganger'},
        ],
      ],
    },
    ...both('persons-by-authority', 'Personer efter den myndighed, der har vurderet', 'Myndighed', [
      ['us', 'Udlændingestyrelsen', 60],
      ['cmm', 'Center mod Menneskehandel', 10],
      ['court', 'Domstole', 6],
      ['unknown', 'Ukendt', 0],
    ]),
    heading('nationalitet', 'Nationalitet'),
    paragraph(text('Der er i alt 13 nationaliteter. '), {
      kind: 'fault',
      text: '13',
      message: 'Et tal er skrevet i teksten uden at være bundet til en celle.',
    }),
    ...both('persons-by-nationality', 'Personer efter nationalitet', 'Nationalitet', NATIONALITIES),
    heading('udnyttelse', 'Udnyttelse'),
    paragraph(text('Prostitution er den hyppigste form for udnyttelse.'), {kind: 'note', id: 'skunk'}),
    ...both('persons-by-exploitation', 'Personer efter form for udnyttelse', 'Udnyttelse', [
      ['prostitution', 'Prostitution', 58],
      ['forced-labour', 'Tvangsarbejde', 11],
      ['criminal-acts', 'Kriminelle handlinger', 7],
      ['unknown', 'Ukendt', 0],
    ]),
    heading('tvangsarbejde', 'Tvangsarbejde', 3),
    ...both('forced-labour-by-industry', 'Tvangsarbejde efter branche', 'Branche', [
      ['cleaning', 'Rengøring og anden ejendomsservice for virksomheder', 5],
      ['restaurants', 'Restauranter', {kind: 'withheld'}],
      ['agriculture', 'Landbrug', {kind: 'withheld'}],
      ['other', 'Andet', {kind: 'not-collected'}],
      ['unknown', 'Ukendt', 0],
    ]),
    heading('hjemsendelser', 'Forberedte hjemsendelser'),
    paragraph(
      text('I 2013 rejste '),
      figure('returns.total', '11', 'Personer i hjemsendelser gennemført i 2013'),
      text(' personer hjem.'),
    ),
    RETURNS,
  ],
  notes: [
    {
      id: 'genganger',
      number: 1,
      content: [text('En person, som også er vurderet i et tidligere år, tæller i hvert af årene.')],
    },
    {
      id: 'skunk',
      number: 2,
      content: [
        text('Fra 2013 regnes dyrkning af skunk til kriminelle handlinger, '),
        figure('criminal-acts-by-crime.cannabis-production', '4', 'Personer udnyttet i produktion af skunk'),
        text(' personer; før talte den som tvangsarbejde.'),
      ],
    },
  ],
  findings: [],
  producedBy: 'Opgør 0.1.0, profil denmark 2013.1',
};
