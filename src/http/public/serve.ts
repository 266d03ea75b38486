/** Serves the public editions of some folders until it is ended. Of the workbench it has nothing but the way of listening. */
import type {Refusal} from '#concepts/refusal';
import {loadAssets} from '#http/assets';
import {listenOn} from '#http/listening';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Effects} from '#production/effects';
import {type LeftOut, openPublished} from '#production/published';
import {programVersion} from '#production/version';
import {publicApp} from './app.ts';

export interface PublicRequest {
  readonly folders: readonly string[];
  /** The id of the office's key: nothing that another key signed is shown. */
  readonly key: string | undefined;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Where browsers find it when another program stands before it. */
  readonly origin: string | undefined;
}

export interface PublicServing {
  readonly url: string;
  /** How many editions are out. */
  readonly editions: number;
  /** Ends when what is under way is answered. */
  close(): Promise<void>;
}

/** What whoever serves is told. */
export interface Teller {
  /** A fault of ours. */
  fault(thrown: unknown): void;
  /** A folder that is not shown. */
  leftOut(one: LeftOut): void;
}

/** New editions are seen within it. */
const LOOK_AGAIN_MS = 60_000;

/** Refused: as {@link openPublished}, and `port-in-use`. */
export async function servePublic(
  {folders, key, host, port, origin}: PublicRequest,
  effects: Effects,
  teller: Teller,
): Promise<Outcome<PublicServing, Refusal>> {
  const opened = await openPublished(folders, key, effects);
  if (!opened.ok) return opened;
  const shelf = opened.value;
  shelf.leftOut().forEach(teller.leftOut);
  const listening = await listenOn(host, port);
  if (listening === undefined) return refuse({reason: 'port-in-use', port});
  const own = ['localhost', '127.0.0.1', '[::1]'].map((name) => `http://${name}:${listening.port}`);
  const program = `Opgør ${await programVersion(effects)}`;
  const origins = origin === undefined ? own : [origin, ...own];
  listening.answerWith(publicApp({shelf, assets: await loadAssets(), program, origins, told: teller.fault}));
  const again = setInterval(() => {
    shelf.lookAgain().then((newly) => newly.forEach(teller.leftOut), teller.fault);
  }, LOOK_AGAIN_MS);
  return done({
    url: origin ?? `http://localhost:${listening.port}`,
    editions: shelf.shown().length,
    close: async () => {
      clearInterval(again);
      await listening.close();
    },
  });
}
