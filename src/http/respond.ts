/** An answer, a refusal or a fault as a response: what was typed into a refused form is shown back. */
import type {Context} from 'hono';
import type {Refusal} from '#concepts/refusal';
import type {Language} from '#language/language';
import {brokenPage} from '#web/broken';
import {refusedPage} from '#web/refused';
import type {Served} from './app.ts';
import {type Asking, formOf, knownFrom, typedIn} from './asking.ts';
import type {Bench} from './bench.ts';
import {isDiskFull} from './disk-full.ts';
import {answerWith, languageOf} from './reply.ts';
import type {Answer} from './route.ts';

/** Only a page that nobody has to be signed in for is shown without a session. `typed`: of the form, where that is no longer at hand. */
export async function replied(
  c: Context,
  {bench}: Served,
  known: Asking | undefined,
  answer: Answer,
  typed?: readonly string[],
): Promise<Response> {
  const language = languageOf(c, known);
  const shown =
    'refusal' in answer
      ? {page: refusedPage(answer.refusal, language, typed ?? (await typedBy(c, answer.refusal)))}
      : answer;
  return answerWith(c, bench, known ?? knownFrom(c, bench), shown, language);
}

/** Of what is too large nothing is read. */
const typedBy = async (c: Context, {reason}: Refusal): Promise<readonly string[]> =>
  reason === 'form-too-large' ? [] : typedIn(await formOf(c));

/** Told without what it was working on. */
export function failed(thrown: unknown, bench: Bench, language: Language): Answer {
  if (isDiskFull(thrown)) return {refusal: {reason: 'disk-full'}};
  bench.told(thrown);
  return {page: brokenPage(language)};
}
