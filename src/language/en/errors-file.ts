import type {ErrorsFileWords} from '#language/errors-file-words';

export const errorsFile: ErrorsFileWords = {row: 'Row', rule: 'Fault', remedy: 'What to do'};
