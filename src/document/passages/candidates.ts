/** Cells that a typed figure could be bound to: those that read the same, the likeliest first by where and beside what it stands. */

import {YEAR} from '#concepts/concept';
import {periodId} from '#concepts/period';
import type {Words} from '#concepts/words';
import type {ProtectedCube} from '#disclosure/protect';
import {PERCENT} from '#language/percent';
import {ALL} from '#tabulation/cube';
import {addressOf, type Cell, findCellAt, parseAddress, partsOf, totalCell} from '../address.ts';
import {share} from '../functions/percent.ts';
import {tally} from '../functions/tally.ts';
import {labelOf} from '../functions/telling.ts';
import {LOCALES, numberIn} from '../intl.ts';
import {readMessage, usesIn} from '../message-model.ts';
import {messagesIn, sectionsOf} from '../messages.ts';
import type {Outline} from '../outline.ts';
import type {Candidate} from './back.ts';
import {bagOf, likeness} from './diff.ts';
import {settled} from './tokens.ts';

const MOST = 3;

export interface Among {
  readonly cubes: readonly ProtectedCube[];
  readonly words: Words;
  readonly outline: Outline;
}

export function candidatesAmong({cubes, words, outline}: Among) {
  const locale = LOCALES[outline.language];
  const cells = cubes.filter(({dimensions}) => dimensions.length <= 2).flatMap(cellsOf);
  const known = cells.map((cell) => ({cell, bag: bagOf(`${labelOf(words, cell)} ${words.table(cell.cube.table.id)}`)}));
  return (typed: string, section: string, beside: string): readonly Candidate[] => {
    const text = settled(typed);
    const tables = tablesIn(outline, section);
    const near = bagOf(beside);
    return known
      .flatMap(({cell, bag}) => {
        const applied = readsAs(cell, text, locale);
        if (applied === undefined) return [];
        const score = likeness(bag, near) + (tables.has(cell.cube.table.id) ? 1 : 0);
        return [{cell, applied, score}];
      })
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({cell, applied}) => {
        const address = namedAddress(cell);
        const title = `${labelOf(words, cell)} – ${words.table(cell.cube.table.id)}`;
        return {address, title, placeholder: `{$${address}${applied}}`};
      });
  };
}

const cellsOf = (cube: ProtectedCube): readonly Cell[] => {
  const total = totalCell(cube);
  const [first, second] = cube.dimensions;
  const inner =
    first !== undefined && second !== undefined
      ? first.codes.flatMap((one) =>
          [...second.codes, ALL].flatMap((other) => findCellAt(cube, [one, other], cube.period) ?? []),
        )
      : partsOf(cube);
  return [...inner, ...(total === undefined ? [] : [total])];
};

/** What is written after its address so that it prints this; undefined where it prints something else. */
function readsAs(cell: Cell, text: string, locale: string): string | undefined {
  const {count} = tally([cell]);
  if (count === undefined) return undefined;
  if (numberIn(locale, count) === text || String(count) === text) return '';
  const number = text.replace(IS_SHARE, '');
  if (number === text) return undefined;
  const total = totalCell(cell.cube);
  const whole = total === undefined ? undefined : tally([total]).count;
  if (whole === undefined || whole === 0 || count > whole || total?.address === cell.address) return undefined;
  return settled(share(locale, count, whole, 0)).split(' ')[0] === number ? ' :percent' : undefined;
}

const IS_SHARE = new RegExp(`${PERCENT}$`, 'iu');

/** A year is named as the text names it, so that it is right next year too. */
function namedAddress({cube, codes}: Cell): string {
  const named = codes.map((code, i) =>
    cube.dimensions[i]?.concept === YEAR && code === periodId(cube.period) ? 'this-year' : code,
  );
  const shown = named.findLastIndex((code) => code !== ALL);
  return addressOf(cube.table.id, shown < 0 ? named : named.slice(0, shown + 1));
}

function tablesIn(outline: Outline, section: string): ReadonlySet<string> {
  const own = sectionsOf(outline).find(({id}) => id === section);
  return new Set(
    (own?.blocks ?? []).flatMap((block) => {
      if (block.kind === 'table' || block.kind === 'chart') return [block.id];
      return messagesIn(block).flatMap((message) => {
        const read = readMessage(message);
        return read.ok ? usesIn(read.value).map(({name}) => parseAddress(name).table) : [];
      });
    }),
  );
}
