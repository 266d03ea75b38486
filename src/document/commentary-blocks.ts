/**
 * The office's judgement of the period where the outline gives it a place: told when it is there and still explains
 * something, flagged when the change it explains is gone, absent when it was not renewed, or explains what is withheld.
 */

import {periodId} from '#concepts/period';
import type {Commentary} from './commentary.ts';
import {directionOf} from './functions/change.ts';
import {dayIn} from './intl.ts';
import {findCellNamed} from './scope.ts';
import {type Teller, tell} from './sentence.ts';
import type {Block} from './statement.ts';
import {textFinding} from './text-finding.ts';

export function commentaryBlocks(teller: Teller, commentaries: readonly Commentary[], id: string): readonly Block[] {
  const here = commentaries.find(
    (commentary) =>
      commentary.id === id &&
      commentary.period === periodId(teller.scope.period) &&
      commentary.language === teller.words.language,
  );
  if (here === undefined || here.explains.some((change) => isWithheldChange(teller, change))) return [];

  const placed = {...teller, file: here.file};
  for (const finding of outdated(placed, here)) teller.report(finding);
  const claims = here.explains.map(({change}) => change);
  const {by, on} = here.signed;
  return [
    {
      kind: 'commentary',
      content: here.paragraphs.map(({line, message}) => tell(placed, {line, source: message}, claims)),
      signed: teller.language.document.telling.signed(by, dayIn(teller.scope.locale, on)),
    },
  ];
}

/** To explain a change tells that there was one. */
const isWithheldChange = ({scope}: Teller, {address, from}: Commentary['explains'][number]): boolean =>
  [address, from].some((name) => findCellNamed(scope, name)?.observation.kind === 'withheld');

/** What it explains has not happened, or can no longer be seen. */
const outdated = ({scope}: Teller, {file, explains}: Commentary) =>
  explains.flatMap(({address, from, change}) => {
    const [now, before] = [findCellNamed(scope, address), findCellNamed(scope, from)];
    const found = now === undefined || before === undefined ? 'unknown' : directionOf(now, before);
    return found === change
      ? []
      : [textFinding('commentary-outdated', {file, line: 1}, {address, expected: change, found})];
  });
