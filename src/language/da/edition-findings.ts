import type {EditionRule, Facts} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

/** Which edition, where several are checked at once. */
const of = ({edition}: Facts) => (edition === undefined ? '' : `${edition}: `);

export const editionFindings: WordsFor<EditionRule> = {
  'manifest-missing': (facts) => ({
    what: `${of(facts)}Der er ingen manifest.json, der siger, hvad en udgave skal rumme.`,
    remedy: 'Angiv mappen med en udgave, som den er udleveret.',
  }),
  'manifest-altered': (facts) => ({
    what: `${of(facts)}manifest.json er ikke det, der er underskrevet: den eller underskriften er ændret.`,
    remedy: 'Stol ikke på noget i mappen; bed kontoret om en anden kopi.',
  }),
  'signature-missing': (facts) => ({
    what: `${of(facts)}${facts.file} mangler eller kan ikke læses: intet viser, hvem manifestet er fra.`,
    remedy: 'En udgave, der venter på godkendelse, er ikke underskrevet endnu; bed ellers kontoret om en anden kopi.',
  }),
  'foreign-key': (facts) => ({
    what: `${of(facts)}Mappen er underskrevet med nøglen ${facts.found}, ikke med ${facts.expected}.`,
    remedy: 'En anden har underskrevet den. Sammenlign med den nøgle, kontoret har oplyst.',
  }),
  'approval-not-signed': (facts) => ({
    what: `${of(facts)}Det, ${facts.by} skulle have underskrevet, passer ikke med manifestet.`,
    remedy: 'Spørg den, der er nævnt, og bed kontoret om en anden kopi.',
  }),
  'file-missing': (facts) => ({what: `${of(facts)}${facts.file} mangler.`, remedy: 'Bed kontoret om en anden kopi.'}),
  'file-extra': (facts) => ({
    what: `${of(facts)}${facts.file} hører ikke til udgaven.`,
    remedy: 'Tag den ud; manifestet kender den ikke.',
  }),
  'file-altered': (facts) => ({what: `${of(facts)}${facts.file} er ændret.`, remedy: 'Bed kontoret om en anden kopi.'}),
  'log-line-torn': ({line}) => ({
    what: `Linje ${line} i loggen, den sidste, er skåret af.`,
    remedy: 'Gendan loggen fra en kopi.',
  }),
  'log-line-altered': ({line}) => ({
    what: `Linje ${line} i loggen er ikke det, der er underskrevet.`,
    remedy: 'Gendan loggen fra en kopi, og find ud af, hvem der har ændret den.',
  }),
  'log-line-missing': ({line}) => ({
    what: `Før linje ${line} i loggen er noget taget ud, sat ind eller byttet om.`,
    remedy: 'Gendan loggen fra en kopi, og find ud af, hvem der har ændret den.',
  }),
  'log-line-out-of-time': ({line}) => ({
    what: `Linje ${line} i loggen siger, at den er sket før linjen over den.`,
    remedy: 'Gendan loggen fra en kopi, og stil computerens ur rigtigt.',
  }),
  'log-signer-unknown': ({line}) => ({
    what: `Linje ${line} i loggen er underskrevet af en, arbejdsområdet ikke har stået inde for.`,
    remedy: 'Gendan loggen fra en kopi, og find ud af, hvem der har ændret den.',
  }),
  'edition-missing': ({edition}) => ({
    what: `Mappen med ${edition} er væk.`,
    remedy: 'Læg den tilbage fra en kopi, eller lav den igen med `opgor recompile`.',
  }),
  'edition-not-in-log': ({folder}) => ({
    what: `${folder} er ingen udgave, loggen kender: en frigivelse er afbrudt, eller loggen er skåret af.`,
    remedy: 'Sammenlign med en kopi af loggen, før du fjerner den.',
  }),
  'profile-not-kept': ({edition, profile}) => ({
    what: `Profilen, som ${edition} er lavet efter, mangler eller er ændret: ${profile}.`,
    remedy: 'Læg den tilbage fra en kopi; uden den kan udgaven ikke laves igen.',
  }),
};
