/** Svar på dansk. */
import type {AnswerWords} from '#language/answer-words';

const tal = (n: number, en: string, flere: string) => `${n.toLocaleString('da')} ${n === 1 ? en : flere}`;

export const answers: AnswerWords = {
  initialised: (folder, key) => `Oprettede arbejdsområdet ${folder}.\nNøglen ligger i ${key}, uden for arbejdsområdet.`,
  recoveryTitle: 'GENDANNELSESARK: skriv det ud, og lås det inde',
  recoveryAdvice:
    'Den, der har nøglen og arbejdsområdet, kan læse alle navne; uden den kan ingen. Sæt OPGOR_KEY til den på en anden maskine.',
  received: (file, source) => `Modtog ${file} (kilden ${source})`,
  rehearsed: 'En prøve: intet er beholdt.',
  nothingNew: 'Registret havde det hele i forvejen; intet er ændret.',
  rows: {
    read: 'rækker læst',
    new: 'nye',
    changed: 'ændrede',
    unchanged: 'uændrede',
    withdrawn: 'væk fra kilden, trukket tilbage',
    held: 'holdt tilbage',
  },
  persons: (fresh, known) => `${tal(fresh, 'ny person', 'nye personer')}, ${tal(known, 'kendt', 'kendte')}`,
  controlTotal: (measure, given, counted) =>
    `kontroltal ${measure}: ${given} i følgebrevet, ${counted} talt${given === counted ? '' : `, forskel ${counted - given}`}`,
  heldRow: (row) => `række ${row}`,
  errorsWritten: (path) => `De tilbageholdte rækker er i ${path}, til myndigheden.`,
  more: (n) => `… og ${n} mere (--json har dem alle)`,
  counted: (total, table) => `${total}  ${table}`,
  proven: (identities, tables) =>
    `${tal(identities, 'identitet', 'identiteter')} mellem ${tal(tables, 'tabel', 'tabeller')} holder`,
  recounted: (cells) => `${tal(cells, 'celle', 'celler')} talt igen i SQL stemmer`,
  broken: (n) => `${tal(n, 'identitet', 'identiteter')} er brudt`,
  findings: (errors, warnings, notes) =>
    errors + warnings + notes === 0
      ? 'Der er intet fundet imod den.'
      : `Fundet: ${tal(errors, 'fejl', 'fejl')}, ${tal(warnings, 'advarsel', 'advarsler')}, ${tal(notes, 'bemærkning', 'bemærkninger')}.`,
  wrote: (files, folder) => `Skrev ${tal(files, 'fil', 'filer')} i ${folder}`,
  lookAt: 'Se',
  demoData: 'Syntetiske data: ingen af personerne findes.',
  profileSound: (files) => `Profilen er i orden (${tal(files, 'fil', 'filer')}).`,
  profileFaults: (n) => `Profilen har ${tal(n, 'fejl', 'fejl')}:`,
  added: (kind, fact, record) => `Registrerede ${kind} som oplysning ${fact} om ${record}.`,
  ask: (field, required, known) => `${field}${required ? '' : ' (kan udelades)'}${known === '' ? '' : ` [${known}]`}:`,
  person: (record) => `Person ${record}`,
  reasons: {
    counted: (period) => `${period}: tæller`,
    'held-back': (period) => `${period}: holdt tilbage, indtil kontoret har svaret`,
    'no-assessment-in-period': (period) => `${period}: tæller ikke, intet er afgjort`,
    'no-positive-assessment': (period) => `${period}: tæller ikke, ingen afgørelse var positiv`,
    'no-standing-assessment': (period) =>
      `${period}: tæller ikke, afgørelsen er trukket tilbage eller omgjort som en fejl`,
  },
  byFact: (fact, on) => `ved oplysning ${fact} af ${on}`,
  rules: 'regler',
  repetition: 'genganger',
  laterReversed: 'senere omgjort',
  facts: 'Oplysninger',
  withdrawn: 'trukket tilbage',
  noQuestions: (period) => `Ingen åbne spørgsmål om ${period}.`,
  questions: (n, period) => `${tal(n, 'åbent spørgsmål', 'åbne spørgsmål')} om ${period}:`,
  eraseSure: (record) => `Slet identiteten for ${record}? Det kan ikke fortrydes. Skriv journalnummeret igen:`,
  erased: (record) => `Identiteten for ${record} er slettet, med nøgle og søgeord. Det, der tæller, består.`,
  notErased: 'Intet er slettet.',
};
