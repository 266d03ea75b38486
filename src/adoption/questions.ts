/** What has to be asked before anything is adopted: each heading, word and assumption once, however many files it stands in. */
import type {Code} from '#concepts/code-list';
import type {FieldId} from '#intake/source-format';
import {bare} from './likeness.ts';
import {type ColumnProposal, type ListProposal, type SheetProposal, SURE, type WordProposal} from './proposal.ts';
import {nameOf} from './sheet-seen.ts';

export type Question =
  | {
      readonly kind: 'column';
      readonly heading: string;
      readonly sheets: readonly string[];
      readonly pattern: string;
      readonly proposed: FieldId | undefined;
      readonly certainty: number;
      readonly column: ColumnProposal;
    }
  | {
      readonly kind: 'word';
      readonly of: string;
      readonly word: string;
      readonly cells: number;
      readonly sheets: readonly string[];
      readonly proposed: Code | undefined;
      readonly certainty: number;
    }
  | {
      readonly kind: 'assume';
      readonly member: string;
      readonly list: string;
      readonly sheets: readonly string[];
      readonly proposed: Code;
      readonly certainty: number;
    }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly sheets: readonly string[];
      readonly proposed: string | undefined;
      readonly certainty: number;
      readonly examples: readonly string[];
    };

/** So likely to be something, a column is not left out unasked. */
const LIKELY = 0.6;

export function questionsOf(sheets: readonly SheetProposal[], accept: number = SURE): readonly Question[] {
  const lists = sheets.filter((one): one is ListProposal => one.kind === 'list' && isTaken(one));
  return [
    ...columnQuestions(lists, accept),
    ...assumeQuestions(lists, accept),
    ...tableQuestions(sheets, accept),
    ...wordQuestions(sheets, accept),
  ];
}

export const isTaken = ({findings}: SheetProposal): boolean => findings.every(({severity}) => severity !== 'error');

const isOpen = ({field, certainty, others, grounds}: ColumnProposal, accept: number): boolean =>
  !grounds.includes('answered') &&
  (field === undefined ? (others[0]?.certainty ?? 0) >= Math.max(LIKELY, 1 - accept) : certainty < accept);

function columnQuestions(lists: readonly ListProposal[], accept: number): readonly Question[] {
  const open = lists.flatMap((list) =>
    list.columns
      .filter((one) => isOpen(one, accept))
      .map((column) => ({list, column, key: `${list.pattern.id} ${bare(column.heading)}`})),
  );
  return [...Map.groupBy(open, ({key}) => key).values()].flatMap((all) => {
    const [first, ...more] = all.toSorted((a, b) => b.column.certainty - a.column.certainty);
    if (first === undefined) return [];
    const {column, list} = first;
    return [
      {
        kind: 'column',
        heading: column.heading,
        sheets: [first, ...more].map((one) => nameOf(one.list.seen)),
        pattern: list.pattern.id,
        proposed: column.field,
        certainty: column.certainty,
        column,
      },
    ];
  });
}

function assumeQuestions(lists: readonly ListProposal[], accept: number): readonly Question[] {
  const open = lists.flatMap((list) =>
    list.assumptions.filter(({certainty, code}) => code !== null && certainty < accept).map((one) => ({list, one})),
  );
  return [...Map.groupBy(open, ({one}) => one.member).values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined || first.one.code === null) return [];
    const {member, list, code, certainty} = first.one;
    return [
      {kind: 'assume', member, list, sheets: all.map((each) => nameOf(each.list.seen)), proposed: code, certainty},
    ];
  });
}

function tableQuestions(sheets: readonly SheetProposal[], accept: number): readonly Question[] {
  const open = sheets.flatMap((sheet) =>
    sheet.kind === 'figures'
      ? sheet.blocks.filter(({certainty}) => certainty < accept).map((block) => ({sheet, block}))
      : [],
  );
  return [...Map.groupBy(open, ({block}) => bare(block.title)).values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const {title, table, certainty, examples} = first.block;
    const names = all.map(({sheet}) => nameOf(sheet.seen));
    return [{kind: 'table', title, sheets: names, proposed: table, certainty, examples}];
  });
}

function wordQuestions(sheets: readonly SheetProposal[], accept: number): readonly Question[] {
  const open = sheets.flatMap((sheet) =>
    wordsOf(sheet)
      .filter(
        ({certainty, code, grounds}) => !grounds.includes('answered') && (code === undefined || certainty < accept),
      )
      .map((word) => ({sheet, word})),
  );
  return [...Map.groupBy(open, ({word}) => `${word.of} ${bare(word.word)}`).values()].flatMap((all) => {
    const [first] = all.toSorted((a, b) => b.word.certainty - a.word.certainty);
    if (first === undefined) return [];
    const {of, word, code, certainty} = first.word;
    const names = new Set(all.map((each) => nameOf(each.sheet.seen)));
    const cells = all.reduce((sum, each) => sum + each.word.cells, 0);
    return [{kind: 'word', of, word, cells, sheets: [...names], proposed: code ?? undefined, certainty}];
  });
}

const wordsOf = (sheet: SheetProposal): readonly WordProposal[] => {
  if (!isTaken(sheet)) return [];
  if (sheet.kind === 'list') return sheet.words;
  return sheet.kind === 'figures' ? sheet.blocks.flatMap(({words}) => words) : [];
};
