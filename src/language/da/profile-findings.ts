import type {Facts, ProfileRule} from '#concepts/finding';
import {expectedInWords} from '#language/expected-words';
import type {WordsFor} from '#language/finding-words';

export const profileFindings: WordsFor<ProfileRule> = {
  'profile-file-missing': ({file}) => ({
    what: `${file} mangler.`,
    remedy: `Skriv ${file}; profiles/denmark har en at begynde med.`,
  }),
  'profile-file-strange': ({file, nearest}) => ({
    what: `${file} hører ikke til i en profil og ville blive sprunget over.`,
    remedy: nearest ? `Omdøb den til ${nearest}, eller flyt den.` : 'Flyt den.',
  }),
  'file-too-large': ({file, limit}) => ({
    what: `${file} er større end ${limit} byte.`,
    remedy: 'En profil rummer kun definitioner: Se efter, om en anden fil er lagt i dens sted.',
  }),
  'not-utf-8': (facts) => ({what: `${at(facts)}: ikke UTF-8.`, remedy: 'Gem filen som UTF-8.'}),
  'yaml-unreadable': (facts) => ({
    what: `${at(facts)}: kan ikke læses som YAML (${facts.why}).`,
    remedy: 'Se på indrykning, kolon og anførselstegn på denne linje og den ovenfor.',
  }),
  'yaml-alias': (facts) => ({
    what: `${at(facts)}: Ankre (&) og henvisninger (*) bruges ikke i en profil.`,
    remedy: 'Skriv definitionen ud, hvor den skal bruges; sæt anførselstegn om tekst, der begynder med & eller *.',
  }),
  'unknown-key': (facts) => ({
    what: `${at(facts)}: Nøglen »${facts.key}« findes ikke.`,
    remedy: facts.nearest ? `Er »${facts.nearest}« ment?` : `Her kendes: ${listed(facts.known)}.`,
  }),
  'missing-key': (facts) => ({
    what: `${at(facts)}: »${facts.key}« mangler eller er tom.`,
    remedy: 'Giv den en værdi.',
  }),
  'wrong-value': (facts) => ({
    what: `${at(facts)}: ${facts.key === '' ? 'filen' : `»${facts.key}«`} har en værdi, den ikke kan have.`,
    remedy: `Ventet: ${expectedInWords(`${facts.expected}`, TYPES) || 'en anden værdi; docs/method viser hvilken'}.`,
  }),
  'missing-label': (facts) => ({
    what: `${at(facts)}: Betegnelsen »${facts.key}« mangler.`,
    remedy: 'Skriv den på både dansk og engelsk.',
  }),
  'without-source': (facts) => ({
    what: `${at(facts)}: ingen kilde.`,
    remedy: 'Sig, hvor definitionen kommer fra: source: {title: …, at: …}.',
  }),
  'column-missing': (facts) => ({
    what: `${at(facts)}: Kolonnen »${facts.column}« mangler.`,
    remedy: 'Føj den til første linje, adskilt med komma; dens felter må være tomme.',
  }),
  'column-strange': (facts) => ({
    what: `${at(facts)}: Kolonnen »${facts.column}« er ukendt, er der to gange eller har et navn med andre tegn end a–z, 0–9 og -.`,
    remedy: facts.nearest ? `Er »${facts.nearest}« ment?` : 'Omdøb eller fjern den.',
  }),
  'row-uneven': (facts) => ({
    what: `${at(facts)}: ${facts.cells} felter under ${facts.columns} kolonner.`,
    remedy: 'Sæt anførselstegn om et felt med komma i, og behold tomme felters kommaer.',
  }),
  'bad-date': (facts) => ({
    what: `${at(facts)}: »${facts.key}« er ingen dag eller noget år, der findes.`,
    remedy: 'Skriv et år (2013) eller en dag (2013-07-01).',
  }),
  'bad-day': (facts) => ({
    what: `${at(facts)}: »${facts.value}« er ingen dag, der findes.`,
    remedy: 'Skriv dagen, f.eks. 2013-07-01.',
  }),
  'decided-by-one': (facts) => ({
    what: `${at(facts)}: den, der har besluttet det, har også godkendt det.`,
    remedy: 'Lad en anden beslutte det med, og skriv vedkommende under »approved-by«.',
  }),
  'date-order': (facts) => ({what: `${at(facts)}: slutter, før det begynder.`, remedy: 'Ret en af de to datoer.'}),
  'code-characters': (facts) => ({
    what: `${at(facts)}: »${facts.value ?? facts.key}« kan ikke være en kode.`,
    remedy: 'Brug bogstaverne a–z, cifre og enkelte bindestreger.',
  }),
  'code-reserved': (facts) => ({
    what: `${at(facts)}: Koden »${facts.code}« er forbeholdt programmet.`,
    remedy: `Vælg en anden; forbeholdt er ${listed(facts.reserved)}.`,
  }),
  'unknown-code': (facts) => ({
    what: `${at(facts)}: Koden »${facts.code}« findes ikke i ${facts.list}.`,
    remedy: facts.nearest ? `Er »${facts.nearest}« ment? Tilføj ellers en række.` : `Føj en række til ${facts.list}.`,
  }),
  'unknown-row-missing': ({file}) => ({
    what: `${file} har ingen række »unknown« uden slutdato.`,
    remedy: 'Tilføj den: Det, en kilde ikke sagde, er altid en kategori.',
  }),
  'code-at-other-level': (facts) => ({
    what: `${at(facts)}: Fra ${facts.from} læser ${facts.concept} koden ${facts.code} som en anden: Tabellen tæller den da ikke med.`,
    remedy: 'Nævn også den kode, den hører under, i tabellens `universe`, eller tag koden ud.',
  }),
  'overlapping-validity': (facts) => ({
    what: `${at(facts)}: »${facts.code}« gælder også samme dag ifølge linje ${facts['other-line']}.`,
    remedy: 'Lad den ene slutte dagen eller året før, den anden begynder.',
  }),
  'validity-gap': (facts) => ({
    what: `${at(facts)}: »${facts.code}« står ingen steder i listen fra ${facts.from} til ${facts.to}; den, der har koden da, ville være uoplyst.`,
    remedy: 'Lad den tidligere række gælde, til den senere begynder; en kode med en anden betydning får et andet navn.',
  }),
  'parent-not-in-force': (facts) => ({
    what: `${at(facts)}: Overkoden »${facts.parent}« gælder ikke så længe som »${facts.code}«.`,
    remedy: 'Ret datoerne på en af dem, eller del rækken i to.',
  }),
  'code-cycle': (facts) => ({
    what: `${at(facts)}: En kode er sin egen overkode: ${listed(facts.codes, ' → ')}.`,
    remedy: 'Fjern eller ret en af overkoderne.',
  }),
  'age-bands-overlap': (facts) => ({
    what: `${at(facts)}: Aldrene i »${facts.code}« og »${facts.other}« overlapper, eller den mindste er over den største.`,
    remedy: 'Ret min og max; begge er med.',
  }),
  'duplicate-id': (facts) => ({
    what: `${at(facts)}: »${facts.id}« er allerede navnet i ${facts['other-file']}, linje ${facts['other-line']}.`,
    remedy: 'Omdøb eller fjern en af dem.',
  }),
  'list-without-concept': ({file, list}) => ({
    what: `${file}: Intet begreb hedder »${list}«, så listen har ikke noget navn.`,
    remedy: `Føj et med id: ${list} til concepts.yaml, eller fjern listen.`,
  }),
  'no-such-code-list': (facts) => notThere(facts, 'Kodelisten', 'codelists/'),
  'no-such-concept': (facts) => notThere(facts, 'Begrebet', 'concepts.yaml'),
  'no-such-unit': (facts) => notThere(facts, 'Enheden', 'profile.yaml'),
  'no-such-table-published': (facts) => notThere(facts, 'Tabellen', 'tables.yaml'),
  'no-such-table-noted': (facts) => notThere(facts, 'Tabellen', 'tables.yaml'),
  'rolled-up-multiple': (facts) => ({
    what: `${at(facts)}: en person kan have flere koder af “${facts.concept}”, så de kan ikke lægges sammen til én.`,
    remedy: 'Slå koder sammen for et begreb, som en person har én kode af.',
  }),
  'noise-without-table': (facts) => ({
    what: `${at(facts)}: et lille antal kan ikke flyttes tilfældigt med så lille en varians.`,
    remedy: 'Hæv »variance« eller »most«, eller sænk »no-result-up-to«.',
  }),
  'rolled-up-into-code': (facts) => ({
    what: `${at(facts)}: “${facts.code}” er allerede en kode på listen ${facts.list}.`,
    remedy: 'Giv det, der slås sammen, en kode for sig.',
  }),
  'no-such-table-revised': (facts) => notThere(facts, 'Tabellen', 'tables.yaml'),
  'chart-without-editions': (facts) => ({
    what: `${at(facts)}: Tabellen »${facts.table}« går ikke over år og udgaver, så der er ingen første og seneste tal at tegne.`,
    remedy: 'Vælg diagrammet bar, column eller none, eller lad dimensions være [year, edition].',
  }),
  'note-beside-table': (facts) => ({
    what: `${at(facts)}: Tabellen »${facts.table}« er ikke opdelt efter »${facts.name}«, så noten kommer ikke til at stå noget sted.`,
    remedy: `Vælg et af tabellens begreber: ${listed(facts.known)}.`,
  }),
  'figure-in-note': (facts) => ({
    what: `${at(facts)}: Noten siger »${facts.text}«; en note er ikke bundet til nogen celle og kan ikke følge med tallene.`,
    remedy: `Skriv det i teksten, hvor det bindes, eller lad vendingen igennem i ${facts.words} under allowed.`,
  }),
  'text-in-one-language': (facts) => ({
    what: `${at(facts)}: Afsnittet »${facts.section}« siger noget, der mangler på det andet sprog (${facts.other}).`,
    remedy: 'Skriv de samme sætninger på begge sprog i de samme afsnit.',
  }),
  'profile-without-text': ({file}) => ({
    what: `${file} rummer ingen tekst: Der bliver tabeller og ingen opgørelse.`,
    remedy: 'Skriv statement/da.md og statement/en.md med hver sin words.<sprog>.yaml.',
  }),
  'no-such-column-linked': (facts) => ({
    what: `${at(facts)}: der kendes ikke noget om en person, som hedder »${facts.name}«.`,
    remedy: facts.nearest ? `Menes »${facts.nearest}«?` : `Kendt er: ${listed(facts.known)}.`,
  }),
  'thresholds-out-of-order': (facts) => ({
    what: `${at(facts)}: par skal ses efter fra ${facts.review} og kædes sammen fra ${facts.link}, så ingen ville blive set efter.`,
    remedy: 'Lad review være mindre end link.',
  }),
  'layout-no-such-field': (facts) => notThere(facts, 'Feltet', 'columns'),
  'layout-no-such-heading': (facts) => notThere(facts, 'Overskriften', 'columns'),
  'layout-no-such-member': (facts) => ({
    what: `${at(facts)}: Den slags oplysning har ikke noget »${facts.name}«.`,
    remedy: facts.nearest ? `Er »${facts.nearest}« ment?` : `Den har: ${listed(facts.known)}.`,
  }),
  'layout-named-twice': (facts) => ({
    what: `${at(facts)}: To kolonner er fælles om »${facts.name}«.`,
    remedy: 'Giv hver kolonne sin egen overskrift og sit eget felt.',
  }),
  'layout-member-missing': (facts) => ({
    what: `${at(facts)}: Den slags oplysning skal have »${facts.name}«.`,
    remedy: 'Sæt det fra et felt ($felt) eller til en fast værdi.',
  }),
  'layout-fact-without-codes': (facts) => ({
    what: `${at(facts)}: En oplysning af slagsen »${facts.name}« bærer ingen koder.`,
    remedy: 'Flyt koderne til contact, assessment, exploitation eller characteristics.',
  }),
  'layout-not-a-pattern': (facts) => ({
    what: `${at(facts)}: »${facts.key}« er ikke et regulært udtryk.`,
    remedy: 'Se på parenteser og omvendte skråstreger.',
  }),
};

const at = ({file, line}: Facts) => (line === 0 ? `${file}` : `${file}, linje ${line}`);

const TYPES = {
  string: 'tekst',
  number: 'et tal',
  int: 'et helt tal',
  boolean: 'true | false',
  object: '{nøgle: værdi}',
  record: '{nøgle: værdi}',
  array: '[en liste]',
} as const;

const listed = (value: Facts[string] | undefined, between = ', ') =>
  typeof value === 'object' ? value.join(between) : `${value ?? ''}`;

const notThere = (facts: Facts, kind: string, place: string) => ({
  what: `${at(facts)}: ${kind} »${facts.name}« findes ikke.`,
  remedy: facts.nearest
    ? `Er »${facts.nearest}« ment?`
    : `Tilføj i ${place}, eller vælg blandt: ${listed(facts.known)}.`,
});
