/** Where what is printed came from: each placeholder of a pattern by its number, so that it is found again in what was printed. */
import type {Model} from 'messageformat';
import {GIVEN} from './address.ts';
import type {Inline, Origin} from './statement.ts';

export interface PlaceholderOrigin {
  readonly origin: Origin;
  /** The text gives it the words beside its figure; those of others are from code lists. */
  readonly takesWords: boolean;
}

/** These print words that the text gives them as options. */
export const WITH_WORDS: readonly string[] = ['count', 'rest', 'categories', 'change'];

export function originsIn(
  pattern: Model.Pattern,
  {declarations}: Model.Message,
  sentence: string,
): readonly PlaceholderOrigin[] {
  return pattern
    .flatMap((part) => {
      if (typeof part === 'string' || part.type !== 'expression') return [];
      const {arg} = part;
      const declared = arg?.type === 'variable' ? declarations.find(({name}) => name === arg.name)?.value : undefined;
      const bare = GIVEN.some((given) => arg?.type === 'variable' && given === arg.name) ? 'given' : 'count';
      const applied = part.functionRef?.name ?? declared?.functionRef?.name ?? bare;
      const of = declared?.arg ?? arg;
      const name = of === undefined ? '' : of.type === 'variable' ? of.name : of.value;
      return [{name, takesWords: WITH_WORDS.includes(applied)}];
    })
    .map(({name, takesWords}, placeholder) => ({origin: {sentence, placeholder, name}, takesWords}));
}

export const placed = (inlines: readonly Inline[], from: PlaceholderOrigin | undefined): readonly Inline[] =>
  from === undefined
    ? inlines
    : inlines.map((inline) => ({
        ...inline,
        from: inline.kind === 'text' && from.takesWords ? {...from.origin, words: true} : from.origin,
      }));
