/** `opgor protect YEAR`: what a public edition withholds, why, and how sure it is that nobody gets it back; or which plan withholds less. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome} from '#kit/outcome';
import {planFor} from '#production/plan-proposal';
import {protectionOf} from '#production/protection';
import type {Answer, Command, Context, Given, Misuse} from '../command.ts';
import {instantOf, isMisuse, periodOf} from '../options.ts';
import {planJson, planText} from '../print-plan.ts';
import {protectionJson, protectionText} from '../print-protection.ts';

export const protect: Command = {
  name: 'protect',
  positionals: [{name: 'YEAR', required: false}],
  options: {
    from: {type: 'string', value: 'DAY'},
    to: {type: 'string', value: 'DAY'},
    'as-at': {type: 'string', value: 'MOMENT'},
    explain: {type: 'boolean'},
    propose: {type: 'boolean'},
    'from-year': {type: 'string', value: 'YEAR'},
  },
  example: 'opgor protect 2013 --explain',
  async run(given, context) {
    if (given.flag('propose')) return propose(given, context);
    const {effects, folder, language, progress} = context;
    if (given.option('from-year') !== undefined) return {misuse: language.cli.misuse.missing('--propose')};
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

async function propose(given: Given, context: Context): Promise<Outcome<Answer, Refusal> | Misuse> {
  const {effects, folder, language, progress} = context;
  const {misuse} = language.cli;
  const other = ['from', 'to'].find((option) => given.option(option) !== undefined);
  if (other !== undefined) return {misuse: misuse.notTogether('--propose', `--${other}`)};
  if (given.flag('explain')) return {misuse: misuse.notTogether('--propose', '--explain')};
  const [year, fromYear] = [given.positionals[0], given.option('from-year')].map((text) =>
    text === undefined || /^[12]\d{3}$/.test(text)
      ? text && Number(text)
      : {misuse: misuse.notAllowed('YEAR', text, 'YYYY')},
  );
  if (typeof year === 'object') return year;
  if (typeof fromYear === 'object') return fromYear;
  const asAt = instantOf(given, 'as-at', language);
  if (isMisuse(asAt)) return asAt;
  const proposed = await planFor(
    folder,
    {year: year || undefined, fromYear: fromYear || undefined, asAt},
    effects,
    progress,
  );
  if (!proposed.ok) return proposed;
  return done({json: planJson(proposed.value), text: planText(proposed.value, language)});
}
