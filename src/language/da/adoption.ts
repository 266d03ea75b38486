/** What is said of adopting an office's own spreadsheets, in Danish. */
import type {AdoptionRefusal} from '#concepts/adoption-refusal';
import type {AdoptionWords} from '#language/adoption-words';
import type {RefusalWords} from '#language/refusal-words';

const n = (number: number) => number.toLocaleString('da');
const s = (number: number, one: string, more: string) => `${n(number)} ${number === 1 ? one : more}`;
const rows = (number: number) => s(number, 'række', 'rækker');
const figures = (number: number) => s(number, 'offentliggjort tal', 'offentliggjorte tal');

const share = (certainty: number) => certainty.toFixed(2).replace('.', ',');

export const adoption: AdoptionWords = {
  list: (name, what, year, of) => `${name}: ${what}${year === undefined ? '' : `, ${year}`}, ${rows(of)}`,
  figures: (name, of) => `${name}: ${figures(of)}`,
  notTaken: (name) => `${name}: tages ikke med`,
  leftOut: 'udelades',
  nothing: 'intet forslag',
  grounds: {
    heading: 'overskrift',
    content: 'indhold',
    remembered: 'som før',
    answered: 'besvaret',
    label: 'betegnelse',
    near: 'ligner',
  },
  readable: (share, filled) => `${Math.round(share * 100)} pct. af ${s(filled, 'celle', 'celler')} kan læses`,
  certainty: share,
  examples: (all) => `indeholder ${all.join(', ')}`,
  words: 'Ord',
  cells: (number) => s(number, 'celle', 'celler'),
  assumption: (member, code) => `ingen kolonne har ${member}: ${code} for alle rækker`,
  open: (questions) => `${s(questions, 'spørgsmål', 'spørgsmål')} at besvare, før noget tages ind.`,
  howToAnswer:
    'I en terminal stilles de ét for ét. Ellers skriv forslagene til en fil med --propose FIL, ret den, og giv den tilbage med --answers FIL.',
  written: (path) => `Forslagene er skrevet til ${path}. Det, der begynder med »# ?«, er ikke sikkert: ret det dér.`,
  answersHead: 'Svar til opgor adopt. Tomme ord holder rækkerne tilbage; null udelader en kolonne.',
  ask: {
    newCode: {
      code: (list) => `Den nye kode i ${list} (små bogstaver, tal, bindestreger):`,
      label: (language, word) => `Hvad den hedder (${language}; Enter: ${word}):`,
    },
    column: (heading, sheets, examples) =>
      `Kolonnen »${heading}« (${sheets}) indeholder ${examples.join(', ') || 'intet'}`,
    columnAnswers: (proposed, certainty, others) =>
      `${proposed === undefined ? 'Enter udelader den' : `Enter: ${proposed} (${share(certainty)})`}${others === '' ? '' : `, dernæst ${others}`}; eller et felts navn, - for at udelade den, ? for alle felter:`,
    word: (word, of, cells, sheets) => `»${word}« i ${of} (${s(cells, 'celle', 'celler')}: ${sheets})`,
    wordAnswers: (proposed, certainty) =>
      `${proposed === undefined ? 'Enter holder rækkerne tilbage' : `Enter: ${proposed} (${share(certainty)})`}; eller en kode eller dens betegnelse, unknown, - for »intet gælder«, + for en ny kode, ! for at holde rækkerne tilbage, ? for alle koder:`,
    assume: (member, code, sheets) =>
      `Ingen kolonne har ${member} (${sheets}). Er det ${code} for alle rækker? Enter: ja; eller en anden kode, eller nej:`,
    table: (title, sheets, examples) => `Tallene under »${title}« (${sheets}): ${examples.join(', ')}`,
    tableAnswers: (proposed, certainty) =>
      `${proposed === undefined ? 'Enter udelader dem' : `Enter: ${proposed} (${share(certainty)})`}; eller en tabels navn, - for at udelade dem, ? for alle tabeller:`,
    unknownAnswer: (given) => `Der findes ingen »${given}«.`,
    sure: (lists, of, published) =>
      `Modtag ${rows(of)} fra ${s(lists, 'liste', 'lister')}, og indfør ${figures(published)}? Skriv ja:`,
    undo: (id) =>
      `Fortryd ${id}: det modtagne trækkes tilbage, og profilen stilles tilbage. Skriv ${id} for at gøre det:`,
  },
  yes: ['ja', 'j'],
  adopted: (id) => `Taget ind som ${id}. \`opgor adopt --undo ${id}\` fortryder det hele.`,
  rehearsed: 'En prøve: intet er skrevet.',
  received: (name, source, of, taken, held) =>
    `${name} → kilden ${source}: ${rows(of)}, ${n(taken)} taget med, ${n(held)} holdt tilbage`,
  heldRow: (row) => `række ${n(row)} er holdt tilbage:`,
  more: (number) => `… og ${n(number)} til (--json har dem alle)`,
  published: (of) => `${figures(of)} er indført i published.csv.`,
  agrees: (cells) => `Alle ${figures(cells)} stemmer med registeret.`,
  differs: (differences, cells) => `${n(differences)} af ${figures(cells)} afviger fra registeret:`,
  notCompared: (of) => `${figures(of)} kan ikke sammenlignes: registeret har ingen i det år.`,
  nothingPublished: (years) => `Intet vides offentliggjort om ${years}: angiv det med --published FIL.`,
  difference: (cell, published, counted, source) =>
    `${cell}: offentliggjort ${n(published)} (${source}), talt ${n(counted)}`,
  behind: (records) => `talt: ${records}`,
  placeRow: (file, row) => `${file} række ${row}`,
  causes: {
    held: (of) => `holdt tilbage og derfor ikke talt: ${of}`,
    twice: (of) => `én person i flere rækker: ${of}`,
    elsewhere: (of) => `i et andet år efter deres dato: ${of}`,
    unknown: (of) => `siger det ikke: ${of}`,
  },
  profileFiles: (files) => `Skrevet i profilen: ${files}`,
  undone: (id, sources, of, files) =>
    `${id} er fortrudt: ${rows(of)} fra ${s(sources, 'kilde', 'kilder')} er trukket tilbage, ${s(files, 'fil', 'filer')} i profilen er som før, byte for byte.`,
  couldUndo: (id, sources, of, files) =>
    `En prøve på at fortryde ${id}: ${rows(of)} fra ${s(sources, 'kilde', 'kilder')} ville blive trukket tilbage og ${s(files, 'fil', 'filer')} i profilen stillet tilbage. Intet er skrevet.`,
  listed: (id, at, by, files, undoneAt, unfinished) =>
    `${id}  ${at}  ${s(files, 'fil', 'filer')}, af ${by}${undoneAt === undefined ? (unfinished ? '; afbrudt' : '') : `; fortrudt ${undoneAt}`}`,
  none: 'Intet er taget ind: `opgor adopt MAPPE`.',
};

