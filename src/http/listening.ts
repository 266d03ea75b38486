/** A port of this computer with something that answers on it, which may become something else while it listens. */
import {createServer, type Server} from 'node:net';
import {serve} from '@hono/node-server';
import type {Hono} from 'hono';

export interface Listening {
  readonly port: number;
  answerWith(app: Hono): void;
  /** Ends when what is under way is answered. */
  close(): Promise<void>;
}

/** Undefined: the port is taken. `port` 0: any that is free. */
export async function listenOn(host: string, port: number): Promise<Listening | undefined> {
  const free = await freePort(host, port);
  if (free === undefined) return undefined;
  let answering: Hono | undefined;
  const server = serve({
    hostname: host,
    port: free,
    fetch: (request, env) => answering?.fetch(request, env) ?? new Response(null, {status: 503}),
  });
  return {
    port: free,
    answerWith: (app) => {
      answering = app;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const freePort = (host: string, port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const probe: Server = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, host, () => {
      const address = probe.address();
      const found = typeof address === 'object' && address !== null ? address.port : undefined;
      probe.close(() => resolve(found));
    });
  });
