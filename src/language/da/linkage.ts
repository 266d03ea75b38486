/** Hvad der siges om en tabel med sammenkædede rækker, på dansk. */
import type {LinkageWords} from '#language/linkage-words';
import type {RefusalWords} from '#language/refusal-words';

const n = (number: number) => number.toLocaleString('da');
const potens = (share: number) => share.toExponential(1).replace('.', ',');
const some = (number: number, one: string, many: string) => `${n(number)} ${number === 1 ? one : many}`;

export const linkage: LinkageWords = {
  decimal: ',',
  summary: (records, pairs, clusters) =>
    `${some(records, 'række', 'rækker')}: ${n(pairs)} par er samme person, ${some(clusters, 'klynge', 'klynger')}.`,
  review: (pairs) => `${n(pairs)} par skal ses efter.`,
  compared: (pairs) => (pairs === 1 ? 'Det ene par er sammenlignet.' : `Alle ${n(pairs)} par er sammenlignet.`),
  noneCompared: (identical) =>
    identical
      ? 'De sammenkædede rækker siger det samme i alle felter; ingen rækker, der er forskellige, er sammenlignet.'
      : 'Ingen rækker er sammenlignet.',
  blocked: (pairs, recall) =>
    recall === undefined
      ? `${n(pairs)} par er sammenlignet efter regler, der er sædvanlige: intet af dem var sandsynligt nok til at vise, hvor mange rigtige par de finder.`
      : `${n(pairs)} par er sammenlignet efter disse regler; de ventes at finde ${recall} af de rigtige par:`,
  rule: (name, pairs, recall) => `  ${name}: omkring ${n(pairs)} par${recall === undefined ? '' : `, ${recall}`}`,
  oversized: (blocks, pairs) =>
    `${some(blocks, 'blok', 'blokke')} med ${n(pairs)} par var for ${blocks === 1 ? 'stor' : 'store'} til at sammenligne og er udeladt.`,
  identical: (groups, records) =>
    `${some(groups, 'gruppe', 'grupper')} af ens rækker (${n(records)} i alt) er angivet ved parrene med den første.`,
  unsaid: (groups, records) =>
    `${some(groups, 'gruppe', 'grupper')} af ens rækker (${n(records)} i alt) siger for lidt til at være én person og er sammenlignet ved den første.`,
  silent: (records) => `${some(records, 'række', 'rækker')} har intet at sammenligne.`,
  repeatedIds: (rows) => `${some(rows, 'række', 'rækker')} har et id, som en tidligere række har.`,
  lambda: (share, expected) => `λ ${share}: omkring ${some(expected, 'rigtigt', 'rigtige')} par i filen.`,
  field: (name, known) => `${name}, kendt i ${some(known, 'række', 'rækker')}:`,
  level: (name, m, u, weight) => `  ${name}  m ${m}  u ${u}  ${weight}`,
  start: 'udgangspunkt (λ)',
  missing: 'mangler',
  frequency: 'hyppighed',
  sum: 'vægt',
  proven: 'bevist ved et nummer',
  encoded: {
    newKey: (path) =>
      `Nøglen er i ${path}. Den, der har den, kan finde ud af, om en person er på en liste: giv den til de andre myndigheder ad en anden vej end listerne, aldrig til det kontor, der sammenkæder, og lav en ny til hver udveksling.`,
    written: (rows, path) => `${some(rows, 'række', 'rækker')} er kodet i ${path}.`,
    wouldWrite: (rows, path) => `${some(rows, 'række', 'rækker')} ville blive kodet i ${path}; intet er skrevet.`,
    columns: (names) => `Kolonner: ${names}.`,
    field: (name, encoded, missing, unread) =>
      `${name}: ${n(encoded)} kodet, ${n(missing)} uden oplysning${unread === 0 ? '' : `, ${n(unread)} der ikke kan læses og er tomme`}.`,
    leftOut: (part) => `Ikke med på listen: ${part}; en kodet værdi har ingen alternativer.`,
    ids: {
      row: 'id er listens navn og rækkens nummer i filen fra 0: kun den, der har filen, ved, hvem det er.',
      keyed: 'id er id’et under nøglen: den, der har nøglen, kan finde det ved at prøve sig frem.',
      'as-is':
        'id er som i filen: sørg for, at det ikke selv kan genkendes (intet CPR-nummer, intet udlændingenummer).',
    },
    order:
      'Rækkerne står i filens orden: er den efter navn, siger den noget om navne. En sådan liste er stadig personoplysninger.',
    policy: 'Til at sammenkæde lister med disse felter, samlet under én overskrift, med `opgor link`:',
  },
  warnings: {
    'm-below-u': ({field}) =>
      `${field}: EM fandt overensstemmelse sjældnere blandt rigtige par end ved et tilfælde; udgangsværdien er brugt.`,
    'not-monotone': ({field}) =>
      `${field}: EM lod svagere overensstemmelse veje mere end stærkere; niveauer i forkert orden deler vægt.`,
    'lambda-far-from-deterministic': ({lambda, deterministic}) =>
      `EM finder λ ${potens(lambda)}, nøjagtig overensstemmelse i to felter ${potens(deterministic)}: se par nær grænsen efter, før du stoler på det.`,
    'too-few-matches': ({matches}) =>
      `Omkring ${some(matches, 'rigtigt', 'rigtige')} par: for få til at skønne m, som læner sig på udgangsværdierne.`,
    'nothing-to-compare': () => 'Intet felt at sammenligne.',
    'identical-records': ({blocks, records, largest}) =>
      `${n(records)} rækker siger det samme som mange andre i alle felter${blocks === 1 ? '' : ` (${n(blocks)} blokke, den største på ${n(largest)} rækker)`}. Modellen er skønnet, som om der var fem af hver. Se efter, om de er én person, en standardværdi eller en fil, der er læst ind flere gange.`,
    contradiction: ({pairs}) =>
      `${n(pairs)} par har ét bevisende nummer og intet andet til fælles; ingen af dem er kædet sammen.`,
  },
};

