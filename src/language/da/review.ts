/** Hvad der siges til den, der ser par efter, på dansk. */
import type {ReviewWords} from '#language/review-words';
import {quality} from './quality.ts';

const n = (number: number) => number.toLocaleString('da');
const counted = (what: string, [before, after]: readonly [number, number]) =>
  before === after ? `${what} ${n(before)}` : `${what} ${n(before)} → ${n(after)}`;

export const review: ReviewWords = {
  found: ({records, asked, decided, dropped}) =>
    `${n(records)} journalnumre sammenlignet: ${n(asked)} par skal ses efter, ${n(decided)} afgjort af reglen, ${n(dropped)} ligner ikke længere.`,
  sampled: ({drawn, of, undecided}) =>
    `${n(drawn)} af ${n(of)} par, der er for usandsynlige til at blive fremlagt, er udtrukket; ${n(undecided)} af dem venter på en afgørelse.`,
  quality,
  notWritten: 'Intet er skrevet.',
  waiting: (pairs) => `${n(pairs)} par venter, det, der flytter tallene mest, først.`,
  none: 'Ingen par venter.',
  head: (at, of) => `Par ${n(at)} af ${n(of)}`,
  parts: {
    first: 'første gang',
    second: 'anden sagsbehandler',
    adjudication: 'to er uenige',
    're-review': 'spurgt igen',
  },
  again: 'holdt adskilt før; der vides mere nu',
  weight: (bits, probability) => `${bits} bit, p ${probability}`,
  rows: {name: 'navn', alias: 'andre navne', born: 'født', phone: 'telefon', decided: 'afgjort'},
  levels: new Map([
    ['exact', 'ens'],
    ['variant', 'stavet anderledes'],
    ['contained', 'det ene i det andet'],
    ['close', 'tæt på'],
    ['resembling', 'ligner'],
    ['part', 'et ord af det'],
    ['one-word', 'ét ord fælles'],
    ['first-of-january', 'samme 1. januar'],
    ['swapped', 'dag og måned byttet'],
    ['one-digit', 'ét ciffer er andet'],
    ['near', 'nær'],
    ['month-only', 'samme måned, ingen dag'],
    ['year-only', 'samme år, ikke mere'],
    ['two-digits', 'to cifre er andre'],
    ['assessed', 'inden for en vurdering'],
    ['within-a-year', 'inden for et år'],
    ['within-ten-years', 'inden for ti år'],
    ['one-character', 'ét bogstav er andet'],
    ['same-start', 'samme begyndelse'],
    ['nearly', 'næsten ens'],
    ['most-words', 'de fleste ord ens'],
    ['similar', 'ligner noget'],
    ['else', 'forskelligt'],
  ]),
  assessed: 'vurderet',
  forAndAgainst: 'For █ og imod ▒ (bit)',
  rest: 'felter, der følges ad',
  nothing: 'Den ene har intet at sammenligne.',
  hidden: 'Navne og numre vises kun på en terminal.',
  line: (on, other, bits, part, moves) => `  ${on}  ${other}  ${bits}  ${part}; ${moves}`,
  verdicts: {
    returning: 'samme person, genganger',
    'same-incident': 'samme forhold, henvist igen',
    'filed-twice': 'registreret to gange',
    different: 'forskellige personer',
  },
  moves: (year, persons, repeats) => `${year}: ${counted('personer', persons)}, ${counted('gengangere', repeats)}`,
  movesNothing: 'flytter intet tal',
  openRule: 'Indtil det er afgjort, tælles de som to personer.',
  settlesNothing: 'Det er afgjort før; svaret siger, hvor enige man er, og afgør intet.',
  keys: 'r i f d  afgør    s  spring over    u  fortryd    ?  hjælp    q  slut',
  help: [
    'r  samme person, genganger: én person; en afgørelse i en senere periode er en genganger',
    'i  samme forhold: den senere afgørelse ser på de samme hændelser: ingen ny person, ingen genganger',
    'f  registreret to gange: den senere post er den samme afgørelse og tæller ikke',
    'd  forskellige personer: de holdes adskilt, også hvor sammenligningen ville samle dem',
    's  spring over: parret venter til næste gang',
    'u  fortryd: tager det seneste svar i denne omgang tilbage; registeret beholder begge',
    'q  slut: det, der er svaret, er gemt',
    'Hvert svar kræver en begrundelse. En tom går tilbage til parret.',
  ],
  reason: (verdict) => `Hvorfor »${verdict}«?`,
  noReason: 'Intet er afgjort.',
  anyKey: 'En tast går videre.',
  decidedBefore: ({on, by, verdict, reason}) => `Afgjort den ${on} af ${by}: ${verdict} (${reason}).`,
  recorded: (verdict) => `Afgjort: ${verdict}.`,
  notYet: 'Gemt. Parret venter nu på en anden sagsbehandler.',
  undone: (pair) => `Taget tilbage: ${pair}.`,
  nothingToUndo: 'Intet fra denne omgang at tage tilbage.',
  finished: (answered, left) => `${n(answered)} besvaret, ${n(left)} tilbage.`,
  agreement: ({pairs, agreed, kappa, interval}) => {
    const how =
      interval === undefined
        ? 'intet interval: for få par, eller alle ens'
        : `95 pct.: ${interval[0]} til ${interval[1]}`;
    const said =
      kappa === undefined
        ? '; Cohens κ er ikke defineret, da tilfældet alene ville være enigt'
        : `; Cohens κ ${kappa} (${how})`;
    return `${n(pairs)} par er besvaret to gange, ${n(agreed)} ens${said}.`;
  },
};
