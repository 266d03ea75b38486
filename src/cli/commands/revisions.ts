/** `opgor revisions`: the revision triangle of a table's total, or of one of its cells, with its measures. */
import {parseEditionKind} from '#concepts/edition';
import {done} from '#kit/outcome';
import {triangle} from '#production/triangle';
import type {Command} from '../command.ts';
import {triangleJson, triangleText} from '../print-revisions.ts';

export const revisions: Command = {
  name: 'revisions',
  positionals: [],
  options: {
    table: {type: 'string', value: 'ID'},
    cell: {type: 'string', value: 'CODE[.CODE]'},
    edition: {type: 'string', value: 'internal|public'},
  },
  example: 'opgor revisions --table persons-by-exploitation --cell forced-labour',
  async run(given, {effects, folder, language}) {
    const asked = given.option('edition');
    const kind = asked === undefined ? undefined : parseEditionKind(asked);
    if (asked !== undefined && kind === undefined)
      return {misuse: language.cli.misuse.notAllowed('--edition', asked, 'internal|public')};
    const codes = given.option('cell')?.split('.') ?? [];
    const found = await triangle(folder, {table: given.option('table'), codes, kind}, effects);
    return found.ok ? done({json: triangleJson(found.value), text: triangleText(found.value, language)}) : found;
  },
};
