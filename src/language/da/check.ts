/** Hvad der siges om en tekst, hvis tal er efterprøvet, på dansk. */
import type {CheckRefusal} from '#concepts/check-refusal';
import type {CheckWords} from '#language/check-words';
import type {RefusalWords} from '#language/refusal-words';

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

export const check: CheckWords = {
  summary: (file, claims, held, failed, unverified) =>
    `${file}: ${claims} ${claims === 1 ? 'påstand' : 'påstande'}: ${held} holder, ${failed} holder ikke, ${unverified} kan ikke efterprøves.`,
  against: {
    nothing: 'Kun efterprøvet indbyrdes: giv --dir eller --against for at holde dem op imod tal.',
    tables: (tables) => `Holdt op imod ${tables} ${tables === 1 ? 'tabel' : 'tabeller'}.`,
    internal: (year) =>
      `Holdt op imod det interne register for ${year}: hvad der står her, er ikke til offentliggørelse.`,
    public: (year) => `Holdt op imod det, en offentlig udgave for ${year} viser.`,
  },
  right: (value) => `skulle være ${value}`,
  untested: 'Ikke efterprøvet',
  why: {
    change: (from, to) => `ændringen fra ${from} til ${to}, af ${from}`,
    ratio: (from, to, times) => `${to} er ${times} gange ${from}`,
    share: (part, whole, percent) => `${part} af ${whole} er ${percent}`,
    aboveWhole: (part, whole) => `en del, ${part}, er større end sin helhed, ${whole}`,
    parts: (sum, total, whole, rest) =>
      rest === 0
        ? `${sum} = ${total}`
        : `${sum} = ${total}, ikke ${whole}: ${Math.abs(rest)} ${rest > 0 ? 'er ikke nævnt' : 'for meget'}`,
    percents: (sum) => `delene er ${sum} tilsammen, ikke 100 pct.`,
    tableSum: (sum, printed) => (sum === printed ? `rækkerne giver ${sum}` : `rækkerne giver ${sum}, ikke ${printed}`),
    known: (table, cell, value) => `»${table}« har ${value}${cell === '' ? '' : ` for ${cell}`}`,
    largest: (table, label, value) => `i »${table}« er den største ${label} med ${value}`,
    sumOfYears: (sum, distinct, table) =>
      distinct === undefined
        ? `${sum} er præcis årene i »${table}« lagt sammen: den, der er talt i flere år, er med flere gange`
        : `årene i »${table}« giver lagt sammen ${sum}, som er ${distinct} forskellige personer`,
    own: (sentence) => `opgørelsen selv siger: »${sentence}«`,
    nothing: 'intet af det givne siger, hvad det skulle være',
  },
};

export const checkRefusals: Pick<RefusalWords, CheckRefusal['reason']> = {
  'text-too-large': ({file, limit}) => ({
    what: `${file} er større, eller pakker ud til mere, end ${megabytes(limit)}.`,
    remedy: 'Se efter, om det er den rigtige fil; giv en lang tekst i flere dele.',
  }),
  'text-not-readable': ({file, fault}) => ({
    what: fault === 'encrypted' ? `${file} er låst med en adgangskode.` : `${file} er beskadiget og kan ikke åbnes.`,
    remedy: fault === 'encrypted' ? 'Gem den uden adgangskode.' : 'Hent den igen, eller gem den på ny.',
  }),
  'text-without-words': ({file, scanned}) => ({
    what: scanned
      ? `${file} har sider, men ingen tekst: de er billeder, som en skanner laver dem.`
      : `Der er ingen tekst i ${file}.`,
    remedy: scanned
      ? 'Få teksten genkendt først, eller find den fil, der blev printet.'
      : 'Se efter, om det er den rigtige fil.',
  }),
};
