import type {Finding} from '#concepts/finding';
import {canonicalJson} from '#kit/canonical-json';

/** Each once, in the order first found: a text is checked as it is written and again as it is composed. */
export const distinctFindings = (findings: readonly Finding[]): readonly Finding[] =>
  [...Map.groupBy(findings, ({rule, facts, records = []}) => canonicalJson([rule, facts, records])).values()].flatMap(
    (alike) => alike.slice(0, 1),
  );
