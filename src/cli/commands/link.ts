/** `opgor link`: which rows of a CSV are the same person; needs no workspace and keeps nothing. */
import {done} from '#kit/outcome';
import {linkTable} from '#production/link-table';
import type {Command} from '../command.ts';
import {linkageJson, linkageText, waterfallJson, waterfallText} from '../print-linkage.ts';

export const link: Command = {
  name: 'link',
  positionals: [{name: 'FILE.csv', required: true}],
  options: {policy: {type: 'string', value: 'FILE'}, explain: {type: 'string', value: 'ID,ID'}},
  example: 'opgor link persons.csv --policy policy.yaml --json',
  async run(given, {language, progress, resolve}) {
    const [file = ''] = given.positionals;
    const policy = given.option('policy');
    const {misuse} = language.cli;
    if (policy === undefined) return {misuse: misuse.missing('--policy FILE')};
    const linked = await linkTable(resolve(file), resolve(policy), progress);
    if (!linked.ok) return linked;
    const pair = given.option('explain');
    if (pair === undefined)
      return done(
        given.flag('json')
          ? {json: linkageJson(linked.value), text: ''}
          : {json: {}, text: linkageText(linked.value, language)},
      );
    const [left, right, more] = pair.split(',').map((name) => linked.value.record(name.trim()));
    if (left === undefined || right === undefined || more !== undefined || left === right)
      return {misuse: misuse.notAllowed('--explain', pair, 'ID,ID')};
    const waterfall = linked.value.linkage.explain(left, right);
    return done({
      json: waterfallJson(linked.value, left, right, waterfall),
      text: given.flag('json') ? '' : waterfallText(waterfall, language),
    });
  },
};
