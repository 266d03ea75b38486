/**
 * One fault, one finding: what names a definition that is there but could not be read is not blamed as well.
 */
import type {Finding, FindingRule} from '#concepts/finding';

/** Faults after which nothing of a file is known. */
const UNREAD: ReadonlySet<FindingRule> = new Set([
  'profile-file-missing',
  'file-too-large',
  'not-utf-8',
  'yaml-unreadable',
  'yaml-alias',
  'column-missing',
]);

/** The files a finding leans on: if one of them could not be read, it says nothing. */
const LEANS_ON: Partial<Readonly<Record<FindingRule, readonly string[]>>> = {
  'no-such-concept': ['concepts.yaml'],
  'list-without-concept': ['concepts.yaml'],
  'no-such-table-published': ['tables.yaml'],
  'no-such-table-noted': ['tables.yaml'],
  'no-such-table-revised': ['tables.yaml'],
  'no-such-cell': ['tables.yaml', 'concepts.yaml'],
};

export function withoutConsequences(
  findings: readonly Finding[],
  later: readonly Finding[],
  faulty: ReadonlySet<string>,
): readonly Finding[] {
  const unread = new Set(findings.filter(({rule}) => UNREAD.has(rule)).map(({facts}) => String(facts.file)));
  const follows = ({rule, facts}: Finding) =>
    (LEANS_ON[rule] ?? []).some((file) => unread.has(file)) ||
    (rule === 'unknown-code' && unread.has(String(facts.list))) ||
    (rule === 'unknown-row-missing' && unread.has(String(facts.file))) ||
    (rule === 'no-such-cell' && faulty.size > 0);
  const blamed = ({facts}: Finding) => [facts.name, facts.list].some((name) => faulty.has(String(name)));
  const empty = ({rule, facts}: Finding) => !UNREAD.has(rule) && unread.has(String(facts.file));
  return [
    ...findings.filter((one) => !follows(one) && !empty(one)),
    ...later.filter((one) => !follows(one) && !blamed(one)),
  ];
}
