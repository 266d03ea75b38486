/** What a PostgreSQL server may answer instead of working, as the refusal it is. What is not in the list is a defect of ours. */
import type {Refusal} from '#concepts/refusal';

export type WhyNotReached = Extract<Refusal, {reason: 'database-not-reached'}>['why'];
export type WhyNotUsable = Extract<Refusal, {reason: 'database-not-usable'}>['why'];

const NOT_REACHED: Readonly<Record<string, WhyNotReached>> = {
  ECONNREFUSED: 'no-answer',
  ENOENT: 'no-answer',
  ENOTFOUND: 'no-such-host',
  EAI_AGAIN: 'no-such-host',
  ETIMEDOUT: 'no-answer',
  EHOSTUNREACH: 'no-answer',
  ENETUNREACH: 'no-answer',
  EACCES: 'not-let-in',
  '28P01': 'not-let-in',
  '28000': 'not-let-in',
  '3D000': 'no-such-database',
  '53300': 'too-many',
  '57P03': 'starting',
  SELF_SIGNED_CERT_IN_CHAIN: 'not-encrypted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'not-encrypted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'not-encrypted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'not-encrypted',
  CERT_HAS_EXPIRED: 'not-encrypted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'not-encrypted',
};

const NOT_USABLE: Readonly<Record<string, WhyNotUsable>> = {
  '42501': 'not-permitted',
  '25006': 'read-only',
  '53100': 'full',
  '53200': 'full',
  '58030': 'full',
  '55P03': 'busy',
};

/** The server ended, or the way to it did: whoever was working there works no more. */
const LOST: ReadonlySet<string> = new Set([
  ...['ECONNRESET', 'EPIPE', '57P01', '57P02', '57P05', '08000', '08003', '08006', '25P03'],
]);
const LOST_SAID = /connection terminated|not queryable|client was closed|connection error/i;
const TIMED_OUT = /timeout/i;
const UNENCRYPTED = /does not support SSL|SSL connection/i;

export function isLost(thrown: unknown): boolean {
  return LOST.has(codeOf(thrown)) || (codeOf(thrown) === '' && LOST_SAID.test(messageOf(thrown)));
}

/** Of an attempt to connect. */
export function whyNotReached(thrown: unknown): WhyNotReached | undefined {
  const known = NOT_REACHED[codeOf(thrown)];
  if (known !== undefined) return known;
  if (UNENCRYPTED.test(messageOf(thrown))) return 'not-encrypted';
  if (isLost(thrown) || TIMED_OUT.test(messageOf(thrown))) return 'no-answer';
  return undefined;
}

export const whyNotUsable = (thrown: unknown): WhyNotUsable | undefined => NOT_USABLE[codeOf(thrown)];

function codeOf(thrown: unknown): string {
  // Several addresses were tried: what the last said.
  if (thrown instanceof AggregateError) return codeOf(thrown.errors.at(-1));
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : '');
