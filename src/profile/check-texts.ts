/**
 * The statement's text held against the tables and against itself in the other language: a section, block or sentence that
 * only one language has, a commentary in one language, a table or code that is nowhere defined.
 */
import {YEAR} from '#concepts/concept';
import type {Finding} from '#concepts/finding';
import type {Outline, OutlineBlock} from '#document/outline';
import type {Definitions} from './definitions.ts';
import {fault} from './fault.ts';
import {nearest} from './nearest.ts';
import {addressesIn, type BlockText, sectionsOf} from './text-blocks.ts';

export function checkTexts(definitions: Definitions): readonly Finding[] {
  const {outlines, commentaries} = definitions.texts;
  const languages = definitions.settings?.languages ?? [];
  return [
    ...outlines.flatMap((one) => outlines.filter((other) => other !== one).flatMap((other) => onlyIn(one, other))),
    ...outlines.flatMap((outline) => checkNames(outline, definitions)),
    ...commentaries.flatMap(({file, id, period, language}) =>
      languages
        .filter((tag) => !commentaries.some((one) => one.language === tag && one.id === id && one.period === period))
        .map((tag) => fault('text-in-one-language', {file, line: 0}, {language, other: tag, text: id})),
    ),
  ];
}

/** What `one` has and `other` has not: whole sections, and within a section the first block that differs. */
function onlyIn(one: Outline, other: Outline): readonly Finding[] {
  const others = sectionsOf(other);
  const facts = {language: one.language, other: other.language};
  return [...sectionsOf(one)].flatMap(([id, section]) => {
    const theirs = others.get(id);
    const place = {file: one.file, line: section.line};
    if (theirs === undefined) return [fault('text-in-one-language', place, {...facts, text: id})];
    const extra = section.blocks.find((block, i) => exceeds(block, theirs.blocks[i]));
    if (extra === undefined) return [];
    return [fault('text-in-one-language', {file: one.file, line: extra.line}, {...facts, text: extra.kind})];
  });
}

/** Reported once, on the side that says more; where both say as much but not the same, on both. */
function exceeds(mine: BlockText, theirs: BlockText | undefined): boolean {
  if (theirs === undefined) return true;
  if (mine.kind !== theirs.kind || mine.id !== theirs.id) return true;
  return mine.sentences > theirs.sentences || mine.addresses.some((address) => !theirs.addresses.includes(address));
}

function checkNames(outline: Outline, definitions: Definitions): readonly Finding[] {
  const ids = definitions.tables.map(({value}) => value.id);
  const place = (line: number) => ({file: outline.file, line});
  const missing = (name: string, line: number) =>
    fault('no-such-table-defined', place(line), {name, known: ids, nearest: nearest(name, ids) ?? ''});
  const named = outline.blocks.filter(namesTable).filter(({id}) => !ids.includes(id));
  return [
    ...named.map(({id, line}) => missing(id, line)),
    ...addressesIn(outline).flatMap(({line, address}) => {
      const [table = '', ...codes] = address.split('.');
      if (codes.length === 0) return [];
      if (!ids.includes(table)) return [missing(table, line)];
      return codes.flatMap((code, i) =>
        unknownCode(definitions, table, code, i).map((facts) => fault('unknown-code', place(line), facts)),
      );
    }),
  ];
}

const namesTable = (block: OutlineBlock): block is Extract<OutlineBlock, {kind: 'table' | 'chart' | 'breaks'}> =>
  block.kind === 'table' || block.kind === 'chart' || block.kind === 'breaks';

const EVERYWHERE = ['all', 'total'];
const YEARS = /^(\d{4}|this-year|last-year|first-year)$/;

function unknownCode({tables, concepts, codeLists}: Definitions, id: string, code: string, i: number) {
  const concept = tables.find(({value}) => value.id === id)?.value.dimensions[i];
  if (EVERYWHERE.includes(code) || (concept === YEAR && YEARS.test(code))) return [];
  const list = concepts.find(({value}) => value.id === concept)?.value.list;
  const codes = codeLists.get(list ?? '')?.rows.map((row) => row.code) ?? [];
  if (codes.includes(code)) return [];
  const where = list === undefined ? `tables.yaml: ${id}` : `codelists/${list}.csv`;
  return [{code, list: where, nearest: nearest(code, codes) ?? ''}];
}
