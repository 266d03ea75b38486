import type {ReceivingRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

export const receivingFindings: WordsFor<ReceivingRule> = {
  'identifiers-disagree': (facts) => ({
    what: `Række ${facts.row} i ${facts.file} har numre, som registret kender fra forskellige personer.`,
    remedy:
      'Spørg myndigheden, hvilket nummer der er rigtigt, eller afgør om det er den samme person. De øvrige rækker er modtaget.',
  }),
};
