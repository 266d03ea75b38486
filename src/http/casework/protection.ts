/** How the public edition of a year would be protected as the register stands. */
import {yearPeriod} from '#concepts/period';
import {namingOf} from '#production/naming';
import {protectionOf} from '#production/protection';
import {protectionPage} from '#web/casework/protection';
import type {Route} from '../route.ts';

export const protectionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/statement/protection/:year',
    verb: 'statement.read',
    long: () => '/statement',
    async answer({bench, language, param, progress}) {
      const year = param('year');
      if (!/^[12]\d{3}$/.test(year)) return {refusal: {reason: 'no-such-page'}};
      const period = yearPeriod(Number(year));
      const report = await protectionOf(
        bench.folder,
        {period, asAt: undefined, explain: true},
        bench.effects,
        progress,
      );
      if (!report.ok) return report;
      const words = namingOf(report.value.profile).words(language.tag, period.to);
      return {page: protectionPage({...report.value, words}, language)};
    },
  },
];
