/** Prepares a pattern for the library: a bare `{$cell}` counts, a bare `{$year}` is given. */
import type {Model} from 'messageformat';
import {GIVEN} from './address.ts';

export function annotated(pattern: Model.Pattern, {declarations}: Model.Message): Model.Pattern {
  const declared = new Set(declarations.map(({name}) => name));
  return pattern.map((part) => withFunction(part, declared));
}

function withFunction(part: Model.Pattern[number], declared: ReadonlySet<string>): Model.Pattern[number] {
  if (typeof part === 'string' || part.type === 'markup' || part.functionRef !== undefined) return part;
  const {arg} = part;
  if (arg?.type !== 'variable' || declared.has(arg.name)) return part;
  const name = GIVEN.some((known) => known === arg.name) ? 'given' : 'count';
  return {...part, arg, functionRef: {type: 'function', name}};
}
