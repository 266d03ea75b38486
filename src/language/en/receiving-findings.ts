import type {ReceivingRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

export const receivingFindings: WordsFor<ReceivingRule> = {
  'identifiers-disagree': (facts) => ({
    what: `Row ${facts.row} of ${facts.file} has numbers that the register knows from different persons.`,
    remedy: 'Ask the agency which number is right, or decide whether they are one person. The other rows are received.',
  }),
};
