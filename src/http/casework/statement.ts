/** The statement as it would be now: what stands open in it, its totals, and the page itself. */

import {EDITION_KINDS, type EditionKind} from '#concepts/edition';
import {LANGUAGES} from '#concepts/labels';
import {yearPeriod} from '#concepts/period';
import {may} from '#concepts/rights';
import {preview} from '#production/preview';
import {statementPage} from '#web/casework/statement';
import type {Route} from '../route.ts';
import {periodAsked} from './questions.ts';

export const statementRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/statement',
    verb: 'statement.read',
    long: () => undefined,
    async answer(asked) {
      const {bench, who, language, query} = asked;
      const period = await periodAsked(asked);
      if (!period.ok) return period;
      const kind = kindOf(query('kind'));
      const drawn = await preview(bench.folder, {period: period.value, kind}, bench.effects);
      if (!drawn.ok) return drawn;
      const shown = LANGUAGES.find((one) => one === query('language')) ?? language.tag;
      return {
        page: statementPage(
          {...drawn.value, period: period.value, kind, shown, mayPrepare: may(who.roles, 'edition.prepare')},
          language,
        ),
      };
    },
  },
  {
    method: 'GET',
    path: '/statement/:year/:kind/:language',
    verb: 'statement.read',
    async answer({bench: {folder, effects}, param}) {
      const year = param('year');
      const tag = LANGUAGES.find((one) => one === param('language'));
      const kind = EDITION_KINDS.find((one) => one === param('kind'));
      if (!/^[12]\d{3}$/.test(year) || tag === undefined || kind === undefined)
        return {refusal: {reason: 'no-such-page'}};
      const drawn = await preview(folder, {period: yearPeriod(Number(year)), kind}, effects);
      if (!drawn.ok) return drawn;
      const page = await drawn.value.page(tag);
      if (page === undefined) return {refusal: {reason: 'no-such-page'}};
      return {file: {bytes: page, mediaType: 'text/html; charset=utf-8', framed: true}};
    },
  },
];

const kindOf = (given: string | undefined): EditionKind => EDITION_KINDS.find((one) => one === given) ?? 'internal';
