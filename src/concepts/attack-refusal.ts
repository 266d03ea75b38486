/** Every way that published tables are not taken for an attack. What stands in a cell that is no count is not repeated: it may be a name. */
import type {Finding} from './finding.ts';

export type AttackRefusal =
  | {readonly reason: 'not-published-tables'; readonly file: string; readonly row?: number; readonly rule: TableRule}
  | {readonly reason: 'not-a-count'; readonly file: string; readonly row: number; readonly rule: CountRule}
  | {readonly reason: 'mapping-faulty'; readonly file: string; readonly findings: readonly Finding[]}
  /** A code that is a part of two, or of itself by way of others: `sums`, what it is a part of. */
  | {
      readonly reason: 'hierarchy-overlaps';
      readonly file: string;
      readonly dimension: string;
      readonly code: string;
      readonly sums: readonly string[];
    };

export type CountRule = 'negative' | 'fraction' | 'separated' | 'too-large' | 'no-number';

export type TableRule =
  | 'one-column'
  | 'no-rows'
  | 'heading-empty'
  | 'heading-twice'
  | 'cells-too-few'
  | 'cells-too-many'
  | 'code-empty'
  | 'not-json'
  | 'not-json-stat'
  | 'not-px'
  | 'sizes-differ';
