/** That an edition, counted again from the same facts, has other figures than it printed: as a finding, and as the log keeps it. */
import type {Finding} from '#concepts/finding';

export interface SaidOtherwise {
  readonly edition: string;
  /** Named one after the other. */
  readonly tables: string;
}

const RULE = 'said-otherwise';

export const saidOtherwise = ({edition, tables}: SaidOtherwise): Finding => ({
  rule: RULE,
  severity: 'error',
  facts: {edition, tables},
});

export const asSaidOtherwise = ({rule, facts}: Finding): SaidOtherwise | undefined =>
  rule === RULE ? {edition: String(facts.edition), tables: String(facts.tables)} : undefined;
