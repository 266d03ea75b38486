/** `opgor calendar` and `opgor calendar add YEAR`: what was promised for which day, and when it came. */
import {parseEditionKind} from '#concepts/edition';
import {periodId} from '#concepts/period';
import {done} from '#kit/outcome';
import {DAY_EXAMPLES, typedDay} from '#language/days';
import type {Language} from '#language/language';
import {addPlan, type CalendarEntry, calendar as readCalendar} from '#production/edition-calendar';
import type {Command} from '../command.ts';
import {isMisuse, periodOf} from '../options.ts';

export const calendar: Command = {
  name: 'calendar',
  positionals: [],
  options: {},
  example: 'opgor calendar',
  async run(_, {effects, folder, language}) {
    const entries = await readCalendar(folder, effects.now());
    if (!entries.ok) return entries;
    const lines = entries.value.map((entry) => entryText(entry, language));
    return done({
      json: {calendar: entries.value},
      text: lines.length === 0 ? language.editions.noPlans : lines.join('\n'),
    });
  },
};

export const calendarAdd: Command = {
  name: 'calendar add',
  positionals: [{name: 'YEAR', required: false}],
  options: {
    edition: {type: 'string', value: 'internal|public'},
    on: {type: 'string', value: 'DAY'},
    from: {type: 'string', value: 'DAY'},
    to: {type: 'string', value: 'DAY'},
    by: {type: 'string', value: 'NAME'},
  },
  example: 'opgor calendar add 2013 --edition internal --on 2014-03-03',
  async run(given, {effects, folder, language}) {
    const {misuse} = language.cli;
    const period = periodOf(given, given.positionals[0], language);
    if (isMisuse(period)) return period;
    if (period === undefined) return {misuse: misuse.missing('YEAR')};
    const kind = parseEditionKind(given.option('edition') ?? '');
    if (kind === undefined)
      return {misuse: misuse.notAllowed('--edition', given.option('edition') ?? '', 'internal, public')};
    const on = typedDay(given.option('on') ?? '');
    if (on === undefined) return {misuse: misuse.notAllowed('--on', given.option('on') ?? '', DAY_EXAMPLES)};
    const added = await addPlan(folder, {period, kind, on, by: given.option('by')}, effects);
    if (!added.ok) return added;
    const what = `${periodId(period)} ${kind}`;
    return done({json: {period, kind, on, entry: added.value}, text: language.editions.planned(what, on)});
  },
};

function entryText(entry: CalendarEntry, {editions: words}: Language): string {
  const {period, kind, planned, firstPlanned, edition, released, punctuality} = entry;
  const promise = words.promised(`${periodId(period)} ${kind}`, planned, firstPlanned);
  return `${promise}: ${words.punctuality(edition, released, punctuality)}`;
}
