/** Composed statements proven equal number by number: in each section the same figures of the same cells. */
import type {Finding} from '#concepts/finding';
import {OPENING} from './messages.ts';
import type {Block, ChartView, Inline, Statement} from './statement.ts';

export function compareStatements(statements: readonly Statement[]): readonly Finding[] {
  const [first, ...others] = statements;
  return first === undefined ? [] : others.flatMap((other) => comparePair(first, other));
}

function comparePair(a: Statement, b: Statement): readonly Finding[] {
  const [here, there] = [figuresBySection(a), figuresBySection(b)];
  const sections = [...new Set([...here.keys(), ...there.keys()])];
  return sections.flatMap((section) => {
    const [ours, theirs] = [here.get(section) ?? [], there.get(section) ?? []];
    const [onlyHere, onlyThere] = [without(ours, theirs), without(theirs, ours)];
    if (onlyHere.length + onlyThere.length === 0) return [];
    return [
      {
        rule: 'statements-differ',
        severity: 'error',
        facts: {section, here: onlyHere, there: onlyThere},
      } satisfies Finding,
    ];
  });
}

/** What is left of `a` when everything in `b` is taken from it once. */
function without(a: readonly string[], b: readonly string[]): readonly string[] {
  const rest = [...b];
  return a.filter((figure) => {
    const at = rest.indexOf(figure);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function figuresBySection({blocks, notes}: Statement): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, readonly string[]>();
  const add = (section: string, figures: readonly string[]) =>
    sections.set(section, [...(sections.get(section) ?? []), ...figures]);
  let section = OPENING;
  for (const block of blocks) {
    if (block.kind === 'heading') section = block.id;
    add(section, figuresIn(block));
  }
  for (const {id, content} of notes) add(`note ${id}`, content.flatMap(figures));
  return sections;
}

function figuresIn(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.content.flatMap(figures);
    case 'list':
      return block.items.flat().flatMap(figures);
    case 'commentary':
      return ['commentary', ...block.content.flat().flatMap(figures)];
    case 'table':
      return [
        ...block.table.rows.flatMap(({cells}) =>
          cells.map(
            ({address, observation}) =>
              `${address} ${observation.kind === 'count' ? observation.value : observation.kind}`,
          ),
        ),
        ...block.table.notes.flatMap(({id, mark, content}) => [`note ${id} ${mark}`, ...content.flatMap(figures)]),
      ];
    case 'chart':
      return [`chart ${block.chart.id}`, ...drawn(block.chart).map((value, i) => `${i}: ${value ?? 'nothing'}`)];
  }
}

const drawn = (chart: ChartView): readonly (number | undefined)[] =>
  chart.kind === 'dumbbell'
    ? chart.rows.flatMap(({first, latest}) => [first.value, latest.value])
    : chart.bars.map(({value}) => value);

function figures(inline: Inline): readonly string[] {
  if (inline.kind === 'figure') return [`${inline.addresses.join(' + ') || 'quoted'} ${inline.value ?? inline.text}`];
  return 'content' in inline ? inline.content.flatMap(figures) : [];
}
