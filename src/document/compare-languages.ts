/**
 * Two languages of one statement, proven equal before any figure is known: the same sections in the same order, and in each
 * the same cells under the same functions, the same tables, charts and notes. Grammar may order the cells of a sentence.
 */
import type {Finding} from '#concepts/finding';
import {NOTE} from './check-syntax.ts';
import type {GuardedWords} from './guarded-words.ts';
import {readMessage, type Use, usesIn} from './message-model.ts';
import {messagesIn, sectionsOf} from './messages.ts';
import type {Message, Outline, OutlineBlock} from './outline.ts';
import {textFinding} from './text-finding.ts';

interface SectionUses {
  readonly id: string;
  readonly line: number;
  readonly uses: readonly string[];
}

export function compareLanguages(a: Outline, b: Outline): readonly Finding[] {
  const [here, there] = [usesBySection(a), usesBySection(b)];
  const order = [here, there].map((sections) => sections.map(({id}) => id));
  const findings = here.flatMap((section) => {
    const other = there.find(({id}) => id === section.id);
    return difference(a, b, section, other?.uses ?? undefined);
  });
  const onlyThere = there
    .filter(({id}) => !order[0]?.includes(id))
    .flatMap((section) => difference(b, a, section, undefined));
  const moved = order[0]?.join(' ') !== order[1]?.join(' ') && findings.length + onlyThere.length === 0;
  const outOfOrder = textFinding(
    'languages-differ',
    {file: a.file, line: 1},
    {section: '', other: b.file, here: order[0] ?? [], there: order[1] ?? []},
  );
  return [...findings, ...onlyThere, ...(moved ? [outOfOrder] : [])];
}

/** `other`: what the same section uses there; undefined when there is no such section. */
function difference(a: Outline, b: Outline, {id, line, uses}: SectionUses, other: readonly string[] | undefined) {
  const here = other === undefined ? [`# ${id}`, ...uses] : uses.filter((use) => !other.includes(use));
  const there = (other ?? []).filter((use) => !uses.includes(use));
  return here.length + there.length === 0
    ? []
    : [textFinding('languages-differ', {file: a.file, line}, {section: id, other: b.file, here, there})];
}

function usesBySection(outline: Outline): readonly SectionUses[] {
  const sections = sectionsOf(outline).map(({id, line, blocks}) => ({id, line, uses: sorted(blocks.flatMap(usesOf))}));
  const notes = outline.notes.map(({id, line, messages}) => ({
    id: `note ${id}`,
    line,
    uses: sorted(messages.flatMap(inMessage)),
  }));
  return [...sections, ...notes.toSorted((a, b) => (a.id < b.id ? -1 : 1))];
}

const usesOf = (block: OutlineBlock): readonly string[] =>
  block.kind === 'table' ||
  block.kind === 'chart' ||
  block.kind === 'breaks' ||
  block.kind === 'revisions' ||
  block.kind === 'commentary'
    ? [`::${block.kind}{#${block.id}}`]
    : messagesIn(block).flatMap(inMessage);

function inMessage(message: Message): readonly string[] {
  const read = readMessage(message);
  const notes = [...message.source.matchAll(NOTE)].map(([note]) => note);
  return [...notes, ...(read.ok ? usesIn(read.value).map(nameOf) : [])];
}

/** The cell, the function, and the options that change the figure: not its nouns. */
function nameOf({name, function: applied, options}: Use): string {
  const telling = ['base', 'from', 'with', 'except', 'show'].flatMap((option) => {
    const given = options[option];
    if (given === undefined) return [];
    return [`${option}=${given.type === 'variable' ? `$${given.name}` : given.value}`];
  });
  return [`$${name}`, ...(applied === undefined || applied === 'count' ? [] : [`:${applied}`]), ...telling].join(' ');
}

const sorted = (uses: readonly string[]): readonly string[] => [...new Set(uses)].sort();

/** The thresholds decide what is true, so they are one in every language. */
export function compareThresholds(a: GuardedWords, b: GuardedWords): readonly Finding[] {
  const [here, there] = [thresholdsOf(a), thresholdsOf(b)];
  const onlyHere = here.filter((threshold) => !there.includes(threshold));
  const onlyThere = there.filter((threshold) => !here.includes(threshold));
  return onlyHere.length + onlyThere.length === 0
    ? []
    : [
        textFinding(
          'languages-differ',
          {file: a.file, line: 1},
          {section: 'thresholds', other: b.file, here: onlyHere, there: onlyThere},
        ),
      ];
}

const thresholdsOf = ({thresholds}: GuardedWords): readonly string[] =>
  Object.entries(thresholds).map(([claim, {atLeast, below}]) => `${claim} ${atLeast ?? ''}–${below ?? ''}`);
