import type {DocumentWords} from '#language/document-words';

export const document: DocumentWords = {
  internal: '',
  synthetic: '',
  draft: '',
  contents: '',
  table: '',
  figure: '',
  notes: '',
  total: '',
  symbols: {'not-collected': '', 'not-applicable': '', withheld: '', published: '', break: ''},
};
