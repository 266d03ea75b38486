import type {Facts, TableRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

const sum = (fact: Facts[string] | undefined) => (Array.isArray(fact) ? fact.join(' + ') : String(fact ?? ''));
const listed = (fact: Facts[string] | undefined) => (Array.isArray(fact) ? fact.join(', ') : String(fact ?? ''));

export const tableFindings: WordsFor<TableRule> = {
  'tables-disagree': (facts) => ({
    what:
      `The tables ${listed(facts.tables)} disagree: ${sum(facts.left)} is ${facts['left-value']}, ` +
      `but ${sum(facts.right)} is ${facts['right-value']} (a difference of ${facts.difference}).`,
    remedy: "Look at the cases named with “opgor why”, and mend the code list, the table's universe or the delivery.",
  }),
  'recount-disagrees': (facts) => ({
    what: `${facts.cell} is ${facts.counted}, but ${facts.recounted} when counted again straight from the register's facts.`,
    remedy: 'Do not use the figure. Both counts follow the same rules by separate ways; one of them is wrong.',
  }),
  'published-total-disagrees': (facts) => ({
    what: `${facts.cell} is ${facts.counted} by the register, but ${facts.published} was published (${facts.source}).`,
    remedy:
      'Explain the difference as a revision, or mend the published total in the profile if it was copied wrongly.',
  }),
  'said-otherwise': (facts) => ({
    what: `Counted again from the same facts, the edition ${facts.edition} has other figures than it printed: ${facts.tables}.`,
    remedy:
      'Hold it against `opgor recompile`; a difference that no revision explains is a fault in the program or in the archive.',
  }),
  'control-total-disagrees': (facts) => ({
    what: `The covering letter of ${facts.file} states ${facts.given} (${facts.measure}), but the rows taken from it come to ${facts.counted}.`,
    remedy: 'Ask the sender, and receive a corrected file or a corrected control total.',
  }),
};
