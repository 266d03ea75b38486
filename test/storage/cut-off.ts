/** A way to a server that can be cut: between the two, it hears what is asked and does with it what it is told. */
import {once} from 'node:events';
import {connect, createServer, type Socket} from 'node:net';

/** `pass`: on it goes. `swallow`: the server never hears it. `deafen`: the server hears it, and nobody hears the server. */
export type Doing = 'pass' | 'swallow' | 'deafen';

export interface CutOff {
  readonly port: number;
  close(): void;
}

/** What is asked of a server on `port`; a connection is cut after anything but `pass`, and with `forGood` no other is let through. */
export async function cutOff(port: number, doing: (asked: string) => Doing, forGood = false): Promise<CutOff> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((here) => {
    if (isCut && forGood) return void here.destroy();
    const there = connect(port, '127.0.0.1');
    for (const one of [here, there]) {
      sockets.add(one);
      one.on('error', () => undefined);
    }
    there.on('data', (bytes) => here.write(bytes));
    there.on('close', () => here.destroy());
    here.on('close', () => there.destroy());
    here.on('data', (bytes) => {
      const done = doing(bytes.toString('latin1'));
      if (done === 'pass') return void there.write(bytes);
      isCut = true;
      here.destroy();
      // What it was asked it does, though nobody listens.
      if (done === 'deafen') there.end(bytes);
      else there.destroy();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
