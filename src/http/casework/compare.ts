/** Editions of a period held against each other, or against the register as it is now. */
import type {Refusal} from '#concepts/refusal';
import type {Outcome} from '#kit/outcome';
import {type Compared, compare, NOW} from '#production/compare';
import {comparedSheet} from '#production/compared-cells';
import {openEditions} from '#production/editions';
import {comparePage, nothingToCompare} from '#web/casework/compare';
import type {Asked, Route} from '../route.ts';

export const compareRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/compare',
    verb: 'edition.compare',
    long: () => '/editions',
    async answer(asked) {
      const {bench, language, query} = asked;
      const editions = await openEditions(bench.folder, bench.effects.now());
      if (!editions.ok) return editions;
      const records = editions.value.all();
      const last = records.at(-1);
      if (last === undefined) return {page: nothingToCompare(language)};
      const earlier = query('earlier') ?? last.id;
      const later = query('later') ?? NOW;
      const table = query('table');
      const compared = await comparedIn(asked, earlier, later, table);
      return compared.ok
        ? {page: comparePage({records, earlier, later, table, compared: compared.value}, language)}
        : compared;
    },
  },
  {
    method: 'GET',
    path: '/compare/cells.csv',
    verb: 'edition.compare',
    async answer(asked) {
      const {language, query} = asked;
      const [earlier, later] = [query('earlier') ?? '', query('later') ?? NOW];
      const compared = await comparedIn(asked, earlier, later, undefined);
      if (!compared.ok) return compared;
      const bytes = new TextEncoder().encode(comparedSheet(compared.value, language));
      return {file: {bytes, mediaType: 'text/csv; charset=utf-8', name: `${earlier}-${later}.csv`}};
    },
  },
];

const comparedIn = (
  {bench}: Asked,
  earlier: string,
  later: string,
  table: string | undefined,
): Promise<Outcome<Compared, Refusal>> => compare(bench.folder, {earlier, later, table}, bench.effects);
