/** `opgor mark-disclosed EDITION`: an access request or a leak has made its figures known. */
import {done} from '#kit/outcome';
import {markDisclosed as mark} from '#production/edition-disclose';
import type {Command} from '../command.ts';
import {editionJson} from '../print-edition.ts';

export const markDisclosed: Command = {
  name: 'mark-disclosed',
  positionals: [{name: 'EDITION', required: true}],
  options: {by: {type: 'string', value: 'NAME'}, reason: {type: 'string', value: 'TEXT'}},
  example: 'opgor mark-disclosed 2013-internal-1 --by "Anne Holm" --reason "access request of 3 March"',
  async run(given, {effects, folder, language}) {
    const {misuse} = language.cli;
    const [edition = ''] = given.positionals;
    const [by, reason] = [given.option('by') ?? '', (given.option('reason') ?? '').trim()];
    if (by.trim() === '') return {misuse: misuse.missing('--by')};
    if (reason === '') return {misuse: misuse.missing('--reason')};
    const marked = await mark(folder, {edition, by, reason}, effects);
    return marked.ok
      ? done({json: editionJson(marked.value), text: language.editions.marked(marked.value.id)})
      : marked;
  },
};
