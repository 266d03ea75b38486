/** The words of recovery papers: out of files, or typed on the terminal until there are enough of them. */
import {readFile} from 'node:fs/promises';
import type {Refusal} from '#concepts/refusal';
import {type Outcome, refuse} from '#kit/outcome';
import {parseRecoveryForm} from '#production/keyring';
import {WORDS} from '#production/paper-key';
import type {Context, Given, Misuse} from './command.ts';

/** Runs what needs papers, and asks for another as long as that says it takes more. */
export async function withPapers<T>(
  given: Given,
  context: Context,
  work: (papers: readonly string[]) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal> | Misuse> {
  const {ask, language, resolve} = context;
  const files = given.all('paper');
  if (files.length > 0) {
    const papers = await Promise.all(files.map((file) => readFile(resolve(file), 'utf8').catch(() => undefined)));
    const missing = files[papers.indexOf(undefined)];
    if (missing !== undefined) return refuse({reason: 'no-such-file', file: missing});
    return work(papers.map((text) => text ?? ''));
  }
  if (ask === undefined) return {misuse: language.cli.misuse.missing('--paper FILE')};
  const papers: string[] = [];
  for (let question = language.backup.typePaper(WORDS); ; ) {
    const typed = await typedPaper(question, context);
    if (typed === undefined) return refuse({reason: 'not-answered'});
    papers.push(typed);
    const outcome = await work(papers);
    if (outcome.ok || outcome.refusal.reason !== 'papers-too-few') return outcome;
    question = language.backup.typeAnother(outcome.refusal.given, outcome.refusal.enough);
  }
}

/** On one line or several. */
async function typedPaper(first: string, {ask, language}: Context): Promise<string | undefined> {
  let typed = '';
  for (let question = first; ; ) {
    const line = await ask?.(question);
    if (line === undefined) return undefined;
    typed = `${typed} ${line}`;
    const words = typed.match(/\p{L}+|\?/gu)?.length ?? 0;
    if (words >= WORDS || line === '' || parseRecoveryForm(typed) !== undefined) return typed;
    question = language.backup.typeMore(words, WORDS);
  }
}
