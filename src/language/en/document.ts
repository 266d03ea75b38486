import type {DocumentWords} from '#language/document-words';

export const document: DocumentWords = {
  internal: 'Internal edition – not for publication',
  synthetic: 'Synthetic data – no information about real persons',
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
    cutOff: 'Register read',
    producedBy: 'Produced with',
    source: 'Source',
    seeTable: 'See',
    close: 'Close',
    note: 'Note',
    pageOf: 'of',
  },
};
