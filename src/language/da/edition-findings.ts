import type {EditionRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

export const editionFindings: WordsFor<EditionRule> = {
  'manifest-missing': () => ({
    what: 'Der er ingen manifest.json, der siger, hvad en udgave skal rumme.',
    remedy: 'Angiv mappen med en udgave, som den er udleveret.',
  }),
  'manifest-altered': () => ({
    what: 'manifest.json er ikke det, der er underskrevet: den eller underskriften er ændret.',
    remedy: 'Stol ikke på noget i mappen; bed kontoret om en anden kopi.',
  }),
  'signature-missing': ({file}) => ({
    what: `${file} mangler eller kan ikke læses: intet viser, hvem manifestet er fra.`,
    remedy: 'En udgave, der venter på godkendelse, er ikke underskrevet endnu; bed ellers kontoret om en anden kopi.',
  }),
  'foreign-key': ({expected, found}) => ({
    what: `Mappen er underskrevet med nøglen ${found}, ikke med ${expected}.`,
    remedy: 'En anden har underskrevet den. Sammenlign med den nøgle, kontoret har oplyst.',
  }),
  'approval-not-signed': ({by}) => ({
    what: `Det, ${by} skulle have underskrevet, passer ikke med manifestet.`,
    remedy: 'Spørg den, der er nævnt, og bed kontoret om en anden kopi.',
  }),
  'file-missing': ({file}) => ({what: `${file} mangler.`, remedy: 'Bed kontoret om en anden kopi.'}),
  'file-extra': ({file}) => ({
    what: `${file} hører ikke til udgaven.`,
    remedy: 'Tag den ud; manifestet kender den ikke.',
  }),
  'file-altered': ({file}) => ({what: `${file} er ændret.`, remedy: 'Bed kontoret om en anden kopi.'}),
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
