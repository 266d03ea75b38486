/** What is said to whoever decides who is the same person, in English. */
import type {IdentityWords} from '#language/identity-words';

const n = (number: number) => number.toLocaleString('en');
const moved = (what: string, [before, after]: readonly [number, number]) =>
  before === after ? `${what} ${n(before)}` : `${what} ${n(before)} → ${n(after)}`;

export const identities: IdentityWords = {
  head: (on, other, verdict) => `${on} and ${other}: ${verdict}`,
  takeBack: 'what was decided is taken back',
  before: (verdict) => `Decided before: ${verdict}. It is taken back.`,
  moves: (year, persons, repeats) => `  ${year}: ${moved('persons', persons)}, ${moved('repeats', repeats)}`,
  movesNothing: '  moves no figure',
  sure: 'Record it? (yes)',
  recorded: 'Recorded. It can be taken back: --take-back.',
  takenBack: 'Recorded: what was decided no longer stands. The register keeps both.',
  stands: 'That stands already. Nothing was recorded.',
  notRecorded: 'Nothing was recorded.',
};
