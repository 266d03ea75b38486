import type {Facts, TableRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

const sum = (fact: Facts[string] | undefined) => (Array.isArray(fact) ? fact.join(' + ') : String(fact ?? ''));
const listed = (fact: Facts[string] | undefined) => (Array.isArray(fact) ? fact.join(', ') : String(fact ?? ''));

export const tableFindings: WordsFor<TableRule> = {
  'tables-disagree': (facts) => ({
    what:
      `Tabellerne ${listed(facts.tables)} stemmer ikke overens: ${sum(facts.left)} er ${facts['left-value']}, ` +
      `men ${sum(facts.right)} er ${facts['right-value']} (forskel ${facts.difference}).`,
    remedy: 'Se de nævnte sager efter med »opgor why«, og ret kodelisten, tabellens afgrænsning eller indberetningen.',
  }),
  'recount-disagrees': (facts) => ({
    what: `${facts.cell} er ${facts.counted}, men ${facts.recounted}, når den tælles op igen direkte fra registrets oplysninger.`,
    remedy: 'Brug ikke tallet. De to optællinger følger samme regler ad hver sin vej; en af dem tager fejl.',
  }),
  'published-total-disagrees': (facts) => ({
    what: `${facts.cell} er ${facts.counted} efter registret, men ${facts.published} er offentliggjort (${facts.source}).`,
    remedy:
      'Forklar forskellen som en revision, eller ret det offentliggjorte tal i profilen, hvis det er afskrevet forkert.',
  }),
  'said-otherwise': (facts) => ({
    what: `Talt om af de samme oplysninger giver udgaven ${facts.edition} andre tal, end den trykte: ${facts.tables}.`,
    remedy:
      'Sammenlign med `opgor recompile`; en forskel, som ingen revision forklarer, er en fejl i programmet eller i arkivet.',
  }),
  'control-total-disagrees': (facts) => ({
    what: `Følgebrevet til ${facts.file} oplyser ${facts.given} (${facts.measure}), men de rækker, der er taget fra den, giver ${facts.counted}.`,
    remedy: 'Spørg afsenderen, og indlæs en rettet fil eller et rettet kontroltal.',
  }),
};
