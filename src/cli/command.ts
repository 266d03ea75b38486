/**
 * A command: what it takes and what it does. Parsing, help, printing and exit codes are the same for all (`run.ts`).
 */

import type {Refusal} from '#concepts/refusal';
import type {Outcome} from '#kit/outcome';
import type {CommandName} from '#language/cli-words';
import type {Language} from '#language/language';
import type {Effects} from '#production/effects';
import type {Progress} from '#production/progress';
import type {Screen} from './screen.ts';

export interface Command {
  readonly name: CommandName;
  readonly positionals: readonly Positional[];
  /** Besides `--dir`, `--json` and `--help`, which every command takes. */
  readonly options: Readonly<Record<string, Option>>;
  readonly example: string;
  run(given: Given, context: Context): Promise<Outcome<Answer, Refusal> | Misuse>;
}

export interface Positional {
  readonly name: string;
  readonly required: boolean;
  /** The last only: it and all that follow. */
  readonly many?: boolean;
  /** All it may be, where that is a closed list. */
  readonly known?: readonly string[];
}

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What stands for its value in help: `FILE`. */
  readonly value?: string;
}

export interface Given {
  readonly positionals: readonly string[];
  /** The value of an option given once; the last where given twice. */
  option(name: string): string | undefined;
  all(name: string): readonly string[];
  flag(name: string): boolean;
}

/** Used wrongly: exit 2. */
export interface Misuse {
  readonly misuse: string;
}

/** What a command answers: the same to a person and to a program. */
export interface Answer {
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export interface Context {
  readonly effects: Effects;
  readonly language: Language;
  readonly progress: Progress;
  /** The workspace: `--dir`, else here. */
  readonly folder: string;
  /** A path as the user wrote it, from where the user stands. */
  resolve(path: string): string;
  /** Says something on the terminal before a question; not part of the answer. */
  tell(text: string): void;
  /** Asks on the terminal; undefined when there is none to ask. It answers undefined where the user went away instead. */
  readonly ask: ((question: string) => Promise<string | undefined>) | undefined;
  /** A screen of its own, for what nobody else may read; undefined where there is no terminal. */
  readonly screen?: (() => Screen) | undefined;
}
