/**
 * Who somebody is, by the office's identity provider (OpenID Connect): authorization code with PKCE, state and nonce, the
 * ID token's signature checked against the provider's keys. What was asked is kept here for as long as the answer may take.
 */
import * as client from 'openid-client';
import {sha256} from '#kit/digest';
import {isLoopback, type Provider} from '#production/sign-in-settings';

export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

interface AskedThere {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly until: number;
  readonly joins: string | undefined;
}

/** How long somebody has to sign in over there. */
export const ASKED_MS = 10 * 60_000;
const MOST_ASKED = 1000;
const ANSWER_S = 10;

export class IdentityProvider {
  readonly #provider: Provider;
  readonly #random: (bytes: number) => Uint8Array;
  readonly #now: () => number;
  readonly #asked = new Map<string, AskedThere>();
  #found: Promise<client.Configuration> | undefined;

  constructor(provider: Provider, random: (bytes: number) => Uint8Array, now: () => number) {
    this.#provider = provider;
    this.#random = random;
    this.#now = now;
  }

  /**
   * Where the browser goes, and the name by which it is known when it comes back; `joins`: the account that will be entered this
   * way from then on, for which the provider asks anew who is there. Undefined: the provider does not answer.
   */
  async ask(back: string, joins: string | undefined): Promise<{readonly to: URL; readonly name: string} | undefined> {
    const config = await this.#configuration();
    if (config === undefined) return undefined;
    const [name, state, nonce, verifier] = [this.#chance(), this.#chance(), this.#chance(), this.#chance()];
    this.#forgetOld();
    this.#asked.set(sha256(name), {state, nonce, verifier, joins, until: this.#now() + ASKED_MS});
    const to = client.buildAuthorizationUrl(config, {
      redirect_uri: back,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(joins === undefined ? {} : {prompt: 'login'}),
    });
    return {to, name};
  }

  /** Who came back, once for each question; undefined: nobody whom the provider vouches for. */
  async answer(
    name: string,
    at: URL,
  ): Promise<{readonly who: Subject; readonly joins: string | undefined} | undefined> {
    const key = sha256(name);
    const asked = this.#asked.get(key);
    this.#asked.delete(key);
    const left = (asked?.until ?? 0) - this.#now();
    if (asked === undefined || left <= 0 || left > ASKED_MS) return undefined;
    const config = await this.#configuration();
    if (config === undefined) return undefined;
    try {
      const tokens = await client.authorizationCodeGrant(config, at, {
        pkceCodeVerifier: asked.verifier,
        expectedState: asked.state,
        expectedNonce: asked.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      return claims && {who: {issuer: claims.iss, subject: claims.sub}, joins: asked.joins};
    } catch {
      return undefined;
    }
  }

  /** Found once it is needed; asked for again where it did not answer. */
  async #configuration(): Promise<client.Configuration | undefined> {
    this.#found ??= this.#discover();
    try {
      return await this.#found;
    } catch {
      this.#found = undefined;
      return undefined;
    }
  }

  async #discover(): Promise<client.Configuration> {
    const {issuer, client: id, secret} = this.#provider;
    const execute = [
      client.enableNonRepudiationChecks,
      ...(issuer.protocol === 'http:' && isLoopback(issuer) ? [client.allowInsecureRequests] : []),
    ];
    return client.discovery(issuer, id, undefined, client.ClientSecretBasic(secret), {execute, timeout: ANSWER_S});
  }

  #forgetOld(): void {
    const now = this.#now();
    for (const [key, {until}] of this.#asked) if (until <= now) this.#asked.delete(key);
    const [oldest] = this.#asked.keys();
    if (this.#asked.size >= MOST_ASKED && oldest !== undefined) this.#asked.delete(oldest);
  }

  #chance(): string {
    return Buffer.from(this.#random(32)).toString('base64url');
  }
}
