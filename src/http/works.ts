/**
 * Work that takes longer than a page is waited for. It goes on when the browser leaves, is seen by whoever began it, and is answered
 * once, to them; until it has changed anything it can be stopped.
 */
import type {Progress} from '#production/progress';
import type {Answer} from './route.ts';
import type {Session} from './sessions.ts';

/** So long a page is waited for before it tells how far the work has come. */
export const PATIENCE_MS = 600;
/** So many answers nobody has come for are kept; the oldest is let go. */
const MOST = 20;

export interface Work {
  readonly id: string;
  readonly session: Session;
  /** What somebody wrote into the form that began it. */
  readonly typed: readonly string[];
  /** The address of what was asked for, at which its answer is shown; undefined of a form. */
  readonly place: string | undefined;
  readonly begun: number;
  step: Parameters<Progress>[0] | undefined;
  answer: Answer | undefined;
  readonly ended: Promise<Answer>;
  stop(): void;
}

/** Thrown where work that was asked to stop says how far it has come: what it had begun is let go like after any fault. */
class Stopped extends Error {}

export interface Begun {
  readonly session: Session;
  readonly typed: readonly string[];
  readonly place: string | undefined;
  stopped(): Promise<Answer>;
  run(progress: Progress): Promise<Answer>;
  failed(thrown: unknown): Answer;
}

export class Works {
  readonly #random: (bytes: number) => Uint8Array;
  readonly #works = new Map<string, Work>();

  constructor(random: (bytes: number) => Uint8Array) {
    this.#random = random;
  }

  begin({session, typed, place, stopped, run, failed}: Begun): Work {
    let isStopped = false;
    const progress: Progress = (step) => {
      if (isStopped) throw new Stopped();
      work.step = step;
    };
    const ended = Promise.resolve()
      .then(() => run(progress))
      .catch((thrown: unknown) => (thrown instanceof Stopped ? stopped() : failed(thrown)))
      .then((answer) => {
        work.answer = answer;
        return answer;
      });
    const id = Buffer.from(this.#random(9)).toString('base64url');
    const stop = () => {
      isStopped = true;
    };
    const work: Work = {id, session, typed, place, begun: Date.now(), step: undefined, answer: undefined, ended, stop};
    this.#works.set(id, work);
    this.#forget();
    return work;
  }

  /** Undefined: there is none, or it is somebody else's. */
  find(id: string, session: Session): Work | undefined {
    const found = this.#works.get(id);
    return found?.session === session ? found : undefined;
  }

  /** It was waited for. */
  let({id}: Work): void {
    this.#works.delete(id);
  }

  /** The answer that waits at an address, once. */
  take(place: string, session: Session): Answer | undefined {
    const found = [...this.#works.values()].find((one) => one.place === place && one.session === session && one.answer);
    if (found !== undefined) this.#works.delete(found.id);
    return found?.answer;
  }

  /** How far the work has come that is under way, whosever it is; undefined: none is, or none has said. */
  step(): Work['step'] {
    return [...this.#works.values()].find(({answer, step}) => answer === undefined && step !== undefined)?.step;
  }

  #forget(): void {
    const over = [...this.#works.values()].filter(({answer}) => answer !== undefined);
    for (const {id} of over.slice(0, Math.max(0, over.length - MOST))) this.#works.delete(id);
  }
}
