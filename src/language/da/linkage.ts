/** Hvad der siges om en tabel med sammenkædede rækker, på dansk. */
import type {LinkageWords} from '#language/linkage-words';

const n = (number: number) => number.toLocaleString('da');

export const linkage: LinkageWords = {
  summary: (records, pairs, clusters) =>
    `${n(records)} rækker: ${n(pairs)} par er samme person, ${n(clusters)} klynger.`,
  review: (pairs) => `${n(pairs)} par skal ses efter.`,
  compared: (pairs) => `Alle ${n(pairs)} par er sammenlignet.`,
  blocked: (pairs, recall) =>
    `${n(pairs)} par er sammenlignet efter disse regler; de ventes at finde ${recall} af de rigtige par:`,
  rule: (name, pairs, recall) => `  ${name}: omkring ${n(pairs)} par, ${recall}`,
  oversized: (blocks, pairs) =>
    `${n(blocks)} blokke med ${n(pairs)} par var for store til at sammenligne og er udeladt.`,
  identical: (groups, records) =>
    `${n(groups)} grupper af ${n(records)} ens rækker er angivet ved parrene med deres første.`,
  unsaid: (groups, records) =>
    `${n(groups)} grupper af ${n(records)} ens rækker siger for lidt til at være én person; de er sammenlignet ved deres første.`,
  silent: (records) => `${n(records)} rækker har intet at sammenligne.`,
  repeatedIds: (rows) => `${n(rows)} rækker har et id, som en tidligere række har.`,
  lambda: (share, expected) => `λ ${share}: omkring ${n(expected)} rigtige par i tabellen.`,
  field: (name, known) => `${name}, kendt i ${n(known)} rækker:`,
  level: (name, m, u, weight) => `  ${name}  m ${m}  u ${u}  ${weight}`,
  start: 'udgangspunkt (λ)',
  missing: 'mangler',
  frequency: 'hyppighed',
  sum: 'vægt',
  proven: 'bevist ved et nummer',
  encoded: {
    newKey: (path) =>
      `Nøglen er i ${path}. Den, der har den, kan finde ud af, om en person er på en liste: giv den til de andre myndigheder ad en anden vej end listerne, aldrig til det kontor, der sammenkæder, og lav en ny til hver udveksling.`,
    written: (rows, path) => `${n(rows)} rækker er kodet i ${path}.`,
    wouldWrite: (rows, path) => `${n(rows)} rækker ville blive kodet i ${path}; intet er skrevet.`,
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
      `EM finder λ ${lambda.toExponential(1)}, nøjagtig overensstemmelse i to felter ${deterministic.toExponential(1)}: se par nær grænsen efter, før du stoler på det.`,
    'too-few-matches': ({matches}) =>
      `Omkring ${n(matches)} rigtige par: for få til at skønne m, som læner sig på udgangsværdierne.`,
    'nothing-to-compare': () => 'Intet felt at sammenligne.',
    'identical-records': ({blocks, records, largest}) =>
      `${n(records)} rækker siger det samme som mange andre i alle felter${blocks === 1 ? '' : ` (${n(blocks)} blokke, den største på ${n(largest)} rækker)`}. Modellen er skønnet, som om der var fem af hver. Se efter, om de er én person, en standardværdi eller en fil, der er læst ind flere gange.`,
    contradiction: ({pairs}) =>
      `${n(pairs)} par har ét bevisende nummer og intet andet til fælles; ingen af dem er kædet sammen.`,
  },
};
