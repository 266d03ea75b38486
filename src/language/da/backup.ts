/** Hvad der siges om sikkerhedskopier, gendannelsesnøgler og øvelser, på dansk. */
import type {BackupRefusal} from '#concepts/backup-refusal';
import type {BackupWords} from '#language/backup-words';
import type {RefusalWords} from '#language/refusal-words';

const n = (number: number) => number.toLocaleString('da');
const s = (number: number, one: string, many: string) => `${n(number)} ${number === 1 ? one : many}`;
const places = (all: readonly number[]) => `ord nr. ${all.join(', ')}`;
const seconds = (time: number) => `${time.toLocaleString('da', {maximumFractionDigits: 1})} sekunder`;

export const backup: BackupWords = {
  written: (place, version) => `Sikkerhedskopieret til ${place}: version ${version}.`,
  unchanged: (place, version) => `${place} har allerede det hele, i version ${version}.`,
  behind: (place, since, why) => `Sikkerhedskopien på ${place} har været bagud siden ${since}. ${why}`,
  workDone: 'Selve arbejdet er gjort og gemt.',
  noPaper:
    'Der er ikke udstedt nogen gendannelsesnøgle: kun gendannelsesformularen åbner kopien. Udskriv ark med `opgor key issue NAVN`.',
  thinned: (versions) => `${s(versions, 'ældre version', 'ældre versioner')} fjernet, som indstillingerne siger.`,
  erasedGone: (versions) =>
    `${s(versions, 'version', 'versioner')} fjernet, hvori en person, der siden er slettet, stadig kunne læses.`,
  profileFaulty: 'Profilen er fejlbehæftet og blev skrevet, som den står:',
  profileAsItWas: 'Profilen er fejlbehæftet og er hentet tilbage, som den var:',
  versionLine: (version, made, files, bytes) => `${version}  ${made}  ${s(files, 'fil', 'filer')}, ${n(bytes)} byte`,
  versionState: {damaged: 'beskadiget', sealed: 'kan ikke ses uden arbejdsmappens nøgle'},
  newerProgram: (program) => `lavet af et nyere program, opgor ${program}`,
  noVersions: 'Der er ingen version endnu: `opgor backup`.',
  lastDrill: (day, time, by) => `Gendannelsen blev sidst øvet ${day}, på ${seconds(time)}, af ${by}.`,
  noDrill: 'Gendannelsen er aldrig blevet øvet: `opgor drill`.',
  issued: (key, enough, of) =>
    of === 1
      ? `Gendannelsesnøgle ${key}: ét ark, som åbner kopien alene.`
      : `Gendannelsesnøgle ${key}: ${n(of)} ark, hvoraf ${n(enough)} tilsammen åbner kopien.`,
  paperTitle: (number, of, holder) => `GENDANNELSESARK ${n(number)} af ${n(of)}: ${holder}`,
  paperAdvice:
    'Skriv eller udskriv arkene nu: de vises én gang og gemmes intet sted. Opbevar hvert ark adskilt fra kopien og fra de andre.',
  replaced: (keys) => `Afløser ${keys.join(', ')}: det, der skrives fra nu af, åbnes ikke med dem.`,
  revoked: (key, holders) =>
    `${key} (${holders.join(', ')}) åbner ikke længere det, der skrives fra nu af. Den, der har kopieret et sted før, kan stadig åbne den kopi med arkene: destruer dem.`,
  keyLine: (key, enough, holders, day) => `${key}  ${n(enough)} af ${n(holders.length)}: ${holders.join(', ')}; ${day}`,
  noKeys: 'Der er ikke udstedt nogen gendannelsesnøgle: `opgor key issue NAVN`.',
  typePaper: (words) => `Skriv arkets ${n(words)} ord, eller gendannelsesformularen:`,
  typeMore: (typed, words) => `${n(typed)} af ${n(words)} ord indtil nu; fortsæt:`,
  typeAnother: (given, enough) =>
    `${n(given)} af de ${n(enough)} ark, der skal til, indtil nu. Skriv ordene på et ark mere:`,
  corrected: (all, paper) => `Ark ${n(paper)}: ${places(all)} er tastet forkert; kontrolordene levner én læsning.`,
  restored: (folder, version, made) => `Gendannet i ${folder}: version ${version}, som det var ${made}.`,
  couldRestore: (version, made) => `En prøve: version ${version}, som det var ${made}, kan gendannes. Intet blev gemt.`,
  proof: (files, rows) =>
    `Bevist: ${s(files, 'fil', 'filer')} byte for byte, ${s(rows, 'række', 'rækker')} i registrets tabeller, udgavernes log linje for linje.`,
  proofEdition: (edition) =>
    edition === undefined
      ? 'Ingen udgave er frigivet endnu, hvis tal kunne opgøres igen.'
      : `Tallene i ${edition} er opgjort igen ud fra den og er de samme.`,
  proofDiffers: (what) => `Ikke som det var: ${what.join(', ')}.`,
  keyKept: (path) => `Arbejdsmappens nøgle er gemt i ${path}.`,
  drilled: (time, version) =>
    `Øvelsen gik godt: version ${version} gendannet og bevist på ${seconds(time)}, alene ud fra kopien og arket.`,
  drillRecorded: (recorded) =>
    recorded ? 'Den er noteret i arbejdsmappen.' : 'Her er ingen arbejdsmappe at notere den i.',
  forgot: (versions, bytes, place, dryRun) =>
    `${dryRun ? 'En prøve: ville fjerne' : 'Fjernet:'} ${s(versions, 'version', 'versioner')} på ${place}, ${n(bytes)} byte.`,
  forgotPlace: (place, reached, dryRun) => {
    const what = dryRun
      ? `Der ville ikke længere blive skrevet til ${place}.`
      : `Der skrives ikke længere til ${place}.`;
    return reached ? what : `${what} Stedet er der ikke, så intet på det fjernes: det åbnes med arkene fra dengang.`;
  },
  leftThere: (versions, from, to) =>
    versions === 0
      ? 'Ingen version er tilbage dér.'
      : `Tilbage dér: ${s(versions, 'version', 'versioner')}, ${from === to ? `fra ${from}` : `fra ${from} til ${to}`}.`,
  opens: (version, place) => `Hver byte af ${version} på ${place} er læst, og den åbner.`,
  nothingOpens: 'Ingen version, der åbner, er tilbage.',
  stillWritten: (all) =>
    all.length === 0
      ? 'Intet sted til sikkerhedskopier er tilbage: `opgor backup to STED`.'
      : `Hver ændring skrives til ${all.join(', ')}.`,
  handedOver: (path) => `Overdragelsesdokumentet er ${path}.`,
};

