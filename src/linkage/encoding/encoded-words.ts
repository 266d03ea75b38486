/** What is encoded of a value: words under the folding tables that hold for every name, parts of a date, characters of a number. */
import {canonicalJson} from '#kit/canonical-json';
import {sha256} from '#kit/digest';
import type {Comparison} from '../comparison.ts';
import {codeComparison} from '../comparisons/code.ts';
import {dateComparison} from '../comparisons/date.ts';
import {identifierComparison} from '../comparisons/identifier.ts';
import {nameComparison} from '../comparisons/name.ts';
import {phoneComparison} from '../comparisons/phone.ts';
import {textComparison} from '../comparisons/text.ts';
import type {WrittenDate} from '../comparisons/written-date.ts';
import {type FoldingTable, makeFolding} from '../folding/folding-table.ts';
import {withOwn} from '../folding/shipped.ts';

/** The words of a value, and weaker words two nearly equal values still share. */
export interface Words {
  readonly words: readonly string[];
  readonly weaker: readonly string[];
}

export type EncodedKind = 'name' | 'date' | 'identifier' | 'phone' | 'code' | 'text';

export function wordsOf(kind: EncodedKind, own: readonly FoldingTable[] = []): (raw: string) => Words | undefined {
  switch (kind) {
    case 'name':
      return ofNames(own);
    case 'date':
      return ofDates;
    case 'identifier':
      return alone(identifierComparison());
    case 'phone':
      return alone(phoneComparison());
    case 'code':
      return alone(codeComparison());
    case 'text':
      return ofTexts;
  }
}

const dates = dateComparison();
const texts = textComparison();

/** The tables that are told by a name would read one word in two ways, so they cannot be used before the lists meet. */
function ofNames(own: readonly FoldingTable[]): (raw: string) => Words | undefined {
  const names = nameComparison(own);
  const everyName = withOwn(own)
    .filter(({told}) => told === undefined)
    .map(makeFolding);
  return (raw) => {
    const name = names.prepare(raw);
    if (name === undefined) return undefined;
    const words = [...new Set(name.tokens.map(({text}) => text))];
    return {
      words,
      weaker: [...new Set(words.map((word) => everyName.reduce((read, table) => table.read(read), word)))],
    };
  };
}

function ofDates(raw: string): Words | undefined {
  const date = dates.prepare(raw);
  if (date === undefined) return undefined;
  return {words: [date.digits], weaker: date.month === 0 || date.day === 0 ? [] : partsOf(date)};
}

/** What a date with day and month swapped, or with one of its three parts wrong, still shares. The year alone is not told. */
const partsOf = ({year, month, day}: WrittenDate): readonly string[] => [
  `either ${year} ${Math.min(month, day)} ${Math.max(month, day)}`,
  `year and month ${year} ${month}`,
  `year and day ${year} ${day}`,
  `month and day ${month} ${day}`,
];

function ofTexts(raw: string): Words | undefined {
  const text = texts.prepare(raw);
  return text === undefined ? undefined : {words: text.words, weaker: []};
}

const alone =
  (comparison: Comparison<readonly string[]>) =>
  (raw: string): Words | undefined => {
    const words = comparison.prepare(raw);
    return words === undefined ? undefined : {words, weaker: []};
  };

/** Part of the fingerprint: names read by other tables are not compared. Nothing where an office has none of its own. */
export const spellings = (kind: EncodedKind, own: readonly FoldingTable[] = []): string =>
  kind === 'name' && own.length > 0 ? ` ${sha256(canonicalJson(own))}` : '';
