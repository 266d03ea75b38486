/**
 * What became of the figures of earlier editions, written from the table of reasons: a paragraph for each year that reads otherwise
 * now, and one for all that do not.
 */
import {REVISION, YEAR} from '#concepts/concept';
import type {Observation} from '#concepts/observation';
import {AFTER, BEFORE, REVISION_REASONS} from '#concepts/revision';
import type {ProtectedCube} from '#disclosure/protect';
import type {Language} from '#language/language';
import {spans} from '#language/note-text';
import {findCell} from '#tabulation/cube';
import {addressOf} from './address.ts';
import {Figures} from './bound-figures.ts';
import {listIn} from './intl.ts';
import type {Inline} from './statement.ts';

/** `cube`: undefined while nothing was released. `title`: the table whose total it tells of. */
export function revisionNotes(
  cube: ProtectedCube | undefined,
  {language, locale, title}: {readonly language: Language; readonly locale: string; readonly title: string},
): readonly (readonly Inline[])[] {
  const {revising} = language.document;
  const years = cube?.dimensions.find(({concept}) => concept === YEAR)?.codes ?? [];
  const told = years.map((year) => ({year, at: (code: string) => cube && numberAt(cube, year, code)}));
  if (cube === undefined || told.length === 0) return [[{kind: 'text', text: revising.none}]];
  // Of a year whose figure is withheld, now or then, nobody may know whether it moved.
  const shown = told.filter(({year}) => ![BEFORE, AFTER].some((code) => isWithheld(cube, year, code)));
  const stand = shown.filter(({at}) => at(BEFORE) === at(AFTER)).map(({year}) => year);
  const moved = shown.filter(({year}) => !stand.includes(year));
  const codes = cube.dimensions.find(({concept}) => concept === REVISION)?.codes ?? [];
  const listed = (items: readonly string[]) =>
    listIn(locale, items)
      .map(({value}) => value)
      .join('');
  const paragraphs = moved.map(({year, at}) => {
    const figures = new Figures({locale});
    const address = (code: string) => [addressOf(cube.table.id, [year, code])];
    const number = (code: string) => {
      const value = at(code);
      return value === undefined ? revising.noNumber : figures.count(value, address(code), title);
    };
    // From no figure to one, or back, there is no difference to share out: its reasons are named.
    const whole = at(BEFORE) !== undefined && at(AFTER) !== undefined;
    const told = REVISION_REASONS.filter((reason) => codes.includes(reason));
    const reasons = told.flatMap((reason) => {
      const [value, named] = [at(reason), revising.reasons[reason]];
      if (value === 0) return [];
      if (value === undefined) return whole ? [] : [named];
      return [revising.because(named, figures.signed(value, address(reason), title))];
    });
    const why = told.some((reason) => isWithheld(cube, year, reason))
      ? revising.reasonsWithheld
      : revising.dueTo(listed(reasons));
    return figures.written(`${revising.moved(title, year, number(BEFORE), number(AFTER))} ${why}`);
  });
  const unmoved: readonly Inline[] = [
    {kind: 'text', text: revising.stands(title, listed(spans(stand.map(Number)).split(', ')))},
  ];
  return stand.length === 0 ? paragraphs : [...paragraphs, unmoved];
}

function numberAt(cube: ProtectedCube, year: string, code: string): number | undefined {
  const cell = cellAt(cube, year, code);
  return cell?.kind === 'count' ? cell.value : undefined;
}

const isWithheld = (cube: ProtectedCube, year: string, code: string): boolean =>
  cellAt(cube, year, code)?.kind === 'withheld';

const cellAt = (cube: ProtectedCube, year: string, code: string): Observation | undefined =>
  findCell(
    cube,
    cube.dimensions.map(({concept}) => (concept === REVISION ? code : year)),
  );
