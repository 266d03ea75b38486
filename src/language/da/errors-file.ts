import type {ErrorsFileWords} from '#language/errors-file-words';

export const errorsFile: ErrorsFileWords = {row: 'Række', rule: 'Fejl', remedy: 'Hvad der skal gøres'};
