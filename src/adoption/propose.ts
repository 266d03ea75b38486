/** What each sheet of an office's folder is proposed to be: a list, figures that were published, or nothing that can be taken. */
import type {Finding, FindingRule, Severity} from '#concepts/finding';
import {textOf} from '#intake/cell';
import {isSkipped} from './answers.ts';
import type {SheetProposal} from './proposal.ts';
import {proposeFigures} from './propose-figures.ts';
import {type Known, proposeList} from './propose-list.ts';
import type {SheetSeen} from './sheet-seen.ts';

export const propose = (sheets: readonly SheetSeen[], known: Known): readonly SheetProposal[] =>
  sheets.map((seen) => proposeSheet(seen, known));

function proposeSheet(seen: SheetSeen, known: Known): SheetProposal {
  if (isSkipped(known.answers, seen)) return none(seen, 'sheet-skipped', 'note');
  if (seen.rows.every(({cells}) => cells.every((cell) => textOf(cell) === '')))
    return none(seen, 'sheet-empty', 'note');
  return proposeFigures(seen, known) ?? proposeList(seen, known) ?? none(seen, 'sheet-not-understood', 'warning');
}

function none(seen: SheetSeen, rule: FindingRule, severity: Severity): SheetProposal {
  const {file, sheet} = seen;
  const finding: Finding = {rule, severity, facts: {file, ...(sheet === undefined ? {} : {sheet})}};
  return {kind: 'none', seen, findings: [finding]};
}
