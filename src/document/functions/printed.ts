/** What a function puts into a sentence: figures with their addresses, words beside them, or a fault where it cannot. */
import type {MessageFunctionContext, MessageValue} from 'messageformat/functions';
import type {Inline} from '../statement.ts';

export class Printed {
  readonly inlines: readonly Inline[];

  constructor(inlines: readonly Inline[]) {
    this.inlines = inlines;
  }
}

/** What a function works on, kept through declarations: `{$x :percent}` after `.input {$x :count}` still sees the cell. */
export type Operand = unknown;

export type FigureValue = MessageValue<'printed'>;

/** Not every value can be printed or selected on: what cannot be is reported when it is tried. */
export function value(parts: {
  readonly of: Operand;
  readonly select: (keys: ReadonlySet<string>) => string | null;
  readonly print: () => readonly Inline[];
}): FigureValue {
  const {of, select, print} = parts;
  return {
    type: 'printed',
    selectKey: select,
    toParts: () => [{type: 'printed', value: new Printed(print())}],
    valueOf: () => of,
  };
}

export const textInline = (text: string): readonly Inline[] => (text === '' ? [] : [{kind: 'text', text}]);

/** Takes the operand out of the value an earlier declaration wrapped it in. */
export function operandOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'type' in input && input.type === 'printed'
    ? input.valueOf()
    : input;
}

export type {MessageFunctionContext};
