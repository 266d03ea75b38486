/** Afvisninger på dansk. */
import {chainText} from '#language/chain-text';
import type {RefusalWords} from '#language/refusal-words';
import {adoptionRefusals} from './adoption.ts';
import {attackRefusals} from './attack.ts';
import {backupRefusals} from './backup.ts';
import {checkRefusals} from './check.ts';
import {databaseRefusals} from './database.ts';
import {editionRefusals} from './edition-refusals.ts';
import {tableRefusals} from './linkage.ts';
import {textRefusals} from './text.ts';
import {workbenchRefusals} from './workbench.ts';

export const refusals: RefusalWords = {
  ...editionRefusals,
  ...attackRefusals,
  ...checkRefusals,
  ...adoptionRefusals,
  ...backupRefusals,
  ...databaseRefusals,
  ...tableRefusals,
  ...textRefusals,
  ...workbenchRefusals,
  'no-such-folder': ({path}) => ({
    what: `Mappen ${path} findes ikke.`,
    remedy: 'Se efter stavefejl, eller opret mappen først.',
  }),
  'folder-not-empty': ({path}) => ({
    what: `Mappen ${path} er ikke tom.`,
    remedy: 'Vælg en ny eller tom mappe; intet er skrevet.',
  }),
  'not-a-folder': ({path}) => ({
    what: `${path} er en fil, ikke en mappe.`,
    remedy: 'Angiv en mappe; findes den ikke, bliver den oprettet. Intet er skrevet.',
  }),
  'settings-not-readable': ({path}) => ({
    what: `Indstillingerne ${path} kan ikke læses: de er ikke, som \`opgor init\` skrev dem.`,
    remedy: 'Ret filen, eller læg en kopi af den tilbage. Registret ved siden af er ikke rørt.',
  }),
  'no-workspace': ({path}) => ({
    what: `${path} er ikke et arbejdsområde.`,
    remedy: 'Opret et med `opgor init DIR --profile denmark`, eller angiv et med `--dir`.',
  }),
  'no-such-profile': ({profile, known}) => ({
    what: `Profilen »${profile}« findes ikke. Kendte: ${known.join(', ')}.`,
    remedy: 'Brug en af dem, eller angiv stien til en mappe med en profile.yaml.',
  }),
  'no-key': ({looked}) => ({
    what: `Arbejdsområdets nøgle blev ikke fundet. Søgt i: ${looked.join(', ')}.`,
    remedy: 'Læg nøglefilen tilbage, eller sæt OPGOR_KEY til nøglen på gendannelsesarket.',
  }),
  'key-does-not-fit': () => ({
    what: 'Nøglen hører ikke til dette arbejdsområde, eller den er tastet forkert.',
    remedy: 'Brug nøglen på arbejdsområdets eget gendannelsesark.',
  }),
  'register-in-use': ({path}) => ({
    what: `Et andet program har registret ${path} åbent.`,
    remedy: 'Luk det andet program, eller vent til det er færdigt, og prøv igen.',
  }),
  'register-not-readable': ({path, why}) => ({
    what: `Registret ${path} kan ikke læses: ${why}.`,
    remedy: 'Gendan det fra en kopi. Filen er ikke ændret.',
  }),
  'file-not-writable': ({path}) => ({
    what: `${path} kan ikke skrives.`,
    remedy: 'Se efter, at mappen findes, kan skrives i og har plads; luk filen i andre programmer.',
  }),
  'no-permission': ({path}) => ({
    what: `Du har ikke lov til at læse og skrive ${path} og mappen, den ligger i.`,
    remedy:
      'Bed den, der passer maskinen, om adgang til begge, eller arbejd som den bruger, der ejer dem; er disken skrivebeskyttet, så flyt arbejdsområdet. Filen selv fejler ikke noget.',
  }),
  'file-exists': ({path}) => ({
    what: `Filen ${path} findes i forvejen.`,
    remedy: 'Angiv et navn, der ikke er brugt; intet er overskrevet.',
  }),
  'inside-workspace': ({path, workspace}) => ({
    what: `${path} ligger i arbejdsområdet ${workspace}, som beholder det, det har, for sig selv.`,
    remedy: 'Angiv et navn i en anden mappe; intet er ændret.',
  }),
  'profile-faulty': ({findings}) => ({
    what: `Profilen har ${findings.length} fejl.`,
    remedy: 'Ret hver enkelt i den nævnte fil og linje, og prøv igen.',
  }),
  'no-such-file': ({file}) => ({what: `Filen ${file} findes ikke.`, remedy: 'Se efter navn og mappe.'}),
  'not-a-file': ({path}) => ({
    what: `${path} er en mappe, ikke en fil.`,
    remedy: 'Angiv den fil i den, som er ment.',
  }),
  'no-such-source': ({source, known}) => ({
    what: `Profilen har ingen kilde »${source}«. Kendte: ${known.join(', ')}.`,
    remedy: 'Angiv en af dem med `--source`.',
  }),
  'empty-file': ({file}) => ({
    what: `${file} er tom.`,
    remedy: 'Vælg en fil med rækker, eller bed afsenderen sende den igen; intet er ændret.',
  }),
  'wrong-format': ({file, expected, found, otherSource}) => ({
    what: `${file} skulle være ${expected}, men er ${STATES.get(found) ?? found}.`,
    remedy:
      otherSource === undefined
        ? found === 'damaged'
          ? 'Bed myndigheden sende den igen, eller åbn den i et regneark og gem den på ny; registret er uændret.'
          : 'Gem den i det ventede format, eller angiv en anden kilde; registret er uændret.'
        : `Den ligner kilden ${otherSource}: modtag den med --source ${otherSource}. Registret er uændret.`,
  }),
  'not-a-table': ({file, row, fault}) => ({
    what: `${file} kan ikke læses fra række ${row}: ${FAULTS[fault]}.`,
    remedy: 'Ret anførselstegnene i rækken, eller hent filen ud af systemet igen; registret er uændret.',
  }),
  'wrong-encoding': ({file, expected, line}) => ({
    what: `${file} har ikke tegnsættet ${expected} (linje ${line}).`,
    remedy: 'Gem den i det tegnsæt, eller ret `encoding` i kildens layout; registret er uændret.',
  }),
  'file-too-large-inside': ({file, limit}) => ({
    what: `${file} fylder mere end ${Math.round(limit / 1_000_000)} MB udpakket.`,
    remedy: 'Sådan en fil er beskadiget eller lavet for at skade. Bed myndigheden om en ny; registret er uændret.',
  }),
  'columns-missing': ({file, missing, unknown, renamed, otherSource}) => ({
    what: `${file} mangler ${missing.join(', ')}${unknown.length > 0 ? ` og har uventet ${unknown.join(', ')}` : ''}.`,
    remedy:
      otherSource === undefined
        ? `${renamed.map(({expected, found}) => `»${found}« er måske »${expected}«. `).join('')}Omdøb kolonnerne, eller angiv den nye overskrift som alias i kildens layout; registret er uændret.`
        : `Den ligner kilden ${otherSource}: modtag den med --source ${otherSource}. Registret er uændret.`,
  }),
  'no-such-sheet': ({file, sheet, found, otherSource}) => ({
    what: `${file} har intet ark »${sheet}«. Den har: ${found.join(', ')}.`,
    remedy:
      otherSource === undefined
        ? 'Omdøb arket, eller ret `sheet` i kildens layout; registret er uændret.'
        : `Den ligner kilden ${otherSource}: modtag den med --source ${otherSource}. Registret er uændret.`,
  }),
  'row-not-waiting': ({row}) => ({
    what: `Række ${row} venter ikke længere: den er besvaret eller lagt væk, eller der er siden modtaget en fil fra samme kilde.`,
    remedy: 'Se, hvilke rækker der venter nu, under Modtag.',
  }),
  'duplicate-key': ({file, rows}) => ({
    what: `I ${file} står den samme nøgle i række ${rows.join(', ')}.`,
    remedy: 'Hver række skal have sin egen nøgle. Spørg myndigheden, hvilken der er rigtig; registret er uændret.',
  }),
  'password-protected': ({file}) => ({
    what: `${file} er beskyttet med en adgangskode og kan ikke læses.`,
    remedy: 'Åbn den, hvor den er lavet, fjern adgangskoden (Filer, Oplysninger, Beskyt), og gem en kopi.',
  }),
  'reader-gave-up': ({file, seconds}) => ({
    what: `Læsningen af ${file} blev opgivet efter ${seconds} sekunder.`,
    remedy: 'Åbn og gem den igen i et regneark, og prøv igen; registret er uændret.',
  }),
  'recorded-in-the-past': ({given, latest}) => ({
    what: `Registreringstiden ${given} ligger før registrets seneste, ${latest}.`,
    remedy: 'Registreringstid går aldrig baglæns. Udelad `--recorded-at`, eller angiv et senere tidspunkt.',
  }),
  'recorded-in-the-future': ({given, now}) => ({
    what: `Registreringstiden ${given} er ikke kommet endnu: uret siger ${now}.`,
    remedy: 'Udelad `--recorded-at`, eller ret det; intet er registreret.',
  }),
  'clock-behind-register': ({now, latest}) => ({
    what: `Uret siger ${now}, men der er sidst føjet til registret ${latest}.`,
    remedy:
      'Stil computerens ur rigtigt. Går uret rigtigt, rummer registret en registreringstid, der aldrig har været: gendan kopien fra før. Intet er registreret.',
  }),
  'too-many-gone': ({file, gone, before, most}) => ({
    what: `${file} mangler ${gone} af de ${before} rækker, registret har fra kilden, mere end ${procent(most)}: den kan være skåret af.`,
    remedy:
      'Bed myndigheden om hele filen. Skal rækkerne være væk, så gentag med --accept-withdrawals. Registret er uændret.',
  }),
  'register-empty-then': ({at}) => ({
    what: `Den ${at} var registret tomt.`,
    remedy: 'Angiv et senere tidspunkt med `--as-at`, eller udelad det.',
  }),
  'not-answered': () => ({
    what: 'Spørgsmålet blev ikke besvaret.',
    remedy: 'Intet er ændret. Kør kommandoen igen, når du er klar.',
  }),
  'not-confirmed': ({record}) => ({
    what: `Intet er slettet: det indtastede er ikke ${record}.`,
    remedy: 'Kør kommandoen igen, og skriv journalnummeret nøjagtigt.',
  }),
  'no-identity-policy': ({on}) => ({
    what: `Profilen siger ikke, hvordan man finder ud af, hvem der er samme person den ${on}.`,
    remedy: 'Skriv linkage.yaml i profilen (docs/method/review.md).',
  }),
  'pair-not-waiting': ({on, other}) => ({
    what: `${on} og ${other} venter ikke på dig.`,
    remedy: 'Se dem, der gør, med opgor review --json; ingen svarer to gange på det samme par.',
  }),
  'one-record': ({record}) => ({
    what: `${record} er ét journalnummer.`,
    remedy: 'Nævn to journalnumre.',
  }),
  'nothing-decided': ({on, other}) => ({
    what: `Intet, der står ved magt, er afgjort om ${on} og ${other}.`,
    remedy: 'Se, hvad der er afgjort, med `opgor why JOURNALNUMMER`.',
  }),
  'decided-meanwhile': ({on, other, by}) => ({
    what: `${by} har afgjort ${on} og ${other} på ny, mens du så på dem. Intet er taget tilbage.`,
    remedy: 'Se den afgørelse, der nu gælder, før du tager den tilbage.',
  }),
  'identity-contradiction': ({on, other, verdict, chain}) => ({
    what: `${on} og ${other} kan ikke være ${verdict === 'different' ? 'forskellige personer' : 'samme person'}, for det står ved magt, at ${chainText(chain)}.`,
    remedy: 'Tag først en af dem tilbage: `opgor decide JOURNALNUMMER ANDET --take-back --reason TEKST`.',
  }),
  'no-such-person': ({record}) => ({
    what:
      record === undefined
        ? 'Det er ikke et journalnummer: P-, cifre og et kontroltegn.'
        : `Registret har ingen person ${record}.`,
    remedy: 'Se efter journalnummeret; dets sidste tegn sikrer mod tastefejl.',
  }),
  'identity-damaged': ({record}) => ({
    what: `Personoplysningerne i ${record} er beskadiget og kan ikke åbnes.`,
    remedy: 'Gendan registret fra en kopi. Det, der tælles, er ikke berørt.',
  }),
  'person-erased': ({record}) => ({
    what: `Identiteten for ${record} er slettet.`,
    remedy: 'De oplysninger, der tæller, består; identiteten kan ikke hentes tilbage.',
  }),
  'nothing-to-withdraw': () => ({
    what: 'Der er ingen stående oplysning at trække tilbage eller omgøre.',
    remedy: 'Se personens oplysninger med `opgor why JOURNALNUMMER`.',
  }),
  'unknown-code': ({concept, known}) => ({
    what: `Det, der er givet for ${concept}, er ikke blandt det, det kan være.`,
    remedy: `Kendte: ${known.join(', ')}.`,
  }),
  'impossible-value': ({field, rule}) => ({
    what: `Værdien af ${field} er ikke mulig: ${rule}.`,
    remedy: 'Ret den, og prøv igen; intet er registreret.',
  }),
  'nothing-to-count': ({period}) => ({
    what: `Registret har intet at tælle i ${period}.`,
    remedy: 'Modtag myndighedernes filer først, eller bed om en anden periode.',
  }),
  'no-such-table': ({table, known}) => ({
    what: `Tabellen »${table}« findes ikke.`,
    remedy: `Kendte: ${known.join(', ')}.`,
  }),
  'no-such-format': ({format, known}) => ({
    what: `Formatet »${format}« findes ikke.`,
    remedy: `Kendte: ${known.join(', ')}.`,
  }),
  'findings-stand': ({findings}) => ({
    what: `${findings.length} fund står i vejen for en udgivelse.`,
    remedy:
      'Ret dem, eller opgør uden `--strict`: et udkast viser, hvad det finder, hvor det står, eller forrest; `opgor profile check` viser en teksts fejl. En intern udgave frigives trods dem med `--over-findings --reason TEKST`.',
  }),
  'link-policy-faulty': ({file, findings}) => ({
    what: `Politikken ${file} har ${findings.length} fejl:`,
    remedy:
      'Ret den på den nævnte linje; `opgor link --help` viser et eksempel, docs/method/linkage.md alle indstillinger.',
  }),
  'no-header': ({file, wanted}) => ({
    what: `Første række i ${file} har ingen af de kolonner, politikken nævner: ${wanted.join(', ')}.`,
    remedy: 'Giv filen en første række med kolonnernes navne, eller nævn dem i politikken, som filen har dem.',
  }),
  'no-such-column': ({file, column, known}) => ({
    what: `${file} har ingen kolonne »${column}«. Den har: ${known.join(', ')}.`,
    remedy: 'Nævn en af dem i politikken.',
  }),
  'no-such-blocking-key': ({file, key, known}) => ({
    what: `Der kan ikke blokkes på »${key}« (${file}).`,
    remedy: `Nævn nogle af disse under \`blocking\`: ${known.join(', ')}; eller udelad den, så vælges reglerne.`,
  }),
  'more-than-one-key': ({file, column, keys}) => ({
    what: `Kolonnen »${column}« i ${file} er kodet på ${keys} måder: med forskellige nøgler eller stavemåder (\`folding\`), eller både som ord og som filtre.`,
    remedy:
      'Bed myndighederne kode deres lister igen med én nøgle, én politik og ét `--as` (`opgor encode`), og læg dem sammen. Intet er kædet sammen.',
  }),
  'already-encoded': ({file, field}) => ({
    what: `Feltet »${field}« i ${file} er allerede kodet.`,
    remedy: 'Kod listen, som den var, med dens typer `name`, `date` …; det kodede sammenkædes med `opgor link`.',
  }),
  'no-id-column': ({file}) => ({
    what: `${file} nævner ingen kolonne med det id, der skal sendes.`,
    remedy: 'Nævn den under `id` i politikken, eller udelad `--id`, så får hver række sit nummer.',
  }),
  'not-a-key': ({path}) => ({
    what: `${path} er ikke en nøgle.`,
    remedy:
      'Nævn filen fra `opgor encode --new-key FIL`, som den var; er den tastet fra papir, så se den efter tegn for tegn.',
  }),
  'key-in-the-open': () => ({
    what: 'Selve nøglen blev givet i stedet for navnet på dens fil; nu står den i terminalens historik.',
    remedy: 'Lav en ny med `opgor encode --new-key FIL`, og giv `--key FIL`.',
  }),
  'periods-differ': ({from, to}) => ({
    what: `${from} og ${to} er af hver sin periode: deres tabeller tæller ikke det samme.`,
    remedy: 'Sammenlign udgaver af samme periode, eller en udgave med `now`.',
  }),
  'not-the-earlier': ({from, to}) => ({
    what: `${from} er ikke den tidligste af de to: ${to} er læst fra registret før den.`,
    remedy: 'Nævn den tidligste først.',
  }),
  'disclosure-not-proven': () => ({
    what: 'En offentlig udgave afvises, indtil dens diskretionering kan bevises.',
    remedy: 'Lav en intern udgave; den er mærket på hver side.',
  }),
  'policy-changes-figures': ({on}) => ({
    what: `Politikken, der gælder den ${on}, ændrer tal i stedet for at holde dem tilbage, så ingen plan kan bevare flere.`,
    remedy: 'Foreslå en plan for et år, hvis politik holder tal tilbage.',
  }),
  'cannot-print-here': () => ({
    what: 'Denne maskine laver ingen PDF-filer: biblioteket til det er ikke udgivet til maskiner af den slags.',
    remedy: 'Bed om andre medier (`--media html,docx`), og udgiv på en maskine med Linux.',
  }),
  'no-further-table': ({table, because, known}) => ({
    what: `Der kan ikke spørges om tabellen \`${table}\`: ${NO_TABLE[because]}.`,
    remedy:
      known.length > 0
        ? `Der er: ${known.join(', ')}.`
        : 'Nævn en enhed og de begreber, der deler den op: `--also person:nationality,sex`.',
  }),
  'no-public-policy': ({on}) => ({
    what: `Profilen siger ikke, hvad der må offentliggøres den ${on}.`,
    remedy: 'Tilføj en politik med `edition: public` under `disclosure` i `policies.yaml` (docs/method/disclosure.md).',
  }),
  'language-not-in-profile': ({language, known}) => ({
    what: `Profilen har ingen opgørelse på »${language}«. Den har: ${known.join(', ')}.`,
    remedy: 'Vælg blandt dem med `--language`.',
  }),
};

const procent = (share: number) => `${Math.round(share * 100)} pct.`;

const NO_TABLE = {
  'no-such-unit': 'profilen har ikke den enhed',
  'no-such-concept': 'profilen har ikke det begreb',
  twice: 'et begreb er nævnt to gange',
  'is-there': 'opgørelsen har allerede den tabel',
  nobody: 'perioden har ingen af de enheder',
  'withholds-nothing': 'den gældende politik tilbageholder intet',
};

const FAULTS = {
  'quote-not-closed': 'et anførselstegn bliver aldrig lukket',
  'quote-inside-cell': 'der står tekst efter et lukket anførselstegn',
  'endless-line': 'en linje har ingen ende',
} as const;

const STATES: ReadonlyMap<string, string> = new Map([
  ['damaged', 'beskadiget'],
  ['encrypted', 'låst med adgangskode'],
  ['XLS', 'en ældre projektmappe (XLS) eller en, der er låst med adgangskode'],
]);
