import type {ReceivingRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

export const receivingFindings: WordsFor<ReceivingRule> = {
  'identifiers-disagree': (facts) => ({
    what: `Række ${facts.row} i ${facts.file} har numre, som registret kender fra forskellige personer.`,
    remedy:
      'Spørg myndigheden, hvilket nummer der er rigtigt, eller afgør om det er den samme person. De øvrige rækker er modtaget.',
  }),
  'row-twice': ({file, row}) => ({
    what: `Række ${row} i ${file} siger det samme om samme person som en række ovenfor, og er talt med ved siden af den.`,
    remedy: 'Spørg myndigheden, om den er skrevet to gange ved en fejl, og modtag filen igen uden den.',
  }),
  'many-rows-gone': ({file, gone, before}) => ({
    what: `${file} mangler ${gone} af de ${before} rækker, registret havde fra kilden. Det, de sagde, trækkes tilbage, når filen modtages.`,
    remedy:
      'Spørg myndigheden, om filen er hel, og modtag den ellers ikke: en senere fil sætter rækkerne på plads igen, men personer, der forsvandt med dem, og svar om dem begynder forfra.',
  }),
  'withdrawals-put-off': ({file, kept, held}) => ({
    what: `${kept} af registrets rækker står ikke i ${file}, men står ved magt: hver af dem kan være en af de ${held} tilbageholdte rækker uden nøgle.`,
    remedy: 'Få de tilbageholdte rækker rettet, og modtag filen igen.',
  }),
  'rows-held': ({source, file, held}) => ({
    what: `${held === 1 ? 'Én række' : `${held} rækker`} i ${file} (kilden ${source}) er holdt tilbage, og intet af det, ${held === 1 ? 'den' : 'de'} siger, er talt med.`,
    remedy: 'Få myndigheden til at rette dem, og modtag filen igen; `opgor receive` viser hvilke rækker og hvorfor.',
  }),
};
