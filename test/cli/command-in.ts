/** The command as it is run in an office: all but the process around it. */
import type {LanguageTag} from '#concepts/labels';
import {languages} from '#language/language';
import type {Effects} from '#production/effects';
import {silent} from '#production/progress';
import {commandsFor} from '../../src/cli/commands/index.ts';
import {run} from '../../src/cli/run.ts';
import type {Screen} from '../../src/cli/screen.ts';
import {effectsIn} from '../workspaces.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Terminal {
  readonly language?: LanguageTag;
  /** There is a terminal, and this is typed on it; after the last, Ctrl-D. Or whoever sits there reads what is on it and types. */
  readonly answers?: readonly string[] | ((onScreen: string) => string | undefined);
  /** What nobody else may read is shown there. */
  readonly screen?: Screen;
}

/** `keys`: the folder the keys are kept in; `office`: the workspace meant where none is named. */
export function commandIn(keys: string, office: string, effects: Effects = effectsIn(keys)) {
  async function opgor(args: readonly string[], {language = 'en', answers, screen}: Terminal = {}): Promise<Ran> {
    const said = {out: '', err: ''};
    const out = (text: string) => {
      said.out += `${text}\n`;
    };
    const err = (text: string) => {
      said.err += `${text}\n`;
    };
    const typed = typeof answers === 'function' ? [] : [...(answers ?? [])];
    const ask = async (question: string) => {
      err(question);
      return typeof answers === 'function' ? answers(said.err) : typed.shift();
    };
    const code = await run(args, await commandsFor(args), {out, err}, (dir) => ({
      effects,
      language: languages[language],
      progress: silent,
      folder: dir ?? office,
      resolve: (path) => path,
      tell: err,
      ask: answers === undefined ? undefined : ask,
      screen: screen && (() => screen),
    }));
    return {code, ...said};
  }

  async function json(...args: readonly string[]) {
    const ran = await opgor([...args, '--json']);
    return {code: ran.code, answer: JSON.parse(ran.out === '' ? '{}' : ran.out)};
  }

  return {opgor, json};
}
