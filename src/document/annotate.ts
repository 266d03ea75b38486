/**
 * Prepares a message for the library: a bare `{$cell}` counts, a bare `{$year}` is given, and every variant carries a
 * mark, so that what was selected is known afterwards.
 */
import type {MessagePart, Model} from 'messageformat';
import {GIVEN} from './address.ts';

const VARIANT = 'variant';

export function annotated(model: Model.Message): Model.Message {
  const declared = new Set(model.declarations.map(({name}) => name));
  const pattern = (parts: Model.Pattern): Model.Pattern => parts.map((part) => withFunction(part, declared));
  if (model.type === 'message') return {...model, pattern: pattern(model.pattern)};
  const variants = model.variants.map((variant, i) => ({...variant, value: [mark(i), ...pattern(variant.value)]}));
  return {...model, variants};
}

function withFunction(part: Model.Pattern[number], declared: ReadonlySet<string>): Model.Pattern[number] {
  if (typeof part === 'string' || part.type === 'markup' || part.functionRef !== undefined) return part;
  const {arg} = part;
  if (arg?.type !== 'variable' || declared.has(arg.name)) return part;
  const name = GIVEN.some((known) => known === arg.name) ? 'given' : 'count';
  return {...part, arg, functionRef: {type: 'function', name}};
}

const mark = (index: number): Model.Markup => ({
  type: 'markup',
  kind: 'standalone',
  name: VARIANT,
  options: {index: {type: 'literal', value: String(index)}},
});

/** Which variant a part marks; undefined for every other part. */
export function variantOf(part: MessagePart<string>): number | undefined {
  if (part.type !== 'markup' || !('name' in part) || part.name !== VARIANT) return undefined;
  return Number(part.options?.index);
}
