/** A finding on the office's text, always with the file and line where it stands. */
import type {Facts, Finding, Severity, TextRule} from '#concepts/finding';

export interface Place {
  readonly file: string;
  readonly line: number;
}

export const textFinding = (
  rule: TextRule,
  {file, line}: Place,
  facts: Facts = {},
  severity: Severity = 'error',
): Finding => ({rule, severity, facts: {file, line, ...facts}});
