/**
 * Work that takes longer than a page is waited for. It goes on when the browser leaves, is seen by whoever began it, and is answered
 * once, to them; until it has changed anything it can be stopped.
 */
import type {Progress} from '#production/progress';
import type {Answer} from './route.ts';
import type {Session} from './sessions.ts';

/** So long a page is waited for before it tells how far the work has come. */
export const PATIENCE_MS = 600;
/** So long a page that is worked out is as if it were worked out now; whoever waits for it asks at least every five seconds. */
export const FRESH_MS = 10_000;
/** So many answers that one has not come for are kept, and so long; what one did is in the log. */
const MOST = 20;
const LONGEST_MS = 3_600_000;

export interface Work {
  readonly id: string;
  readonly session: Session;
  /** What somebody wrote into the form that began it. */
  readonly typed: readonly string[];
  /** The address of what was asked for, at which its answer is shown; undefined of a form. */
  readonly place: string | undefined;
  /** Whoever waits can stop it. */
  readonly stops: boolean;
  readonly begun: number;
  step: Parameters<Progress>[0] | undefined;
  answer: Answer | undefined;
  /** When there was an answer. */
  answered: number | undefined;
  readonly ended: Promise<Answer>;
  stop(): void;
}

/** Thrown where work that was asked to stop says how far it has come: what it had begun is let go like after any fault. */
class Stopped extends Error {}

export interface Begun {
  readonly session: Session;
  readonly typed: readonly string[];
  readonly place: string | undefined;
  readonly stops: boolean;
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

  begin({session, typed, place, stops, stopped, run, failed}: Begun): Work {
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
        work.answered = Date.now();
        return answer;
      });
    const id = Buffer.from(this.#random(9)).toString('base64url');
    const stop = () => {
      isStopped = true;
    };
    const nothing = {step: undefined, answer: undefined, answered: undefined};
    const work: Work = {id, session, typed, place, stops, begun: Date.now(), ended, stop, ...nothing};
    this.#works.set(id, work);
    this.#forget(session);
    return work;
  }

  /** Undefined: there is none, or it is somebody else's. */
  find(id: string, session: Session): Work | undefined {
    const found = this.#works.get(id);
    return found?.session === session ? found : undefined;
  }

  /** Its answer is shown. */
  let({id}: Work): void {
    this.#works.delete(id);
  }

  /** What was asked for at an address, until its answer is shown there; one that is of long ago is worked out anew. */
  at(place: string, session: Session): Work | undefined {
    const found = [...this.#works.values()].find((one) => one.place === place && one.session === session);
    if (found === undefined || Date.now() - (found.answered ?? Date.now()) <= FRESH_MS) return found;
    this.let(found);
    return undefined;
  }

  /** Something was changed: no page that was worked out before is shown after. */
  changed(): void {
    for (const one of this.#works.values()) if (one.place !== undefined && one.answer !== undefined) this.let(one);
  }

  /** How far the work has come that is under way, whosever it is; undefined: none is, or none has said. */
  step(): Work['step'] {
    return [...this.#works.values()].find(({answer, step}) => answer === undefined && step !== undefined)?.step;
  }

  #forget(session: Session): void {
    const over = [...this.#works.values()].filter(({answered}) => answered !== undefined);
    const own = over.filter((one) => one.session === session);
    for (const one of own.slice(0, Math.max(0, own.length - MOST))) this.let(one);
    for (const one of over) if (Date.now() - (one.answered ?? 0) > LONGEST_MS) this.let(one);
  }
}
