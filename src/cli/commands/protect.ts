/** `opgor protect YEAR`: what a public edition withholds, why, and how sure it is that nobody gets it back. */
import {done} from '#kit/outcome';
import {protectionOf} from '#production/protection';
import type {Command} from '../command.ts';
import {instantOf, isMisuse, periodOf} from '../options.ts';
import {protectionJson, protectionText} from '../print-protection.ts';

export const protect: Command = {
  name: 'protect',
  positionals: [{name: 'YEAR', required: false}],
  options: {
    from: {type: 'string', value: 'DAY'},
    to: {type: 'string', value: 'DAY'},
    'as-at': {type: 'string', value: 'MOMENT'},
    explain: {type: 'boolean'},
  },
  example: 'opgor protect 2013 --explain',
  async run(given, {effects, folder, language, progress}) {
    const period = periodOf(given, given.positionals[0], language);
    if (isMisuse(period)) return period;
    if (period === undefined) return {misuse: language.cli.misuse.missing('YEAR')};
    const asAt = instantOf(given, 'as-at', language);
    if (isMisuse(asAt)) return asAt;
    const explain = given.flag('explain');
    const report = await protectionOf(folder, {period, asAt, explain}, effects, progress);
    if (!report.ok) return report;
    return done({json: protectionJson(report.value), text: protectionText(report.value, language, explain)});
  },
};
