/** `opgor send-back EDITION`: what waits for approval is not approved, and why. */
import {done} from '#kit/outcome';
import {sendBack as sendEditionBack} from '#production/edition-send-back';
import type {Command} from '../command.ts';
import {editionJson} from '../print-edition.ts';

export const sendBack: Command = {
  name: 'send-back',
  positionals: [{name: 'EDITION', required: true}],
  options: {by: {type: 'string', value: 'NAME'}, reason: {type: 'string', value: 'TEXT'}},
  example: 'opgor send-back 2013-internal-2 --by "Bo Lind" --reason "the note on minors is last year\'s"',
  async run(given, {effects, folder, language}) {
    const {misuse} = language.cli;
    const [edition = ''] = given.positionals;
    const [by, reason] = [given.option('by') ?? '', (given.option('reason') ?? '').trim()];
    if (by.trim() === '') return {misuse: misuse.missing('--by')};
    if (reason === '') return {misuse: misuse.missing('--reason')};
    const sent = await sendEditionBack(folder, {edition, by, reason}, effects);
    return sent.ok ? done({json: editionJson(sent.value), text: language.editions.sentBack(sent.value.id)}) : sent;
  },
};