/** Om en fil med personer, som intet register modtager og ingen myndighed behøver have sendt. */
export const tableRefusals: Pick<RefusalWords, 'bad-threshold' | 'table-faulty'> = {
  'bad-threshold': ({file, key, fault, link, review}) =>
    fault === 'no-probability'
      ? {
          what: `${file}: \`thresholds.${key}\` er ${key === 'link' ? link : review}, som ikke er en sandsynlighed.`,
          remedy: `Giv \`thresholds.${key}\` et tal mellem 0 og 1, eller udelad den.`,
        }
      : {
          what: `${file}: \`thresholds.review\` er ${review} og \`thresholds.link\` ${link}, så ingen ville se et par efter.`,
          remedy: 'Lad `thresholds.review` være mindre end `thresholds.link`, eller udelad den.',
        },
  'table-faulty': (refusal) => {
    const {file} = refusal;
    switch (refusal.fault) {
      case 'empty':
        return {
          what: `${file} er tom.`,
          remedy: 'Angiv en fil med kolonnernes navne i første række og en række for hver post.',
        };
      case 'cells-too-few':
      case 'cells-too-many': {
        const {row, cells, columns} = refusal;
        return {
          what: `${file}, række ${n(row)}: ${some(cells, 'celle', 'celler')} under ${some(columns, 'overskrift', 'overskrifter')}.`,
          remedy: `${refusal.fault === 'cells-too-few' ? 'Giv hver række lige så mange celler, som der er overskrifter, også tomme, eller hent filen ud af systemet igen' : 'Sæt tekst, der rummer skilletegnet, i anførselstegn, eller hent filen ud af systemet igen'}. ${NOTHING}`,
        };
      }
      case 'unknown-encoding':
        return {
          what: `${file} er hverken UTF-8 eller Windows-1252 (linje ${n(refusal.row)}).`,
          remedy: `Gem den som CSV i UTF-8. ${NOTHING}`,
        };
      case 'quote-not-closed':
      case 'quote-inside-cell':
      case 'endless-line':
        return {
          what: `${file} kan ikke læses fra række ${n(refusal.row)}: ${UNREADABLE[refusal.fault]}.`,
          remedy: `Ret anførselstegnene i rækken, eller hent filen ud af systemet igen. ${NOTHING}`,
        };
    }
  },
};

const NOTHING = 'Intet er kædet sammen eller skrevet.';
const UNREADABLE = {
  'quote-not-closed': 'et anførselstegn bliver aldrig lukket',
  'quote-inside-cell': 'der står tekst efter et afsluttet anførselstegn',
  'endless-line': 'en linje hører aldrig op',
} as const;
