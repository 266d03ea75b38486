/** `opgor protect YEAR`: what a public edition withholds, why, and how sure it is that nobody gets it back; or which plan withholds less. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome} from '#kit/outcome';
import {planFor} from '#production/plan-proposal';
import {type AskedTable, protectionOf} from '#production/protection';
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
    also: {type: 'string', value: 'UNIT:CONCEPTS', multiple: true},
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
    const also = alsoOf(given, language);
    if (isMisuse(also)) return also;
    const report = await protectionOf(folder, {period, asAt, explain, also}, effects, progress);
    if (!report.ok) return report;
    return done({json: protectionJson(report.value), text: protectionText(report.value, language, explain)});
  },
};

/** `UNIT:CONCEPT,CONCEPT`, or `all`. */
function alsoOf(given: Given, {cli: {misuse}}: Context['language']): readonly AskedTable[] | 'all' | Misuse {
  const texts = given.all('also');
  if (texts.includes('all')) return texts.length === 1 ? 'all' : {misuse: misuse.notTogether('--also all', '--also')};
  const tables = texts.map((text) => /^([^:\s]+):([^:\s]+)$/.exec(text));
  const wrong = tables.indexOf(null);
  if (wrong >= 0) return {misuse: misuse.notAllowed('--also', texts[wrong] ?? '', 'all, person:nationality,sex')};
  return tables.map((found) => ({unit: found?.[1] ?? '', dimensions: found?.[2]?.split(',') ?? []}));
}

async function propose(given: Given, context: Context): Promise<Outcome<Answer, Refusal> | Misuse> {
  const {effects, folder, language, progress} = context;
  const {misuse} = language.cli;
  const other = ['from', 'to', 'also'].find((option) => given.option(option) !== undefined);
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
