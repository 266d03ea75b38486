/**
 * Who the person is: all that must be able to vanish. Held only encrypted, under a key of the person's own.
 */
import type {PartialDate} from '#kit/partial-date';

export interface Identity {
  readonly names: readonly Name[];
  readonly identifiers: readonly Identifier[];
  readonly birth?: {readonly date: PartialDate; readonly assessed: boolean};
  readonly phones?: readonly string[];
}

export interface Name {
  readonly text: string;
  readonly kind: 'name' | 'alias';
}

/** A number some scheme gave the person: `cpr`, `us-person`, `cmm-case` … as the profile names the schemes. */
export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}
