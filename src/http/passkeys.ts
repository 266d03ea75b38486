/**
 * Passkeys (WebAuthn level 2): what a browser is asked to make or to show, and whether what it answers is true. A challenge is asked
 * once, lives five minutes, and is gone when it is answered, well or badly.
 */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type {Instant} from '#kit/instant';
import type {Account, Passkey} from '#production/team';

export class Challenges {
  readonly #now: () => number;
  readonly #asked = new Map<string, {readonly challenge: string; readonly until: number}>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** `who`: whom it was asked; a later question takes the place of an earlier one. */
  ask(who: string, challenge: string): void {
    if (this.#asked.size >= MOST) this.#asked.clear();
    this.#asked.set(who, {challenge, until: this.#now() + LIFE_MS});
  }

  take(who: string): string | undefined {
    const asked = this.#asked.get(who);
    this.#asked.delete(who);
    const left = (asked?.until ?? 0) - this.#now();
    return left > 0 && left <= LIFE_MS ? asked?.challenge : undefined;
  }
}

const LIFE_MS = 5 * 60_000;
/** Strangers may ask: what they ask is not kept without end. */
const MOST = 1000;

/** To make one for this account. */
export const creationOptions = ({id, name, passkeys}: Account, origin: string) =>
  generateRegistrationOptions({
    rpName: 'Opgør',
    rpID: new URL(origin).hostname,
    userName: name,
    userID: Uint8Array.from(Buffer.from(id)),
    attestationType: 'none',
    excludeCredentials: passkeys.map((one) => ({id: one.id})),
    authenticatorSelection: {residentKey: 'required', userVerification: 'required'},
  });

/** Undefined where the answer is not to the challenge, from elsewhere, or without its owner having been asked. */
export async function madePasskey(
  response: unknown,
  challenge: string,
  origin: string,
  name: string,
  addedAt: Instant,
): Promise<Passkey | undefined> {
  if (!isRegistration(response)) return undefined;
  try {
    const {verified, registrationInfo} = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
    });
    if (!verified) return undefined;
    const {id, publicKey, counter} = registrationInfo.credential;
    return {id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, name, addedAt};
  } catch {
    // The library tells what is wrong by throwing; to whoever asks it is all the same.
    return undefined;
  }
}

/** To show one, of whichever account. */
export const requestOptions = (origin: string) =>
  generateAuthenticationOptions({rpID: new URL(origin).hostname, userVerification: 'required'});

export interface Shown {
  readonly account: Account;
  /** Its passkeys, the shown one counted on. */
  readonly passkeys: readonly Passkey[];
}

/** Whose it is; undefined where it is nobody's or not shown truly. */
export async function shownPasskey(
  response: unknown,
  challenge: string,
  origin: string,
  accounts: readonly Account[],
): Promise<Shown | undefined> {
  if (!isAuthentication(response)) return undefined;
  const account = accounts.find(({passkeys}) => passkeys.some(({id}) => id === response.id));
  const known = account?.passkeys.find(({id}) => id === response.id);
  if (account === undefined || known === undefined) return undefined;
  try {
    const {verified, authenticationInfo} = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      credential: {
        id: known.id,
        publicKey: Uint8Array.from(Buffer.from(known.publicKey, 'base64url')),
        counter: known.counter,
      },
      requireUserVerification: true,
    });
    if (!verified) return undefined;
    const counted = {...known, counter: authenticationInfo.newCounter};
    return {account, passkeys: account.passkeys.map((one) => (one === known ? counted : one))};
  } catch {
    return undefined;
  }
}

const isResponse = (value: unknown): value is {readonly id: string; readonly response: object} =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'response' in value &&
  typeof value.response === 'object' &&
  value.response !== null;

const isRegistration = (value: unknown): value is RegistrationResponseJSON =>
  isResponse(value) && 'attestationObject' in value.response;
const isAuthentication = (value: unknown): value is AuthenticationResponseJSON =>
  isResponse(value) && 'signature' in value.response;
