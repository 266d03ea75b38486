/** MessageFormat 2 as the library reads it: the model of one message, and what it refers to. */
import {MessageSyntaxError, type Model, parseMessage, validate, visit} from 'messageformat';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Message} from './outline.ts';

export interface Unreadable {
  readonly line: number;
  readonly why: string;
}

/** The library throws on faulty syntax; here that is a refusal with the line. */
export function readMessage({line, source}: Message): Outcome<Model.Message, Unreadable> {
  try {
    const model = parseMessage(source);
    validate(model);
    return done(model);
  } catch (error) {
    if (!(error instanceof MessageSyntaxError)) throw error;
    const before = source.slice(0, Math.max(0, error.start));
    return refuse({line: line + before.split('\n').length - 1, why: error.type});
  }
}

/** One use of a variable or function: `persons-by-sex.female` under `:percent`. */
export interface Use {
  readonly name: string;
  /** The function applied; undefined for a bare `{$x}` and for options. */
  readonly function: string | undefined;
  readonly options: Readonly<Record<string, Model.Literal | Model.VariableRef>>;
  /** `@of-which`: a part that need not close. */
  readonly ofWhich: boolean;
}

/** Every variable from outside the message, in order of mention. */
export function usesIn(model: Model.Message): readonly Use[] {
  const local = new Set(model.declarations.filter(({type}) => type === 'local').map(({name}) => name));
  const uses: Use[] = [];
  visit(model, {
    expression: ({arg, functionRef, attributes}) => {
      const options = functionRef?.options ?? {};
      const ofWhich = attributes !== undefined && 'of-which' in attributes;
      if (arg?.type === 'variable' && !local.has(arg.name))
        uses.push({name: arg.name, function: functionRef?.name, options, ofWhich});
      for (const option of Object.values(options))
        if (option.type === 'variable' && !local.has(option.name))
          uses.push({name: option.name, function: undefined, options: {}, ofWhich});
    },
  });
  return uses;
}

export function markupIn(model: Model.Message): readonly Model.Markup[] {
  const found: Model.Markup[] = [];
  visit(model, {markup: (markup) => void found.push(markup)});
  return found;
}

export const functionsIn = (model: Model.Message): ReadonlySet<string> => validate(model).functions;

/** The variants a message can become, each with what its keys claim. */
export interface Variant {
  readonly pattern: Model.Pattern;
  readonly keys: readonly string[];
}

export const variantsOf = (model: Model.Message): readonly Variant[] =>
  model.type === 'message'
    ? [{pattern: model.pattern, keys: []}]
    : model.variants.map(({value, keys}) => ({
        pattern: value,
        keys: keys.map((key) => (key.type === '*' ? '*' : key.value)),
      }));
