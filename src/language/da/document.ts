import type {DocumentWords} from '#language/document-words';

export const document: DocumentWords = {
  internal: 'Intern udgave – må ikke offentliggøres',
  synthetic: 'Syntetiske data – ingen oplysninger om virkelige personer; ikke udgivet af den nævnte myndighed',
  draft: 'Udkast med udeståender',
  contents: 'Indhold',
  table: 'Tabel',
  figure: 'Figur',
  notes: 'Noter',
  total: 'I alt',
  symbols: {
    'not-collected': 'ikke indsamlet',
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
    pageOf: 'af',
  },
  telling: {
    outOf: (part, base) => `${part} af ${base}`,
    span: (from, to) => `perioden ${from} til ${to}`,
    inYear: (year) => `i ${year}`,
    onDay: (day) => `den ${day}`,
    between: (from, to) => `fra ${from} til ${to}`,
    moved: (code, before, after, year) =>
      `${code} tælles fra ${year} ${after === undefined ? 'for sig' : `under ${after}`}; til og med året før blev det talt ${before === undefined ? 'for sig' : `under ${before}`}.`,
    seriesBreak: (concept, before) => `Databrud før ${before}: ${concept} er opgjort på en ny måde fra da af.`,
    published: (sources) => `† Tidligere offentliggjort tal, som ikke kan genberegnes. Kilde: ${sources}.`,
    agreeing: (years, sources) => `Tallene for ${years} svarer til dem, ${sources} har offentliggjort.`,
    multiple: (concept) => `En person kan have flere svar (${concept}), så delene kan tilsammen overstige totalen.`,
    signed: (by, on) => `${by}, ${on}`,
    bars: (unit, period, parts, total) =>
      `${unit}, ${period}. ${parts}.${total === undefined ? '' : ` I alt ${total}.`}`,
    series: ({unit, first, last, highest, lowest, change, without}) =>
      `${unit} pr. år fra ${first.year} til ${last.year}. Tallet ${
        {rises: 'er højere', falls: 'er lavere', stays: 'er det samme'}[change]
      } i ${last.year} (${last.count}) ${change === 'stays' ? 'som' : 'end'} i ${first.year} (${first.count}). Højest i ${highest.year} (${
        highest.count
      }), lavest i ${lowest.year} (${lowest.count}).${without === undefined ? '' : ` Intet tal for ${without}.`}`,
    nothing: (period) => `Ingen tal at vise for ${period}.`,
    madeBy: (program, profile) => `${program}, profil ${profile}`,
  },
};
