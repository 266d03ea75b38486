/** `opgor approve EDITION --by NAME`: a second person answers for what was validated. */
import {done} from '#kit/outcome';
import {approve as approveEdition} from '#production/edition-approve';
import type {Command} from '../command.ts';
import {editionJson, placedText} from '../print-edition.ts';

export const approve: Command = {
  name: 'approve',
  positionals: [{name: 'EDITION', required: true}],
  options: {
    by: {type: 'string', value: 'NAME'},
    alone: {type: 'boolean'},
    reason: {type: 'string', value: 'TEXT'},
  },
  example: 'opgor approve 2013-internal-1 --by "Bo Lind"',
  async run(given, {effects, folder, language}) {
    const {misuse} = language.cli;
    const [edition = ''] = given.positionals;
    const [by, reason] = [given.option('by') ?? '', (given.option('reason') ?? '').trim()];
    if (by.trim() === '') return {misuse: misuse.missing('--by')};
    if (given.flag('alone') && reason === '') return {misuse: misuse.missing('--reason')};
    const approved = await approveEdition(
      folder,
      {edition, by, alone: given.flag('alone') ? reason : undefined},
      effects,
    );
    if (!approved.ok) return approved;
    const {record, setAside} = approved.value;
    return done({json: {...editionJson(record), setAside}, text: placedText(record, setAside, language)});
  },
};
