/**
 * A format the statement's tables are exchanged in, one file of the shelf each. An exporter takes what disclosure control
 * let out and nothing else.
 */
import type {Labels} from '#concepts/labels';
import type {Words} from '#concepts/words';
import {isProtected, type ProtectedCube} from '#disclosure/protect';
import {defect} from '#kit/defect';

export interface Exporter {
  readonly format: string;
  readonly mediaType: string;
  /** The same cubes and edition are always the same bytes. */
  write(cubes: readonly ProtectedCube[], edition: Edition): readonly ExportedFile[];
}

export interface ExportedFile {
  /** Its path under the statement's folder. */
  readonly name: string;
  readonly body: string;
}

/** What a file says about itself, besides its figures. */
export interface Edition {
  /** One for each language, the profile's first language first. */
  readonly words: readonly [Words, ...Words[]];
  /** Who is responsible, in that first language. */
  readonly source: string;
  readonly title: string;
  /** The latest recorded time the register was read at. */
  readonly cutOff: string;
  /** What is marked on every page is marked in every file. */
  readonly marks: readonly string[];
  /** What the office notes of the statement as a whole. */
  readonly notes: readonly Labels[];
  readonly producedBy: string;
}

/** For callers without types: a cube that did not come out of `protect` is never written. */
export function sealed(cubes: readonly ProtectedCube[]): readonly ProtectedCube[] {
  return cubes.every(isProtected) ? cubes : defect('a cube that disclosure control has not let out');
}
