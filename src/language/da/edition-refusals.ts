import type {EditionRefusal} from '#concepts/edition-refusal';
import type {RefusalWords} from '#language/refusal-words';
import {movedFrom} from '#language/signed';
import {movesOfIdentity} from './identity-moves.ts';

export const editionRefusals: Pick<RefusalWords, EditionRefusal['reason']> = {
  'no-such-edition': ({edition, known}) => ({
    what: `Udgaven »${edition}« findes ikke. ${known.length === 0 ? 'Der er ingen endnu.' : `Kendte: ${known.join(', ')}.`}`,
    remedy: 'Se dem med `opgor editions`.',
  }),
  'edition-is-already': ({edition, state}) => ({
    what: `${edition} er allerede ${STATES[state]}.`,
    remedy: 'Intet er ændret. En rettelse er en ny udgave: `opgor release … --corrects UDGAVE --erratum SPROG=TEKST`.',
  }),
  'edition-not-released': ({edition, state}) => ({
    what: `${edition} er ikke frigivet: den er ${STATES[state]}.`,
    remedy: 'Godkend den først med `opgor approve UDGAVE --by NAVN`, eller vent, til klausulen udløber.',
  }),
  'edition-of-other-period': ({edition}) => ({
    what: `${edition} gælder en anden periode eller er af en anden slags, og kan ikke rettes af denne.`,
    remedy: 'Angiv en udgave for samme periode og af samme slags.',
  }),
  'edition-has-correction': ({edition, by}) => ({
    what: `${edition} er allerede rettet af ${by}, og en udgave rettes kun én gang.`,
    remedy: `Intet er frigivet. Er ${by} også forkert, rettes den, når den er ude: \`opgor release … --corrects ${by} --erratum SPROG=TEKST\`.`,
  }),
  'erratum-in-other-languages': ({languages, given}) => ({
    what: `Opgørelsen trykkes på ${languages.join(', ')}, og rettelsen er skrevet ${given.length === 0 ? 'uden angivelse af sprog' : `på ${given.join(', ')}`}.`,
    remedy: `Skriv den en gang for hvert: ${languages.map((tag) => `\`--erratum ${tag}="…"\``).join(' ')}. Intet er frigivet.`,
  }),
  'text-tells-of-person': ({text, tells, word}) => ({
    what: `Ved ord ${word} står der i ${TEXTS[text]} ${TELLS[tells].what}.`,
    remedy: `Det bliver stående, og andre læser det: ${TELLS[tells].remedy}. Intet er gjort.`,
  }),
  'no-such-signer': ({name, known}) => ({
    what: `»${name}« har ingen nøgle at underskrive med. ${known.length === 0 ? 'Det har ingen endnu.' : `Kendte: ${known.join(', ')}.`}`,
    remedy: 'Lad vedkommende lave en med `opgor person add NAVN`.',
  }),
  'signer-exists': ({name}) => ({
    what: `Der er allerede en person ved navn »${name}«.`,
    remedy: 'Et navn, der er underskrevet med, gives aldrig til en anden; tilføj et mellemnavn eller en titel.',
  }),
  'no-signing-key': ({name, looked}) => ({
    what: `Den private nøgle for ${name} er her ikke. Søgt i: ${looked.join(', ')}.`,
    remedy:
      'Den, nøglen tilhører, underskriver dér, hvor den ligger, eller angiver dens mappe i OPGOR_PERSON_KEYS. Skal en anden godkende, så udelad `--approved-by`: udgaven venter da på `opgor approve`.',
  }),
  'same-person': ({name}) => ({
    what: `${name} har lavet udgaven og kan ikke være den anden, der står inde for den.`,
    remedy:
      'Lad en anden navngiven person godkende den; eller godkend alene med `--alone --reason TEKST`, som manifestet gengiver.',
  }),
  'questions-open': ({questions, held, identity, low, high}) => ({
    what: [
      ...(held === 0 ? [] : [`${held} ${held === 1 ? 'person venter' : 'personer venter'} på et svar for at tælle.`]),
      ...(identity === undefined
        ? []
        : [
            `${identity.questions} spørgsmål om, hvem der er samme person, er ikke besvaret; svarene ${movesOfIdentity(identity.persons, identity.repeats)}.`,
          ]),
      `Svarene på ${questions + (identity?.questions ?? 0)} ${questions + (identity?.questions ?? 0) === 1 ? 'åbent spørgsmål' : 'åbne spørgsmål'} kan flytte totalen ${between({low, high})}.`,
    ].join(' '),
    remedy:
      'Besvar dem (`opgor questions`, `opgor review`), eller frigiv med `--with-open-questions --reason TEKST`: manifestet siger da, hvor mange og hvor langt.',
  }),
  'cut-off-in-future': ({given, now}) => ({
    what: `Skæringstidspunktet ${given} er ikke kommet endnu: uret siger ${now}.`,
    remedy: 'En udgave fastholder det, man ved. Udelad `--as-at`, eller angiv et tidspunkt, der er passeret.',
  }),
  'recorded-before-cut-off': ({given, cutOff, edition}) => ({
    what: `Registreringstiden ${given} ligger ikke efter skæringstidspunktet for ${edition}, ${cutOff}: udgaven ville ikke kunne laves igen.`,
    remedy: 'Udelad `--recorded-at`, eller angiv et senere tidspunkt; intet er registreret.',
  }),
  'clock-behind-log': ({now, latest}) => ({
    what: `Uret siger ${now}, men der er gjort noget ved en udgave ${latest}.`,
    remedy: 'Stil computerens ur rigtigt, og prøv igen; intet er gjort.',
  }),
  'embargo-passed': ({embargo, now}) => ({
    what: `Klausulen ${embargo} er allerede udløbet: uret siger ${now}.`,
    remedy: 'Angiv et senere tidspunkt med `--embargo`, eller udelad det.',
  }),
  'log-faulty': ({path}) => ({
    what: `Loggen over udgaver ${path} er ikke, som den blev skrevet.`,
    remedy: 'Gendan den fra en kopi. Indtil da bliver intet frigivet, godkendt eller noteret.',
  }),
  'edition-changed': ({edition}) => ({
    what: `${edition} er ikke længere det, der blev valideret.`,
    remedy: 'Den kan ikke godkendes. Frigiv perioden på ny, og find ud af, hvem der har ændret filerne.',
  }),
  'edition-table-missing': ({edition, table}) => ({
    what: `Tabellen ${table} fra udgaven ${edition} er ikke i dens mappe, så ingen kan sige, hvad den viste.`,
    remedy: 'Læg udgavens mappe tilbage, som den blev udgivet; `opgor verify` siger, om den er hel.',
  }),
  'nothing-published': ({path}) => ({
    what: `Der er ingen offentlig udgave i ${path}.`,
    remedy:
      'Angiv et arbejdsområde, en mappe med udgaver eller en udgaves egen mappe; `opgor release ÅR --edition public` laver en.',
  }),
  'edition-twice': ({edition}) => ({
    what: `To mapper siger, at de er ${edition}, og de er forskellige.`,
    remedy: 'Fjern den, der ikke er myndighedens; `opgor verify MAPPE` siger, hvis nøgle der har underskrevet.',
  }),
  'not-verified': ({path, findings}) => ({
    what: `${path} er ikke, som den blev frigivet: ${findings.length} ${findings.length === 1 ? 'forskel' : 'forskelle'}.`,
    remedy: 'Brug en anden kopi. Det frigivne ligger i kontorets arbejdsområde, og `opgor recompile` laver det igen.',
  }),
  'profile-version-missing': ({edition, id, version, path}) => ({
    what: `Profilen ${id} ${version}, som ${edition} er lavet efter, mangler eller er ændret: ${path}.`,
    remedy:
      'Læg mappen tilbage fra en kopi af arbejdsområdet. Efter andre definitioner ville det være en anden udgave.',
  }),
  'recompiled-otherwise': ({edition, differing, sameProgram}) => ({
    what: `Lavet igen afviger ${edition} i ${differing.join(', ')}.`,
    remedy: sameProgram
      ? 'Program, låsefil og platform er de samme, så registret eller mappen er ændret: `opgor verify` viser hvilken.'
      : 'Tallene må ikke afhænge af programmets version. Lav udgaven med den version, manifestet nævner, og meld det.',
  }),
};

const WITHOUT = 'sig det uden navne, fødselsdage og numre på personer og sager';
const TELLS = {
  number: {
    what: 'noget, der kan være en persons nummer',
    remedy: `${WITHOUT}, og skil antal ad med komma eller et ord`,
  },
  name: {what: 'et navn, som nogen i registret har', remedy: WITHOUT},
  'early-day': {
    what: 'en dag før de år, registret handler om, som kan være en fødselsdag',
    remedy: `${WITHOUT}; et årstal alene må stå`,
  },
  'their-number': {what: 'et nummer på en af de to', remedy: WITHOUT},
  'their-name': {
    what: 'et ord, der indgår i et navn på en af de to',
    remedy: `${WITHOUT}; betyder ordet noget andet, så brug et andet ord`,
  },
  'their-birthday': {
    what: 'fødselsdagen for en af de to eller dens måned',
    remedy: `${WITHOUT}; et årstal alene må stå`,
  },
} as const;

const TEXTS = {
  erratum: 'rettelsen',
  reason: 'begrundelsen',
  'shown-anyway': 'begrundelsen for, at en tabel vises alligevel,',
} as const;

const STATES = {
  draft: 'et udkast',
  validated: 'valideret',
  returned: 'sendt tilbage',
  approved: 'godkendt',
  released: 'frigivet',
  corrected: 'rettet',
} as const;

const between = ({low, high}: {readonly low: number; readonly high: number}): string =>
  movedFrom(low, high, ['fra', 'til']);
