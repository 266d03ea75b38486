/** What a figure of the statement is, and, for those who may see persons, who is behind it. */
import {EDITION_KINDS} from '#concepts/edition';
import {yearPeriod} from '#concepts/period';
import {may} from '#concepts/rights';
import {figureView} from '#production/figure-view';
import {figurePage} from '#web/casework/figure';
import type {Route} from '../route.ts';

export const figureRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/statement/figure/:year/:kind/:address',
    verb: 'statement.read',
    long: () => undefined,
    async answer({bench: {folder, effects}, who, authority, language, param}) {
      const year = param('year');
      const kind = EDITION_KINDS.find((one) => one === param('kind'));
      if (!/^[12]\d{3}$/.test(year) || kind === undefined) return {refusal: {reason: 'no-such-page'}};
      const of = {period: yearPeriod(Number(year)), kind, address: param('address'), language: language.tag};
      const view = await figureView(folder, of, may(who.roles, 'case.read') ? {authority} : undefined, effects);
      if (!view.ok) return view;
      const records = view.value.behind?.records;
      return {page: figurePage(view.value, language), ...(records === undefined ? {} : {looked: {records}})};
    },
  },
];
