/** A page or a deed of the workbench: who may, and how it answers. The app sees to the rest (`app.ts`): rights, forms, turns, the log. */
import type {Code} from '#concepts/code-list';
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {Verb} from '#concepts/rights';
import type {Language} from '#language/language';
import type {Progress} from '#production/progress';
import type {Account} from '#production/team';
import type {PageContent} from '#web/page';
import type {Bench} from './bench.ts';
import type {Session} from './sessions.ts';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** As the router has it: `/cases/:record`. */
  readonly path: string;
  readonly verb: Verb;
  /** A form that changes nothing: it is sent so that what is typed stands in no address. */
  readonly tries?: true;
  /**
   * It may take longer than a page is waited for: then a page tells how far it has come (`works.ts`). Where one comes back to who stops
   * it, which is possible wherever it tells its progress; undefined: one does not.
   */
  readonly long?: (asked: Asked) => string | undefined;
  /** It asks nothing of the register: whoever changes that is not waited for. */
  readonly apart?: true;
  answer(asked: Asked): Promise<Answer>;
}

export interface Asked {
  readonly bench: Bench;
  readonly who: Account;
  readonly session: Session;
  /** Whose persons alone are open to whoever asks; undefined: everybody's. */
  readonly authority: Code | undefined;
  readonly language: Language;
  /** Where the browser found us. */
  readonly origin: string;
  /** Where long work tells how far it has come. */
  readonly progress: Progress;
  /** Of the path. */
  param(name: string): string;
  query(name: string): string | undefined;
  /** Of the form: trimmed; undefined where nothing is filled in. */
  field(name: string): string | undefined;
  fields(name: string): readonly string[];
  file(name: string): File | undefined;
}

export type Answer =
  | {readonly page: PageContent; readonly looked?: Looked}
  /** Seen next, with something said there. */
  | {readonly goTo: string; readonly notice?: string; readonly looked?: Looked}
  | {readonly file: Download; readonly looked?: Looked}
  /** To the script of a page. */
  | {readonly json: object; readonly looked?: Looked}
  | {readonly refusal: Refusal}
  | {readonly signedOut: true};

/** What the log is told besides who and where. */
export interface Looked {
  readonly records?: readonly RecordNumber[];
  readonly why?: string;
}

export interface Download {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Undefined: shown, not kept. */
  readonly name?: string | undefined;
  /** May be shown inside a page of ours, with its own style. */
  readonly framed?: boolean;
}
