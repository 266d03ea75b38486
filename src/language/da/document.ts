import type {DocumentWords} from '#language/document-words';

export const document: DocumentWords = {
  internal: 'Intern udgave – må ikke offentliggøres',
  synthetic: 'Syntetiske data – ingen oplysninger om virkelige personer',
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
    cutOff: 'Registret læst',
    producedBy: 'Dannet med',
    source: 'Kilde',
    seeTable: 'Se',
    close: 'Luk',
    note: 'Note',
    pageOf: 'af',
  },
};
