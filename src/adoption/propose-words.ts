/** What each word of a column stands for: as a label or an earlier file has it, else the most alike. Nothing is taken to be unknown. */
import {type Code, UNKNOWN} from '#concepts/code-list';
import {type Cell, folded, isFormula, textOf} from '#intake/cell';
import type {Column, SourceFormat} from '#intake/source-format';
import {type Answers, wordAnswer} from './answers.ts';
import {bare, likeness} from './likeness.ts';
import {type Lists, labelsOf, type Memory} from './memory.ts';
import type {WordProposal} from './proposal.ts';

export interface Words {
  readonly lists: Lists;
  readonly memory: Memory;
  readonly answers: Answers;
}

/** A cell that is longer says something in whole sentences: it is no code, and nobody is asked. */
const LONGEST = 60;

export function proposeWords(
  cells: readonly Cell[],
  column: Column,
  pattern: SourceFormat,
  {lists, memory, answers}: Words,
): readonly WordProposal[] {
  const {type, field} = column;
  if (type.kind !== 'code' && type.kind !== 'answer') return [];
  const of = type.kind === 'code' ? type.list : field;
  const list = type.kind === 'code' ? lists.get(type.list) : undefined;
  const labels: ReadonlyMap<string, Code> = list === undefined ? new Map() : labelsOf(list);
  const own = new Map(Object.entries(type.words).map(([word, code]) => [folded(word), code] as const));
  const remembered = memory.words.get(of) ?? new Map<string, Code | null>();
  const unknown = new Set(pattern.unknownWords.map(folded));
  const separators = type.kind === 'code' ? type.separators : [];
  const isKnown = (word: string) => own.has(word) || labels.has(word) || remembered.has(word);

  return [...wordsIn(cells, separators, isKnown)]
    .filter(([word]) => !unknown.has(folded(word)) && word.length <= LONGEST)
    .map(([word, count]) => {
      const about = {of, word, cells: count};
      const key = folded(word);
      const answer = wordAnswer(answers, of, word);
      if (answer !== undefined)
        return {...about, code: answer === '' ? undefined : answer, certainty: 1, grounds: ['answered'] as const};
      const before = own.get(key) ?? remembered.get(key);
      if (before !== undefined) return {...about, code: before, certainty: 1, grounds: ['remembered'] as const};
      const label = labels.get(key);
      if (label !== undefined) return {...about, code: label, certainty: 1, grounds: ['label'] as const};
      return {...about, ...nearestCode(word, [...own, ...remembered, ...labels])};
    });
}

/** Each once, the most frequent first; several in a cell are parted as intake will part them. */
function wordsIn(
  cells: readonly Cell[],
  separators: readonly string[],
  isKnown: (word: string) => boolean,
): ReadonlyMap<string, number> {
  const counts = new Map<string, {readonly word: string; count: number}>();
  for (const cell of cells) {
    const text = isFormula(cell) ? '' : textOf(cell);
    const whole = isKnown(folded(text))
      ? [text]
      : separators.reduce((all, one) => all.flatMap((part) => part.split(one)), [text]);
    for (const word of whole.map((part) => part.trim()).filter((part) => part !== '')) {
      const entry = counts.get(folded(word)) ?? {word, count: 0};
      entry.count += 1;
      counts.set(folded(word), entry);
    }
  }
  const all = [...counts.values()].sort((a, b) => b.count - a.count);
  return new Map(all.map(({word, count}) => [word, count]));
}

/** Never certain: two words may be alike and mean two things. Where two codes are as likely, neither is proposed. */
const MOST = 0.9;
const LEAST = 0.5;
const APART = 0.1;

/** What is left over is no one's name, however alike it is. */
const REST: ReadonlySet<string> = new Set(['øvrige', 'andre', 'andet', 'resten', 'other', 'others', 'rest']);

export function nearestCode(word: string, known: readonly (readonly [string, Code | null])[]) {
  let best: {readonly code: Code; readonly alike: number} | undefined;
  let rival = 0;
  for (const [one, code] of known) {
    if (code === null || code === UNKNOWN || one.length < 3) continue;
    const alike = likeness(word, one);
    if (best === undefined || alike > best.alike) {
      if (best !== undefined && best.code !== code) rival = best.alike;
      best = {code, alike};
    } else if (best.code !== code) rival = Math.max(rival, alike);
  }
  if (REST.has(bare(word)) || best === undefined || best.alike < LEAST || best.alike - rival < APART)
    return {code: undefined, certainty: 0, grounds: []};
  return {code: best.code, certainty: Math.round(MOST * best.alike * 100) / 100, grounds: ['near'] as const};
}
