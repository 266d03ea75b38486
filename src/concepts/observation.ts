/**
 * What a cell can hold. Zero is a count; the other three are the kinds of nothing, never shown by the same symbol.
 * SDMX: OBS_STATUS A, M, L and Q with CONF_STATUS C.
 */
import type {Source} from './source.ts';

export type Observation =
  /** `published`: a total from before the register, with its source; it cannot be recomputed. */
  | {readonly kind: 'count'; readonly value: number; readonly published?: Source}
  /** `published-only`: held as a published total alone, which cannot be recomputed under another definition or measure. */
  | {readonly kind: 'not-collected'; readonly why?: 'published-only'}
  | {readonly kind: 'not-applicable'}
  /** Why, is told to nobody who takes it: whether few are in it or it guards another is half of what it is withheld for. */
  | {readonly kind: 'withheld'};

/** What a reader must be told of a cell besides its number; undefined where that is all. */
export type Status = Exclude<Observation['kind'], 'count'> | 'published-only' | 'published';

export function statusOf(cell: Observation): Status | undefined {
  if (cell.kind === 'count') return cell.published === undefined ? undefined : 'published';
  return cell.kind === 'not-collected' ? (cell.why ?? cell.kind) : cell.kind;
}

export const count = (value: number): Observation => ({kind: 'count', value});
