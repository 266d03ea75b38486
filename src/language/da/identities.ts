/** Hvad der siges til den, der afgør, hvem der er samme person, på dansk. */
import type {IdentityWords} from '#language/identity-words';

const n = (number: number) => number.toLocaleString('da');
const moved = (what: string, [before, after]: readonly [number, number]) =>
  before === after ? `${what} ${n(before)}` : `${what} ${n(before)} → ${n(after)}`;

export const identities: IdentityWords = {
  head: (on, other, verdict) => `${on} og ${other}: ${verdict}`,
  takeBack: 'det, der var afgjort, tages tilbage',
  before: (verdict) => `Afgjort før: ${verdict}. Det tages tilbage.`,
  moves: (year, persons, repeats) => `  ${year}: ${moved('personer', persons)}, ${moved('gengangere', repeats)}`,
  movesNothing: '  flytter intet tal',
  sure: 'Skal det registreres? (ja)',
  recorded: 'Registreret. Det kan tages tilbage: --take-back.',
  takenBack: 'Registreret: det, der var afgjort, gælder ikke længere. Registret beholder begge dele.',
  stands: 'Det gælder allerede. Intet er registreret.',
  notRecorded: 'Intet er registreret.',
};
