/** `opgor hand-over`: the document for whoever comes next, written from the workspace. */
import {done, refuse} from '#kit/outcome';
import {languages} from '#language/language';
import {exists, writeWhole} from '#production/effects';
import {canPrint} from '#production/fonts';
import {handOver as gather} from '#production/hand-over';
import {type HandOverText, printHandOver} from '#production/hand-over-print';
import type {Command} from '../command.ts';
import {asMarkdown, asPage} from '../hand-over-forms.ts';
import {handOverText} from '../hand-over-text.ts';
import {isMisuse, languagesOf} from '../options.ts';

const FORMS: Readonly<Record<string, (text: HandOverText) => Promise<Uint8Array> | string>> = {
  pdf: printHandOver,
  html: asPage,
  md: asMarkdown,
};

export const handOver: Command = {
  name: 'hand-over',
  positionals: [],
  options: {out: {type: 'string', value: 'FILE'}, language: {type: 'string', value: 'da|en'}},
  example: 'opgor hand-over --out hand-over.pdf',
  async run(given, {effects, folder, language, resolve}) {
    const {misuse} = language.cli;
    const out = given.option('out') ?? 'hand-over.pdf';
    const form = FORMS[/\.(\w+)$/.exec(out)?.[1] ?? ''];
    if (form === undefined) return {misuse: misuse.notAllowed('--out', out, '….pdf, ….html, ….md')};
    if (form === printHandOver && !canPrint()) return refuse({reason: 'cannot-print-here'});
    const asked = languagesOf(given, language);
    if (isMisuse(asked)) return asked;
    const path = resolve(out);
    if (await exists(path)) return refuse({reason: 'file-exists', path});
    const hand = await gather(folder, effects);
    if (!hand.ok) return hand;
    const spoken = languages[asked?.[0] ?? language.tag];
    const written = await writeWhole(path, await form(handOverText(hand.value, spoken)));
    if (!written) return refuse({reason: 'file-not-writable', path});
    const {questions, findings, unreleased, places, keys, lastDrill} = hand.value;
    return done({
      json: {
        file: path,
        language: spoken.tag,
        open: {questions, findings, unreleased: unreleased.map(({id, state}) => ({edition: id, state}))},
        behind: places.filter(({behind}) => behind !== undefined),
        recoveryKeys: keys.length,
        lastDrill: lastDrill?.at ?? null,
      },
      text: language.backup.handedOver(path),
    });
  },
};
