/** The office's identity provider, as the workspace's settings name it. The client's secret is elsewhere: in the environment or a file. */
import * as z from 'zod';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type Effects, permitted, readBytes} from './effects.ts';

export const SignIn = z.strictObject({
  /** As the provider writes it: `https://login.office.example`. */
  issuer: z.url(),
  client: z.string().min(1),
  secret: z.union([z.strictObject({environment: z.string().min(1)}), z.strictObject({file: z.string().min(1)})]),
});
export type SignIn = z.infer<typeof SignIn>;

export interface Provider {
  readonly issuer: URL;
  readonly client: string;
  readonly secret: string;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export const isLoopback = ({hostname}: URL): boolean => LOOPBACK.includes(hostname);

/** Refused: `issuer-not-encrypted`, but on this computer; `client-secret-missing`. */
export async function readProvider(
  {issuer, client, secret}: SignIn,
  effects: Effects,
): Promise<Outcome<Provider, Refusal>> {
  const url = new URL(issuer);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url)))
    return refuse({reason: 'issuer-not-encrypted', issuer});
  const [from, found] =
    'environment' in secret
      ? [secret.environment, effects.environment(secret.environment)]
      : [secret.file, await textOf(secret.file)];
  const text = found?.trim() ?? '';
  return text === '' ? refuse({reason: 'client-secret-missing', from}) : done({issuer: url, client, secret: text});
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    const bytes = await permitted(() => readBytes(path));
    return bytes && Buffer.from(bytes).toString('utf8');
  } catch {
    return undefined;
  }
}
