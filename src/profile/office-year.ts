/** The office's year and whom it asks: for whoever takes over. It decides no figure. */
import type {Labels} from '#concepts/labels';

export interface OfficeYear {
  readonly wheel: readonly Deadline[];
  readonly contacts: readonly Contact[];
}

export interface Deadline {
  /** `MM-DD`: every year. */
  readonly on: string;
  readonly what: Labels;
  /** The command it is done with, where it is one. */
  readonly command?: string | undefined;
}

export interface Contact {
  /** A role or an office; a person only where the office chooses to name one. */
  readonly who: Labels;
  readonly about: Labels;
  readonly reach?: string | undefined;
}

export const NO_YEAR: OfficeYear = {wheel: [], contacts: []};
