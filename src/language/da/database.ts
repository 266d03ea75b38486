/** Hvad der siges om et register på en databaseserver, på dansk. */
import type {DatabaseRefusal} from '#concepts/database-refusal';
import type {DatabaseWords} from '#language/database-words';
import {daysShown} from '#language/days';
import type {RefusalWords, Said} from '#language/refusal-words';

type Why<R extends DatabaseRefusal['reason']> = Extract<DatabaseRefusal, {reason: R; why: string}>['why'];

export const database: DatabaseWords = {
  moved: (from, to) => `Registret er kopieret fra ${from} til ${to}.`,
  wasThere: (from, to) => `Registret var allerede kopieret fra ${from} til ${to}.`,
  rehearsed: (from, to) =>
    `Prøve: registret blev kopieret fra ${from} til ${to}, sammenlignet og taget tilbage. Intet er ændret.`,
  table: 'tabel',
  rows: 'rækker',
  digest: 'SHA-256 af rækkerne i orden, i begge',
  proven: (tables, rows) =>
    `Læst igen fra begge: ${tables} tabeller, ${rows.toLocaleString('da')} rækker, ens række for række.`,
  usedNow: (to) => `Arbejdsområdet bruger herefter registret i ${to}.`,
  stays: (from) =>
    `Det tidligere register i ${from} er, som det var, med alle personer i. Slet det, når du er sikker: den, der herefter slettes af registret, står der endnu.`,
  notErasedIn: (from) =>
    `I det tidligere register i ${from} står personen endnu: det blev registret flyttet fra. Slet filen, når du er sikker på, at registret er, hvor det skal være.`,
};

const NOT_REACHED: Readonly<Record<Why<'database-not-reached'>, (where: string) => Said>> = {
  'not-an-address': (where) => ({
    what: `${where} er ikke en adresse på en PostgreSQL-database.`,
    remedy: 'Sæt DATABASE_URL til postgresql://BRUGER@VÆRT:PORT/DATABASE. Intet er skrevet.',
  }),
  'no-answer': (where) => ({
    what: `Databasen ${where} svarer ikke.`,
    remedy:
      'Se efter, at serveren kører, og at adressen og porten er rigtige; prøv så igen. Det, der er kvitteret for, er der; intet nyt er skrevet.',
  }),
  'no-such-host': (where) => ({
    what: `Ingen maskine hedder det, der står i ${where}.`,
    remedy: 'Ret DATABASE_URL, eller se efter, at netværket er der.',
  }),
  'not-let-in': (where) => ({
    what: `Databasen ${where} lukker ikke denne bruger ind.`,
    remedy:
      'Ret bruger eller adgangskode i DATABASE_URL, PGPASSWORD eller .pgpass, eller bed den, der passer serveren, om adgang.',
  }),
  'no-such-database': (where) => ({
    what: `Databasen ${where} findes ikke på serveren.`,
    remedy: 'Ret navnet i DATABASE_URL, eller opret databasen med `createdb`.',
  }),
  'too-many': (where) => ({
    what: `Serveren for ${where} har ikke plads til flere forbindelser.`,
    remedy: 'Vent lidt og prøv igen, eller bed den, der passer serveren, om at hæve max_connections.',
  }),
  starting: (where) => ({
    what: `Serveren for ${where} er ved at starte eller at lukke.`,
    remedy: 'Vent et øjeblik og prøv igen. Det, der er kvitteret for, er der.',
  }),
  'not-encrypted': (where) => ({
    what: `Vejen til ${where} er ikke krypteret, eller serverens certifikat er ikke til at stole på.`,
    remedy:
      'Skriv ?sslmode=verify-full i DATABASE_URL og giv serveren et gyldigt certifikat (sslrootcert=FIL for kontorets eget). Kun på et lukket net: sslmode=disable.',
  }),
};

