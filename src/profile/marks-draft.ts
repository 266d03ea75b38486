/**
 * Faults of the text that leave something to compose: they travel with the draft, mark it where they stand and stop its
 * release. All other faults leave a definition unread, and nothing is compiled from half a profile.
 */
import type {Finding, FindingRule} from '#concepts/finding';

const MARKS_DRAFT: ReadonlySet<FindingRule> = new Set([
  'typed-figure',
  'guarded-word-typed',
  'parts-do-not-close',
  'no-such-cell',
  'languages-differ',
  'text-in-one-language',
]);

export const marksDraft = ({rule, severity}: Finding): boolean => severity !== 'error' || MARKS_DRAFT.has(rule);
