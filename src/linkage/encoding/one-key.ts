/** Every encoded column has one key: values of another say nothing of the person, and would be read as somebody else. */
import type {LinkPolicy} from '../policy.ts';
import type {Records} from '../records.ts';
import {fingerprints} from './encoded.ts';

/** Says no where a column was made with more than one key, or in more than one way. */
export interface MixedKeys {
  readonly reason: 'more-than-one-key';
  readonly column: string;
  readonly keys: number;
}

export function mixedKeys(records: Records, {fields}: LinkPolicy): MixedKeys | undefined {
  const encoded = Object.values(fields).filter(({kind}) => kind === 'keyed-tokens' || kind === 'bloom-filter');
  for (const column of encoded.flatMap(({columns}) => columns)) {
    const keys = fingerprints(records.column(column).texts).size;
    if (keys > 1) return {reason: 'more-than-one-key', column, keys};
  }
  return undefined;
}
