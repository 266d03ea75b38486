/** `opgor why RECORD [YEAR]`: whether and why a person is counted, by which facts and rules. */
import {done} from '#kit/outcome';
import {why as whyCounted} from '#production/casework';
import type {Command} from '../command.ts';
import {instantOf, isMisuse, periodOf} from '../options.ts';
import {explanationText} from '../print-explanation.ts';

export const why: Command = {
  name: 'why',
  positionals: [
    {name: 'RECORD', required: true},
    {name: 'YEAR', required: false},
  ],
  options: {
    from: {type: 'string', value: 'DAY'},
    to: {type: 'string', value: 'DAY'},
    'as-at': {type: 'string', value: 'MOMENT'},
  },
  example: 'opgor why P-000012-4 2013',
  async run(given, {folder, language}) {
    const [record = '', year] = given.positionals;
    const period = periodOf(given, year, language);
    if (isMisuse(period)) return period;
    const asAt = instantOf(given, 'as-at', language);
    if (isMisuse(asAt)) return asAt;
    const explained = await whyCounted(folder, record, period, asAt);
    if (!explained.ok) return explained;
    return done({
      json: {
        record: explained.value.file.record,
        periods: explained.value.explanations,
        facts: explained.value.file.facts,
        gone: explained.value.gone,
      },
      text: explanationText(explained.value, language),
    });
  },
};
