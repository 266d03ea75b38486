import type {DocumentWords} from '#language/document-words';

export const document: DocumentWords = {
  internal: 'Internal edition – not for publication',
  synthetic: 'Synthetic data – no information about real persons; not issued by the authority named',
  changed: {
    round: (base, by) =>
      `Rounded figures – none from 1 to ${base - 1} is shown, and 0 can stand for one of them; any can be up to ${by} from the true figure`,
    cellKey: (by) =>
      `Perturbed figures – any can be up to ${by} from the true figure, and parts need not add up to their total; how likely each difference is stands in moves.csv`,
  },
  draft: 'Draft with open findings',
  open: 'Open findings',
  contents: 'Contents',
  table: 'Table',
  figure: 'Figure',
  notes: 'Notes',
  total: 'Total',
  symbols: {
    'not-collected': 'not collected',
    'published-only': 'cannot be recomputed, since only a published total is held',
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
    notesOnAll: 'Notes on the whole statement',
    pageOf: 'of',
  },
  telling: {
    outOf: (part, base) => `${part} of ${base}`,
    span: (from, to) => `the period ${from} to ${to}`,
    inYear: (year) => `in ${year}`,
    onDay: (day) => `on ${day}`,
    between: (from, to) => `from ${from} to ${to}`,
    seriesBreak: (concept, before) =>
      `Break in the series before ${before}: ${concept} is counted in a new way from then on.`,
    published: (sources) => `Published earlier; it cannot be recomputed. Source: ${sources}.`,
    agreeing: (years, sources) => `The figures for ${years} agree with those published by ${sources}.`,
    multiple: (concept) =>
      `A person may have several answers (${concept}), so the parts may add up to more than the total.`,
    concentrated: (whole, largest, unit) => `Of the ${whole} ${unit}, ${largest} belong to one and the same case.`,
    signed: (by, on) => `${by}, ${on}`,
    bars: (unit, period, parts, total) =>
      `${unit}, ${period}. ${parts}.${total === undefined ? '' : ` Total ${total}.`}`,
    series: ({unit, first, last, highest, lowest, change, without}) =>
      `${unit} per year from ${first.year} to ${last.year}. The figure for ${last.year} (${last.count}) is ${
        {rises: 'higher than', falls: 'lower than', stays: 'the same as'}[change]
      } that for ${first.year} (${first.count}). ${
        without.length === 0 ? 'Highest' : 'Among the figures shown, highest'
      } in ${highest.year} (${highest.count}), lowest in ${lowest.year} (${
        lowest.count
      }).${without.map((years) => ` No figure for ${years}.`).join('')}`,
    others: 'others',
    nothing: (period) => `No figures to show for ${period}.`,
    madeBy: (program, profile) => `${program}, profile ${profile}`,
  },
  revising: {
    edition: 'Edition',
    change: 'Change',
    measure: 'Measure',
    before: 'Latest edition with the year',
    after: 'This edition',
    measures: {
      years: 'Years with several editions',
      mean: 'Mean revision, number of persons',
      'mean-absolute': 'Mean absolute revision, number of persons',
      relative: 'Absolute revision in per cent of the first figures',
    },
    named: (period, kind, number) => `${period}, ${kind} no. ${number}`,
    thisOne: 'This',
    none: 'No earlier edition has been issued that the figures could differ from.',
    noNumber: 'no figure',
    reasons: {
      'late-decision': 'late decisions',
      overturned: 'overturned decisions',
      correction: 'corrections',
      'identity-decision': 'identity decisions',
      reclassification: 'reclassification',
      'rule-change': 'changed rules',
    },
    because: (reason, change) => `${reason}\u00A0(${change})`,
    moved: (table, year, before, after) =>
      `${table}: for ${year}, the latest edition with that year had ${before} and this edition has ${after}.`,
    dueTo: (reasons) => `The difference is due to ${reasons}.`,
    reasonsWithheld: 'The reasons for the difference are withheld to protect individuals.',
    stands: (table, years) => `${table}: for ${years}, the figure is the same as in the latest edition with that year.`,
    marks: {first: 'First figure', latest: 'Latest figure', same: 'First and latest are the same'},
    firstAndLatest: (unit, years) => `${unit} per year, as first given and as given latest. ${years}.`,
    differs: (year, first, latest) => `${year}: first ${first}, latest ${latest}`,
    same: (year, figure) => `${year}: first and latest ${figure}`,
    once: (year, figure) => `${year}: ${figure}, in one edition`,
    corrects: (edition, erratum) => `Correction. This edition replaces the edition ${edition}. ${erratum}`,
  },
  changing: {
    moved: (code, before, after, until, since) =>
      `${code} was counted ${under(before)} until ${until} and is counted ${under(after)} from ${since}.`,
    begun: (code, since) => `${code} is counted from ${since}.`,
    ended: (code, until) => `${code} was counted until ${until}.`,
    renamed: (before, after, since) => `${before} is called ${after} from ${since}.`,
    concerns: (units, of, unit, year) => `It concerns ${units} of the ${of} ${unit} of ${year}.`,
    from: (first, last) => `Change from ${first} to ${last}`,
    parts: ['change', 'real', 'by definition'],
    split: (category, change, real, definitional, from, to) =>
      `${category}, from ${from} to ${to}: ${change}, of which ${real} real and ${definitional} by definition.`,
    restated: (table, year) => `${table}, under the definitions of ${year ?? 'each year'}`,
    definitions: 'Definitions',
    asPublished: 'As published',
    under: (year) => `Definitions of ${year}`,
    measure: 'Measure',
    sumOfYears: 'Sum of the years',
    distinctPersons: 'Different persons',
    mixed: (published, counted) =>
      `The figures for ${published} are published totals from before the register; those for ${counted} are counted in it.`,
    lateDecisions: {
      revise: 'A decision that becomes known after the first statement on its year is counted in its year.',
      'next-edition':
        'A decision that becomes known after the first statement on its year leaves the year as it was and is counted apart, as late.',
    },
  },
  uncertain: {
    uncertainty: 'Uncertainty',
    measures: {
      questions: 'Open questions of who is the same person',
      'persons-low': 'Persons, at least',
      'persons-high': 'Persons, at most',
      'repeats-low': 'Repeats, at least',
      'repeats-high': 'Repeats, at most',
    },
  },
};

const under = (parent: string | undefined): string => (parent === undefined ? 'separately' : `under ${parent}`);
