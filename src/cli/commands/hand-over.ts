/** `opgor hand-over`: the document for whoever comes next, written from the workspace. */
import {done, refuse} from '#kit/outcome';
import {languages} from '#language/language';
import {exists, writeWhole} from '#production/effects';
import {handOver as gather} from '#production/hand-over';
import type {Command} from '../command.ts';
import {asMarkdown, asPage, handOverBlocks} from '../hand-over-text.ts';
import {isMisuse, languagesOf} from '../options.ts';

export const handOver: Command = {
  name: 'hand-over',
  positionals: [],
  options: {out: {type: 'string', value: 'FILE'}, language: {type: 'string', value: 'da|en'}},
  example: 'opgor hand-over --out hand-over.html',
  async run(given, {effects, folder, language, resolve}) {
    const {misuse} = language.cli;
    const out = given.option('out') ?? 'hand-over.html';
    if (!/\.(html|md)$/.test(out)) return {misuse: misuse.notAllowed('--out', out, '….html, ….md')};
    const asked = languagesOf(given, language);
    if (isMisuse(asked)) return asked;
    const path = resolve(out);
    if (await exists(path)) return refuse({reason: 'file-exists', path});
    const hand = await gather(folder, effects);
    if (!hand.ok) return hand;
    const spoken = languages[asked?.[0] ?? language.tag];
    const blocks = handOverBlocks(hand.value, spoken);
    const written = await writeWhole(path, out.endsWith('.md') ? asMarkdown(blocks) : asPage(blocks, spoken));
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