export const adoptionRefusals: Pick<RefusalWords, AdoptionRefusal['reason']> = {
  'folder-without-files': ({path}) => ({
    what: `Der er ingen fil i ${path}.`,
    remedy: 'Angiv den mappe, der har regnearkene.',
  }),
  'profile-cannot-adopt': ({profile}) => ({
    what: `Profilen ${profile} siger ikke, hvad kolonnerne i et kontors egne lister kan betyde.`,
    remedy: 'Skriv det som adopt/persons.yaml i arbejdsmappens profil; den i profiles/denmark viser hvordan.',
  }),
  'nothing-to-adopt': ({path}) => ({
    what: `Intet i ${path} kan tages ind.`,
    remedy: 'Det, der siges om hver fil, fortæller hvorfor; `opgor adopt MAPPE` uden --answers viser det igen.',
  }),
  'answers-faulty': ({file, at, expected}) => ({
    what: `${file} er forkert ved ${at}.`,
    remedy: `Forventet dér: ${expected}. \`--propose FIL\` skriver en, der er rigtig.`,
  }),
  'answers-open': ({open}) => ({
    what: `${open.length === 1 ? 'Et spørgsmål er' : `${open.length} spørgsmål er`} endnu åbne: ${open.join('; ')}.`,
    remedy: 'Besvar dem i filen, eller sig, fra hvilken sikkerhed forslag tages: accept: 0.5.',
  }),
  'published-faulty': ({file, row, why}) => ({
    what: `Række ${row} i ${file} er forkert: ${why}.`,
    remedy: 'Den skal have kolonnerne year, table, code og value; code er tom for en total. `source` kan tilføjes.',
  }),
  'no-such-adoption': ({adoption: id, known}) => ({
    what: `Der er ingen overtagelse ${id}${known.length === 0 ? '' : `: der er ${known.join(', ')}`}.`,
    remedy: '`opgor adopt` alene viser dem.',
  }),
  'profile-changed-since': ({adoption: id, files}) => ({
    what: `Profilen er ændret efter ${id}: ${files.join(', ')}.`,
    remedy:
      'Fortryd først det, der kom senere, eller stil de filer tilbage, som overtagelsen efterlod dem; intet er fortrudt.',
  }),
  'adoption-interrupted': ({adoption: id}) => ({
    what: `${id} blev afbrudt: profilen kan være skrevet til dels, og nogle af listerne er måske ikke modtaget.`,
    remedy: `Tag den tilbage med \`opgor adopt --undo ${id}\`, og tag mappen ind igen.`,
  }),
  'adoption-log-faulty': ({path}) => ({
    what: `${path} er ikke det, en overtagelse skrev.`,
    remedy: 'Genskab den fra en sikkerhedskopi; intet er ændret.',
  }),
};
