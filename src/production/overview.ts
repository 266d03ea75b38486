/** What an office sees first: what stands open in its workspace, and the figures of the last year of which anything was decided. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome} from '#kit/outcome';
import type {Effects} from './effects.ts';
import {type HandOver, handOver} from './hand-over.ts';
import {type Preview, preview} from './preview.ts';

export interface Overview {
  readonly open: HandOver;
  /** Undefined where nobody asked, and where there is no statement yet. */
  readonly figures: Preview | undefined;
}

/** Refused: as a workspace is, and `log-faulty`. */
export async function overview(
  folder: string,
  {figures}: {readonly figures: boolean},
  effects: Effects,
): Promise<Outcome<Overview, Refusal>> {
  const open = await handOver(folder, effects);
  if (!open.ok) return open;
  const {period} = open.value;
  const drawn =
    figures && period !== undefined ? await preview(folder, {period, kind: 'internal'}, effects) : undefined;
  return done({open: open.value, figures: drawn?.ok === true ? drawn.value : undefined});
}
