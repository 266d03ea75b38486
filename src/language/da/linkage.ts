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
    contradiction: ({pairs}) =>
      `${n(pairs)} par har ét bevisende nummer og intet andet til fælles; ingen af dem er kædet sammen.`,
  },
};
