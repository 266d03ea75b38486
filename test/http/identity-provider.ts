/** A real OpenID provider on loopback, which lets in whoever says who they are, and can be made to lie about its keys. */
import {generateKeyPairSync} from 'node:crypto';
import {createServer, type RequestListener} from 'node:http';
import Provider from 'oidc-provider';

export interface IdentityServer {
  readonly issuer: string;
  /** What the workspace's settings say of it. */
  readonly settings: string;
  readonly environment: Readonly<Record<string, string>>;
  /** From then on it answers, and sends browsers back to this office. */
  serves(office: string, lies?: boolean): void;
  close(): Promise<void>;
}

const SECRET = 'a secret of the office, long enough';

const signingKey = () => ({
  ...generateKeyPairSync('rsa', {modulusLength: 2048}).privateKey.export({format: 'jwk'}),
  use: 'sig',
  alg: 'RS256',
  kid: 'only',
});

/** As `127.0.0.1`, which to a browser is another site than `localhost`. */
export async function openIdentityProvider(): Promise<IdentityServer> {
  let answer: RequestListener = (_, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    issuer,
    settings: `sign-in: {issuer: '${issuer}', client: opgor, secret: {environment: OFFICE_SECRET}}\n`,
    environment: {OFFICE_SECRET: SECRET},
    serves(office, lies = false) {
      const provider = new Provider(issuer, {
        clients: [{client_id: 'opgor', client_secret: SECRET, redirect_uris: [`${office}/sign-in/office/back`]}],
        jwks: {keys: [signingKey()]},
        cookies: {keys: ['of this test']},
        pkce: {required: () => true},
      }).callback();
      const {n, e, kty, use, alg, kid} = signingKey() as Record<string, string>;
      answer = (request, response) =>
        lies && request.url === '/jwks'
          ? void response
              .setHeader('content-type', 'application/json')
              .end(JSON.stringify({keys: [{n, e, kty, use, alg, kid}]}))
          : provider(request, response);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
