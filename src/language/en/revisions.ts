/** Revisions in English. */
import type {RevisionWords} from '#language/revision-words';

export const revisions: RevisionWords = {
  reasons: {
    'late-decision': 'late decision',
    overturned: 'overturned',
    correction: 'correction',
    'identity-decision': 'identity decision',
    reclassification: 'reclassification',
    'rule-change': 'rule change',
  },
  nothing: {'not-collected': 'not collected', 'not-applicable': 'not applicable', withheld: 'withheld'},
  now: 'the register now',
  heading: (period, earlier, later) => `${period}: ${earlier} → ${later}`,
  asAt: (cutOff) => `as at ${cutOff}`,
  unchanged: (cells) => `No cell differs: ${cells} compared.`,
  differ: (cells, compared) => `${cells} of ${compared} cells ${cells === 1 ? 'differs' : 'differ'}.`,
  balanced: (cells) =>
    `${cells} ${cells === 1 ? 'cell has' : 'cells have'} the number ${cells === 1 ? 'it' : 'they'} had, for reasons that make up for each other:`,
  withoutNumber: 'no number',
  total: 'Total',
  added: (tables) => `Only in the later: ${tables}`,
  removed: (tables) => `Only in the earlier: ${tables}`,
  redefined: (tables) => `By other concepts now, and not compared: ${tables}`,
  columns: {
    table: 'table',
    title: 'title',
    cell: 'cell',
    label: 'label',
    earlier: 'earlier',
    later: 'later',
    difference: 'difference',
  },
  triangle: {
    revision: 'revision',
    once: 'No year has been given by two editions yet.',
    measures: (years, mean, absolute, relative) =>
      `First figure against the latest, ${years} ${years === 1 ? 'year' : 'years'}: mean revision ${mean}, mean absolute revision ${absolute}${relative === undefined ? '' : `, ${relative} per cent of the first figures`}.`,
  },
  ledger: {
    none: 'There is no edition yet. `opgor release YEAR` makes one.',
    ofPerson: (record) => `${record} in the editions:`,
    edition: (edition, cutOff, profile) => `${edition}, as at ${cutOff}, profile ${profile}`,
    unknownThen: 'not in the register then',
    counted: (period, authority, on) => `counted in ${period}: ${authority}, decided ${on}`,
    notCounted: (period) => `not counted in ${period}`,
    underRules: (rules) => `rules: ${rules}`,
    late: 'Decisions that came too late:',
    lateFor: (decision, recorded, editions) => `${decision}, recorded ${recorded}: too late for ${editions}`,
    countedThen: (persons) => `${persons} ${persons === 1 ? 'person' : 'persons'} counted`,
    lateSince: (decisions) => `${decisions} ${decisions === 1 ? 'decision' : 'decisions'} came too late for it`,
    since: (reason, joined, left) => `${reason}: ${joined} joined, ${left} left`,
    countedNow: (persons) => `${persons} counted now`,
  },
};
