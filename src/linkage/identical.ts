/** Records that say the same in every field stand for one another: the first of them is compared, the others follow it. */
import type {Field} from './field.ts';

export interface Identical {
  /** The first of each group, in order; records that say nothing at all are in none. */
  readonly representatives: Int32Array;
  /** Groups of more than one, by their first. */
  readonly groups: ReadonlyMap<number, readonly number[]>;
}

export function identicalRecords(fields: readonly Field[], records: number): Identical {
  const first = new Map<string, number>();
  const groups = new Map<number, number[]>();
  const representatives: number[] = [];
  for (let r = 0; r < records; r++) {
    const codes = fields.map((field) => field.codes[r] ?? -1);
    if (codes.every((code) => code < 0)) continue;
    const said = codes.join(' ');
    const before = first.get(said);
    if (before === undefined) {
      first.set(said, r);
      representatives.push(r);
    } else {
      const group = groups.get(before);
      if (group === undefined) groups.set(before, [before, r]);
      else group.push(r);
    }
  }
  return {representatives: Int32Array.from(representatives), groups};
}