export const backupRefusals: Pick<RefusalWords, BackupRefusal['reason']> = {
  'no-backup-place': () => ({
    what: 'Arbejdsmappen har intet sted til sikkerhedskopier.',
    remedy: 'Nævn en mappe på en anden disk med `opgor backup to STED`.',
  }),
  'place-not-there': ({place}) => ({
    what: `${place} er der ikke.`,
    remedy: 'Sæt den i, eller opret forbindelse; derefter `opgor backup`.',
  }),
  'place-full': ({place}) => ({
    what: `${place} er fuld. Det, der var der før, er helt.`,
    remedy: 'Skaf plads, eller tag et andet sted; derefter `opgor backup`.',
  }),
  'place-not-writable': ({place}) => ({
    what: `Der kan ikke skrives på ${place}. Det, der var der før, er helt.`,
    remedy: 'Se efter, at den ikke er skrivebeskyttet, og at du må skrive der; derefter `opgor backup`.',
  }),
  'no-backup-there': ({place, workspaces}) => ({
    what:
      workspaces.length === 0
        ? `Der er ingen sikkerhedskopi i ${place}.`
        : `${place} har sikkerhedskopier af: ${workspaces.join(', ')}.`,
    remedy:
      workspaces.length === 0
        ? 'Nævn den mappe, som `opgor-…` ligger i.'
        : 'Nævn en af mapperne `opgor-…` i den; intet blev skrevet.',
  }),
  'no-such-version': ({version, known}) => ({
    what: `Der er ingen version ${version}.`,
    remedy: known.length === 0 ? 'Sikkerhedskopien er tom.' : `De nyeste er: ${known.slice(-5).join(', ')}.`,
  }),
  'backup-damaged': ({version, file, whole}) => ({
    what: `Version ${version} er beskadiget: ${file} er ikke, som den blev skrevet.`,
    remedy:
      whole === undefined
        ? 'Ingen anden version her er hel. Prøv et andet sted.'
        : `Den nyeste hele version er ${whole}: giv --version ${whole}. Intet blev skrevet.`,
  }),
  'last-version': ({place}) => ({
    what: `Derefter ville ingen version, der åbner, være tilbage: det, der skal væk på ${place}, er den sidste.`,
    remedy:
      'Sikkerhedskopiér først (`opgor backup`, `opgor backup to STED`); eller sig det med --even-the-last. Intet blev fjernet.',
  }),
  'backup-newer': ({version, program}) => ({
    what: `Version ${version} er lavet af et nyere program, opgor ${program}.`,
    remedy: `Brug opgor ${program} eller nyere.`,
  }),
  'restored-otherwise': ({version, differing}) => ({
    what: `Version ${version} blev læst, men er ikke bevist: ${differing.join(', ')}.`,
    remedy: 'Gendan den, se på `opgor verify`, og spørg dem, der vedligeholder programmet. Øvelsen er ikke noteret.',
  }),
  'paper-words-missing': ({words, of}) => ({
    what: `Det er ${n(words)} ord; et ark har ${n(of)}.`,
    remedy: 'Skriv alle ord i rækkefølge; `?` for et, der ikke kan læses.',
  }),
  'paper-not-readable': ({strange}) => ({
    what: `Ordene er ikke et arks${strange.length === 0 ? '' : `: ${places(strange)} står ikke på noget ark`}. For mange afviger til, at det kan siges, hvad der var ment.`,
    remedy: 'Sammenlign hvert ord med arket, i rækkefølge. Intet gættes.',
  }),
  'paper-of-another': ({key, known}) => ({
    what: `Arket hører til nøglen ${key}, som ikke åbner denne kopi. Den åbnes med: ${known.length === 0 ? 'gendannelsesformularen' : known.join(', ')}.`,
    remedy: 'Tag et ark, der hører til denne arbejdsmappe; tilbagekaldte åbner ikke længere.',
  }),
  'papers-do-not-match': ({keys}) => ({
    what: `Arkene hører til forskellige nøgler: ${keys.join(', ')}.`,
    remedy: 'Tag ark, der hører til én nøgle.',
  }),
  'papers-too-few': ({key, given, enough}) => ({
    what: `Der er givet ${n(given)} ark af nøglen ${key}; der skal ${n(enough)} til.`,
    remedy: 'Giv også en anden indehavers ark.',
  }),
  'paper-does-not-open': ({key}) => ({
    what: `Nøglen ${key} åbner ikke denne kopi: arket er en anden nøgles, eller \`keys.json\` er ændret.`,
    remedy: 'Prøv gendannelsesformularen, et andet ark eller et andet sted.',
  }),
  'no-such-recovery-key': ({key, known}) => ({
    what: `Der er ingen gendannelsesnøgle ${key}.`,
    remedy: known.length === 0 ? 'Ingen er udstedt.' : `Der er: ${known.join(', ')}.`,
  }),
  'recovery-keys-altered': ({path}) => ({
    what: `${path} er ikke, som denne arbejdsmappe har underskrevet den.`,
    remedy:
      'Hent den fra en sikkerhedskopi (`opgor restore … --to`); intet åbnes for en nøgle, som ingen står inde for.',
  }),
  'impossible-split': ({enough, of, most}) => ({
    what: `En nøgle kan ikke deles, så ${n(enough)} af ${n(of)} åbner den.`,
    remedy: `Nævn op til ${n(most)} indehavere, og lad mindst én og højst alle være nødvendige.`,
  }),
};
