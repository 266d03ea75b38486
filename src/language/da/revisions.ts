/** Revisioner på dansk. */
import type {RevisionWords} from '#language/revision-words';

export const revisions: RevisionWords = {
  reasons: {
    'late-decision': 'sen afgørelse',
    overturned: 'omgjort',
    correction: 'rettelse',
    'identity-decision': 'afgørelse om identitet',
    reclassification: 'omklassificering',
    'rule-change': 'ændret regel',
  },
  nothing: {'not-collected': 'ikke indsamlet', 'not-applicable': 'ikke relevant', withheld: 'tilbageholdt'},
  now: 'registret nu',
  heading: (period, earlier, later) => `${period}: ${earlier} → ${later}`,
  asAt: (cutOff) => `pr. ${cutOff}`,
  unchanged: (cells) => `Ingen celler er forskellige: ${cells} sammenlignet.`,
  differ: (cells, compared) => `${cells} af ${compared} celler har ændret sig.`,
  balanced: (cells) =>
    `${cells} ${cells === 1 ? 'celle' : 'celler'} har samme tal som før, af grunde der opvejer hinanden:`,
  withoutNumber: 'uden tal',
  total: 'I alt',
  added: (tables) => `Kun i den seneste: ${tables}`,
  removed: (tables) => `Kun i den tidligste: ${tables}`,
  redefined: (tables) => `Opdelt på andet nu og ikke sammenlignet: ${tables}`,
  columns: {
    table: 'tabel',
    title: 'titel',
    cell: 'celle',
    label: 'betegnelse',
    earlier: 'tidligere',
    later: 'senere',
    difference: 'forskel',
  },
  triangle: {
    revision: 'revision',
    once: 'Intet år er endnu givet i to udgaver.',
    measures: (years, mean, absolute, relative) =>
      `Første tal mod seneste, ${years} år: gennemsnitlig revision ${mean}, gennemsnitlig absolut revision ${absolute}${relative === undefined ? '' : `, ${relative} pct. af de første tal`}.`,
  },
  ledger: {
    none: 'Der er endnu ingen udgave. `opgor release ÅR` laver en.',
    ofPerson: (record) => `${record} i udgaverne:`,
    edition: (edition, cutOff, profile) => `${edition}, pr. ${cutOff}, profil ${profile}`,
    unknownThen: 'ikke i registret dengang',
    counted: (period, authority, on) => `talt med i ${period}: ${authority}, afgjort ${on}`,
    notCounted: (period) => `ikke talt med i ${period}`,
    underRules: (rules) => `regler: ${rules}`,
    late: 'Afgørelser, der kom for sent:',
    lateFor: (decision, recorded, editions) => `${decision}, registreret ${recorded}: for sent til ${editions}`,
    countedThen: (persons) => `${persons} ${persons === 1 ? 'person' : 'personer'} talt med`,
    lateSince: (decisions) => `${decisions} ${decisions === 1 ? 'afgørelse' : 'afgørelser'} kom for sent til den`,
    since: (reason, joined, left) => `${reason}: ${joined} kommet til, ${left} faldet fra`,
    countedNow: (persons) => `${persons} talt med nu`,
  },
};