const NOT_USABLE: Readonly<Record<Why<'database-not-usable'>, (where: string) => Said>> = {
  'another-program': (where) => ({
    what: `I databasen ${where} har et andet program tabeller under navnet opgor.`,
    remedy: 'Nævn en anden database i DATABASE_URL. Denne er ikke rørt.',
  }),
  'tables-differ': (where) => ({
    what: `Tabellerne i ${where} er ikke, som et register har dem: noget er ændret i dem.`,
    remedy: 'Gendan databasen fra en kopi fra før ændringen. Den er ikke rørt.',
  }),
  'no-register': (where) => ({
    what: `I databasen ${where} er der intet register.`,
    remedy: 'Flyt arbejdsområdets register dertil med `opgor move --to postgres`, eller ret DATABASE_URL.',
  }),
  'another-workspace': (where) => ({
    what: `Registret i ${where} hører til et andet arbejdsområde.`,
    remedy: 'Ret DATABASE_URL: hvert arbejdsområde har sin egen database.',
  }),
  'holds-register': (where) => ({
    what: `Databasen ${where} har allerede et register.`,
    remedy:
      'Nævn en tom database i DATABASE_URL. Skal det register, der er der, væk, gøres det på serveren: DROP SCHEMA opgor CASCADE.',
  }),
  'too-old': (where) => ({
    what: `Serveren for ${where} er ældre end PostgreSQL 15.`,
    remedy: 'Brug en server med PostgreSQL 15 eller nyere. Intet er skrevet.',
  }),
  'not-utf8': (where) => ({
    what: `Databasen ${where} har et andet tegnsæt end UTF-8.`,
    remedy: 'Opret den med `createdb --encoding=UTF8 --template=template0`.',
  }),
  'not-durable': (where) => ({
    what: `Serveren for ${where} er sat til ikke at skrive på disken, før den svarer (fsync = off).`,
    remedy:
      'Sæt fsync = on i serverens postgresql.conf: ellers kan det, der er kvitteret for, gå tabt. Intet er skrevet.',
  }),
  'not-permitted': (where) => ({
    what: `Brugeren må ikke det i ${where}, som et register kræver.`,
    remedy:
      'Lad den bruger, der ejer databasen, oprette registret, eller giv retten: GRANT CREATE ON DATABASE. Intet er skrevet.',
  }),
  'read-only': (where) => ({
    what: `Databasen ${where} kan kun læses: den er en kopi, eller serveren er sat til det.`,
    remedy: 'Nævn den server, der skrives på, i DATABASE_URL. Intet er skrevet.',
  }),
  full: (where) => ({
    what: `Serveren for ${where} har ikke plads på disken eller i hukommelsen.`,
    remedy:
      'Bed den, der passer serveren, om plads, og gør det igen. Intet af dette er skrevet; det, der var der før, er helt.',
  }),
  busy: (where) => ({
    what: `En anden skriver i registret i ${where} og er ikke færdig.`,
    remedy: 'Vent til det er gjort, og prøv igen. Intet af dit er skrevet.',
  }),
  'not-cleared': (where) => ({
    what: `Personen er slettet af registret i ${where}, men det slettede ligger endnu på serverens disk.`,
    remedy: 'Kør `VACUUM FULL` i databasen som den, der ejer tabellerne; næste sletning gør det også.',
  }),
};

export const databaseRefusals: Pick<RefusalWords, DatabaseRefusal['reason']> = {
  'database-not-reached': ({where, why}) => NOT_REACHED[why](where),
  'database-not-usable': ({where, why}) => NOT_USABLE[why](where),
  'database-newer': ({where, version}) => ({
    what: `Registret i ${where} er lavet af en nyere udgave af opgor (tabellernes version ${version}).`,
    remedy: 'Brug den nyere udgave. Databasen er ikke rørt.',
  }),
  'database-gone': ({where, written}) =>
    written === 'nothing'
      ? {
          what: `Forbindelsen til ${where} blev afbrudt midt i arbejdet. Intet af det er skrevet; det, der er kvitteret for, er der.`,
          remedy: 'Gør det igen, når serveren svarer.',
        }
      : {
          what: `Forbindelsen til ${where} blev afbrudt, mens der blev gemt, og serveren er ikke vendt tilbage. Om det er skrevet, kan først ses, når den gør.`,
          remedy: 'Se efter, om det er der, før det gøres igen.',
        },
  'changed-meanwhile': ({last}) => ({
    what:
      last === undefined
        ? 'Mens du arbejdede, har en anden haft udgivelser, nøgler eller profil under arbejde. Intet af dit er skrevet.'
        : `Mens du arbejdede, har ${last.by} skrevet i registret (${last.source}, ${daysShown(last.at, 'da')}). Det, du så, kan være et andet nu. Intet af dit er skrevet.`,
    remedy: 'Se det igennem, som det er nu, og gør det igen.',
  }),
  'register-in-database': ({path}) => ({
    what: `Arbejdsområdet ${path} har sit register i en database, og ingen har sagt hvilken.`,
    remedy: 'Sæt DATABASE_URL til databasens adresse.',
  }),
  'register-in-file': ({path}) => ({
    what: `DATABASE_URL nævner en database, men arbejdsområdet ${path} har sit register i en fil.`,
    remedy: 'Flyt registret med `opgor move --to postgres`, eller fjern DATABASE_URL.',
  }),
  'left-to-database': ({command}) => ({
    what: 'Registret er i en database, og den sikkerhedskopieres af sine egne værktøjer, ikke af opgor.',
    remedy: `Kør \`${command}\`, og tag en kopi af arbejdsområdets mappe: profil, udgivelser og journal ligger der.`,
  }),
  'target-not-empty': ({where, rows}) => ({
    what: `I ${where} er der allerede et register, og det er et andet: ${rows.toLocaleString('da')} rækker. Intet er skrevet.`,
    remedy: 'Flyt til en tom database, eller giv filen et andet navn først.',
  }),
  'already-there': ({where}) => ({
    what: `Arbejdsområdets register er allerede i ${where}.`,
    remedy: 'Der er intet at flytte.',
  }),
  'copies-differ': ({where, tables}) => ({
    what: `Kopien i ${where} blev ikke som registret: ${tables.join(', ')}. Den er taget tilbage.`,
    remedy: 'Gør det igen; sker det igen, er en disk eller en hukommelse i stykker. Registret er, som det var.',
  }),
};
