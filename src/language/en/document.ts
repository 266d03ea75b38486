import type {DocumentWords} from '#language/document-words';

export const document: DocumentWords = {
  internal: 'Internal edition – not for publication',
  synthetic: 'Synthetic data – no information about real persons; not issued by the authority named',
  draft: 'Draft with open findings',
  contents: 'Contents',
  table: 'Table',
  figure: 'Figure',
  notes: 'Notes',
  total: 'Total',
  symbols: {
    'not-collected': 'not collected',
    'not-applicable': 'not applicable',
    withheld: 'withheld to protect individuals',
    published: 'published figure from before the register',
    break: 'break in series',
  },
  reading: {
    skipToContent: 'Skip to content',
    backToText: 'Back to the text',
    period: 'Period',
    cutOff: 'Data as at',
    producedBy: 'Produced with',
    source: 'Source',
    seeTable: 'See',
    note: 'Note',
    pageOf: 'of',
  },
  telling: {
    outOf: (part, base) => `${part} of ${base}`,
    span: (from, to) => `the period ${from} to ${to}`,
    inYear: (year) => `in ${year}`,
    onDay: (day) => `on ${day}`,
    between: (from, to) => `from ${from} to ${to}`,
    moved: (code, before, after, year) =>
      `From ${year}, ${code} is counted ${after === undefined ? 'separately' : `under ${after}`}; up to the year before, it was counted ${before === undefined ? 'separately' : `under ${before}`}.`,
    seriesBreak: (concept, before) =>
      `Break in the series before ${before}: ${concept} is counted in a new way from then on.`,
    published: (sources) => `† Published earlier; it cannot be recomputed. Source: ${sources}.`,
    agreeing: (years, sources) => `The figures for ${years} agree with those published by ${sources}.`,
    multiple: (concept) =>
      `A person may have several answers (${concept}), so the parts may add up to more than the total.`,
    signed: (by, on) => `${by}, ${on}`,
    bars: (unit, period, parts, total) =>
      `${unit}, ${period}. ${parts}.${total === undefined ? '' : ` Total ${total}.`}`,
    series: ({unit, first, last, highest, lowest, change, without}) =>
      `${unit} per year from ${first.year} to ${last.year}. The figure for ${last.year} (${last.count}) is ${
        {rises: 'higher than', falls: 'lower than', stays: 'the same as'}[change]
      } that for ${first.year} (${first.count}). Highest in ${highest.year} (${highest.count}), lowest in ${lowest.year} (${
        lowest.count
      }).${without === undefined ? '' : ` No figure for ${without}.`}`,
    nothing: (period) => `No figures to show for ${period}.`,
    madeBy: (program, profile) => `${program}, profile ${profile}`,
  },
};
