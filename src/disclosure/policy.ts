/** How much may be shown. An internal edition shows everything and is marked on every page. */
export type Policy = {readonly edition: 'internal'} | {readonly edition: 'public'; readonly smallest: number};
