import type {ReceivingRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

export const receivingFindings: WordsFor<ReceivingRule> = {
  'identifiers-disagree': (facts) => ({
    what: `Row ${facts.row} of ${facts.file} has numbers that the register knows from different persons.`,
    remedy: 'Ask the agency which number is right, or decide whether they are one person. The other rows are received.',
  }),
  'row-twice': ({file, row}) => ({
    what: `Row ${row} of ${file} says the same of the same person as a row above it, and is counted beside it.`,
    remedy: 'Ask the agency whether it is written twice by mistake, and receive the file again without it.',
  }),
  'many-rows-gone': ({file, gone, before}) => ({
    what: `${file} lacks ${gone} of the ${before} rows the register had from the source. What they said is withdrawn where the file is received.`,
    remedy:
      'Ask the agency whether the file is whole, and do not receive it otherwise: a later file puts the rows back, but persons who had gone with them, and answers about them, are begun anew.',
  }),
  'withdrawals-put-off': ({file, kept, held}) => ({
    what: `${kept} of the register’s rows are not in ${file}, but stand: each may be one of the ${held} held rows without a key.`,
    remedy: 'Have the held rows mended, and receive the file again.',
  }),
  'rows-held': ({source, file, held}) => ({
    what: `${held === 1 ? 'One row' : `${held} rows`} of ${file} (source ${source}) ${held === 1 ? 'is' : 'are'} held back, and nothing of what ${held === 1 ? 'it says' : 'they say'} is counted.`,
    remedy: 'Have the agency mend them, and receive the file again; `opgor receive` says which rows, and why.',
  }),
};
