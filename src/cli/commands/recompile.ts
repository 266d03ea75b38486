/** `opgor recompile EDITION --out DIR`: an edition again, from the facts as they stood. */
import {done} from '#kit/outcome';
import {recompile as compileAgain} from '#production/edition-recompile';
import type {Command} from '../command.ts';

export const recompile: Command = {
  name: 'recompile',
  positionals: [{name: 'EDITION', required: true}],
  options: {out: {type: 'string', value: 'DIR'}},
  example: 'opgor recompile 2013-internal-1 --out again',
  async run(given, {effects, folder, language, progress, resolve}) {
    const [edition = ''] = given.positionals;
    const out = given.option('out');
    if (out === undefined) return {misuse: language.cli.misuse.missing('--out')};
    const compiled = await compileAgain(folder, {edition, out: resolve(out)}, effects, progress);
    if (!compiled.ok) return compiled;
    const {differing, files, folder: written, sameProgram} = compiled.value;
    const {editions: words} = language;
    return done({
      json: {edition, folder: written, files, sameProgram, identical: differing.length === 0, differing},
      text:
        differing.length === 0
          ? words.recompiled(edition, files, written)
          : `${written}\n${words.otherProgram(differing)}`,
    });
  },
};
