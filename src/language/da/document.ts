import type {DocumentWords} from '#language/document-words';

export const document: DocumentWords = {
  internal: 'Intern udgave – må ikke offentliggøres',
  synthetic: 'Syntetiske data – ingen oplysninger om virkelige personer; ikke udgivet af den nævnte myndighed',
  changed: {
    round: (base, by) =>
      `Afrundede tal – ingen fra 1 til ${base - 1} vises, og 0 kan stå for et af dem; hvert tal kan ligge op til ${by} fra det sande`,
    cellKey: (by) =>
      `Tal med tilfældig støj – hvert kan ligge op til ${by} fra det sande, og dele giver ikke altid deres sum; hvor sandsynlig hver forskel er, står i moves.csv`,
  },
  draft: 'Udkast med udeståender',
  open: 'Det står åbent',
  contents: 'Indhold',
  table: 'Tabel',
  figure: 'Figur',
  notes: 'Noter',
  total: 'I alt',
  symbols: {
    'not-collected': 'ikke indsamlet',
    'published-only': 'kan ikke genberegnes, da kun et offentliggjort tal haves',
    'not-applicable': 'ikke relevant',
    withheld: 'tilbageholdt af hensyn til enkeltpersoner',
    published: 'offentliggjort tal fra før registret',
    break: 'databrud',
  },
  reading: {
    skipToContent: 'Gå til indholdet',
    backToText: 'Tilbage til teksten',
    period: 'Periode',
    cutOff: 'Data pr.',
    producedBy: 'Udarbejdet med',
    source: 'Kilde',
    seeTable: 'Se',
    note: 'Note',
    notesOnAll: 'Noter til hele opgørelsen',
    pageOf: 'af',
  },
  telling: {
    outOf: (part, base) => `${part} af ${base}`,
    span: (from, to) => `perioden ${from} til ${to}`,
    inYear: (year) => `i ${year}`,
    onDay: (day) => `den ${day}`,
    between: (from, to) => `fra ${from} til ${to}`,
    seriesBreak: (concept, before) => `Databrud før ${before}: ${concept} er opgjort på en ny måde fra da af.`,
    published: (sources) => `Tidligere offentliggjort tal, som ikke kan genberegnes. Kilde: ${sources}.`,
    agreeing: (years, sources) => `Tallene for ${years} svarer til dem, ${sources} har offentliggjort.`,
    multiple: (concept) => `En person kan have flere svar (${concept}), så delene kan tilsammen overstige totalen.`,
    concentrated: (whole, largest, unit) => `Af de ${whole} ${unit} hører ${largest} til én og samme sag.`,
    signed: (by, on) => `${by}, ${on}`,
    bars: (unit, period, parts, total) =>
      `${unit}, ${period}. ${parts}.${total === undefined ? '' : ` I alt ${total}.`}`,
    series: ({unit, first, last, highest, lowest, change, without}) =>
      `${unit} pr. år fra ${first.year} til ${last.year}. Tallet ${
        {rises: 'er højere', falls: 'er lavere', stays: 'er det samme'}[change]
      } i ${last.year} (${last.count}) ${change === 'stays' ? 'som' : 'end'} i ${first.year} (${first.count}). ${
        without.length === 0 ? 'Højest' : 'Blandt de viste tal højest'
      } i ${highest.year} (${
        highest.count
      }), lavest i ${lowest.year} (${lowest.count}).${without.map((years) => ` Intet tal for ${years}.`).join('')}`,
    others: 'øvrige',
    nothing: (period) => `Ingen tal at vise for ${period}.`,
    madeBy: (program, profile) => `${program}, profil ${profile}`,
  },
  revising: {
    edition: 'Udgave',
    change: 'Ændring',
    measure: 'Mål',
    before: 'Seneste udgave med året',
    after: 'Denne udgave',
    measures: {
      years: 'År med flere udgaver',
      mean: 'Gennemsnitlig revision, antal personer',
      'mean-absolute': 'Gennemsnitlig numerisk revision, antal personer',
      relative: 'Numerisk revision i procent af de første tal',
    },
    named: (period, kind, number) => `${period}, ${kind === 'public' ? 'offentlig' : 'intern'} nr. ${number}`,
    thisOne: 'Denne',
    none: 'Der er ikke udsendt tidligere udgaver, som tallene kan være ændret i forhold til.',
    noNumber: 'intet tal',
    reasons: {
      'late-decision': 'sene afgørelser',
      overturned: 'omgjorte afgørelser',
      correction: 'rettelser',
      'identity-decision': 'afgørelser om identitet',
      reclassification: 'omklassificering',
      'rule-change': 'ændrede regler',
    },
    because: (reason, change) => `${reason}\u00A0(${change})`,
    moved: (table, year, before, after) =>
      `${table}: for ${year} stod der ${before} i den seneste udgave med dette år, og der står ${after} i denne.`,
    dueTo: (reasons) => `Forskellen skyldes ${reasons}.`,
    reasonsWithheld: 'Årsagerne til forskellen er udeladt for at beskytte enkeltpersoner.',
    stands: (table, years) => `${table}: for ${years} er tallet det samme som i den seneste udgave med dette år.`,
    marks: {first: 'Første tal', latest: 'Seneste tal', same: 'Første og seneste er ens'},
    firstAndLatest: (unit, years) => `${unit} pr. år, som de først blev opgjort og senest er opgjort. ${years}.`,
    differs: (year, first, latest) => `${year}: først ${first}, senest ${latest}`,
    same: (year, figure) => `${year}: først og senest ${figure}`,
    once: (year, figure) => `${year}: ${figure}, i én udgave`,
    corrects: (edition, erratum) => `Rettelse. Denne udgave træder i stedet for udgaven ${edition}. ${erratum}`,
  },
  changing: {
    moved: (code, before, after, until, since) =>
      `${code} blev til og med ${until} talt ${under(before)} og tælles fra ${since} ${under(after)}.`,
    begun: (code, since) => `${code} tælles fra ${since}.`,
    ended: (code, until) => `${code} blev talt til og med ${until}.`,
    renamed: (before, after, since) => `${before} hedder fra ${since} ${after}.`,
    concerns: (units, of, unit, year) => `Det berører ${units} af de ${of} ${unit} i ${year}.`,
    from: (first, last) => `Ændring fra ${first} til ${last}`,
    parts: ['ændring', 'reelt', 'ved definition'],
    split: (category, change, real, definitional, from, to) =>
      `${category}, fra ${from} til ${to}: ${change}, heraf ${real} reelt og ${definitional} som følge af definitionen.`,
    restated: (table, year) =>
      `${table}, ${year === undefined ? 'efter hvert års definitioner' : `efter definitionerne fra ${year}`}`,
    definitions: 'Definitioner',
    asPublished: 'Som offentliggjort',
    under: (year) => `Definitioner fra ${year}`,
    measure: 'Mål',
    sumOfYears: 'Summen af årene',
    distinctPersons: 'Forskellige personer',
    mixed: (published, counted) =>
      `Tallene for ${published} er offentliggjorte totaler fra før registret; tallene for ${counted} er talt i det.`,
    lateDecisions: {
      revise: 'En afgørelse, der først bliver kendt efter årets første opgørelse, tælles med i sit år.',
      'next-edition':
        'En afgørelse, der først bliver kendt efter årets første opgørelse, ændrer ikke året og tælles for sig som sen.',
    },
  },
  uncertain: {
    uncertainty: 'Usikkerhed',
    measures: {
      questions: 'Åbne spørgsmål om, hvem der er samme person',
      'persons-low': 'Personer, mindst',
      'persons-high': 'Personer, højst',
      'repeats-low': 'Gengangere, mindst',
      'repeats-high': 'Gengangere, højst',
    },
  },
};

const under = (parent: string | undefined): string => (parent === undefined ? 'for sig' : `under ${parent}`);
