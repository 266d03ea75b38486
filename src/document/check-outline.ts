/**
 * An outline against the profile it belongs to, before any figure is known: every address leads to a cell some edition has,
 * every function is known, and no variant, chosen this year or not, has a figure or guarded word typed into it.
 */
import type {Model} from 'messageformat';
import type {Code} from '#concepts/code-list';
import {YEAR} from '#concepts/concept';
import type {Finding} from '#concepts/finding';
import {ALL} from '#tabulation/cube';
import {GIVEN, parseAddress, RESERVED_YEARS, TOTAL} from './address.ts';
import {NOTE} from './check-syntax.ts';
import {claimsOf} from './claims.ts';
import type {Commentary} from './commentary.ts';
import {FUNCTIONS} from './functions/index.ts';
import type {GuardedWords} from './guarded-words.ts';
import {insertMark, parseInline, plainText} from './inline-markdown.ts';
import {functionsIn, readMessage, usesIn, variantsOf} from './message-model.ts';
import {messagesOf} from './messages.ts';
import type {Message, Outline} from './outline.ts';
import {type Place, textFinding} from './text-finding.ts';
import {findTyped} from './typed-figures.ts';

/** What the profile knows: the concepts of a table's dimensions, and every code each ever had at its level. */
export interface KnownTables {
  /** Undefined: no such table. */
  findDimensions(table: string): readonly {readonly concept: string; readonly codes: ReadonlySet<Code>}[] | undefined;
}

export function checkOutline(
  outline: Outline,
  guarded: GuardedWords | undefined,
  known: KnownTables,
): readonly Finding[] {
  const {file} = outline;
  const inMessages = messagesOf(outline).flatMap((message) => checkMessage(message, file, guarded, known, []));
  const inBlocks = outline.blocks.flatMap((block) =>
    (block.kind === 'table' || block.kind === 'chart' || block.kind === 'breaks' || block.kind === 'revisions') &&
    known.findDimensions(block.id) === undefined
      ? [textFinding('no-such-cell', {file, line: block.line}, {address: block.id})]
      : [],
  );
  return [...inMessages, ...inBlocks].sort((a, b) => Number(a.facts.line) - Number(b.facts.line));
}

/** A commentary likewise: what it explains may be said in it. */
export function checkCommentary(
  {file, explains, paragraphs}: Commentary,
  guarded: GuardedWords | undefined,
  known: KnownTables,
): readonly Finding[] {
  const claims = explains.map(({change}) => change);
  return [
    ...explains.flatMap(({address, from}) =>
      [address, from].flatMap((name) => checkAddress(name, {file, line: 1}, known)),
    ),
    ...paragraphs.flatMap(({line, message}) => checkMessage({line, source: message}, file, guarded, known, claims)),
  ];
}

/** One message, of an outline or a commentary; `claims` is what is true of it beside its variants. */
function checkMessage(
  message: Message,
  file: string,
  guarded: GuardedWords | undefined,
  known: KnownTables,
  claims: readonly string[],
): readonly Finding[] {
  const read = readMessage(message);
  if (!read.ok) return [];
  const place = {file, line: message.line};
  const addresses = new Set(usesIn(read.value).map(({name}) => name));
  return [
    ...[...addresses].flatMap((name) => checkAddress(name, place, known)),
    ...checkFunctions(read.value, place),
    ...(guarded === undefined ? [] : checkTyped(read.value, place, guarded, claims)),
  ];
}

/** A faulty address, with the part of it that leads nowhere. */
function checkAddress(name: string, place: Place, known: KnownTables): readonly Finding[] {
  if (GIVEN.some((given) => given === name)) return [];
  const {table, codes = []} = parseAddress(name);
  const dimensions = known.findDimensions(table);
  const fine =
    dimensions !== undefined &&
    ((codes.length === 1 && codes[0] === TOTAL) ||
      (codes.length <= dimensions.length && codes.every((code, i) => isCode(code, dimensions[i]))));
  return fine ? [] : [textFinding('no-such-cell', place, {address: `$${name}`})];
}

function isCode(
  code: Code,
  dimension: {readonly concept: string; readonly codes: ReadonlySet<Code>} | undefined,
): boolean {
  if (code === ALL) return true;
  if (dimension?.concept === YEAR) return RESERVED_YEARS.some((year) => year === code) || /^\d{4}$/.test(code);
  return dimension?.codes.has(code) ?? false;
}

const checkFunctions = (model: Model.Message, place: Place): readonly Finding[] =>
  [...functionsIn(model)]
    .filter((name) => !FUNCTIONS.some((known) => known === name))
    .map((name) => textFinding('function-misused', place, {function: `:${name}`, why: FUNCTIONS.join(' ')}));

const checkTyped = (
  model: Model.Message,
  place: Place,
  guarded: GuardedWords,
  claims: readonly string[],
): readonly Finding[] =>
  variantsOf(model).flatMap((variant) => {
    const claimed = new Set([...claims, ...claimsOf(model, variant)]);
    return [typedText(variant.pattern), ...wordsBeside(model, variant.pattern)].flatMap((text) =>
      findTyped(text, guarded, claimed).map(({rule, text: found, claim}) =>
        textFinding(rule, place, {text: found, claim}),
      ),
    );
  });

/** What the office typed: figures are single marks, quotations with a source left out. */
function typedText(pattern: Model.Pattern): string {
  let quoted = false;
  const source = pattern.map((part) => {
    if (typeof part === 'string') return quoted ? insertMark(0) : part.replaceAll(NOTE, insertMark(0));
    if (part.type === 'markup')
      quoted = part.name === 'quoted' && part.kind === 'open' && part.options?.source !== undefined;
    return part.type === 'markup' ? '' : insertMark(0);
  });
  return plainText(parseInline(source.join('')));
}

/** Words given to a function to print beside its number; `zero` may say "none", which is then so. */
function wordsBeside({declarations}: Model.Message, pattern: Model.Pattern): readonly string[] {
  const placed = pattern.filter((part) => typeof part !== 'string' && part.type === 'expression');
  return [...placed, ...declarations.map(({value}) => value)].flatMap(({functionRef}) =>
    ['one', 'other', 'before', 'after', 'withheld', 'nothing'].flatMap((name) => {
      const given = functionRef?.options?.[name];
      return given?.type === 'literal' ? [given.value] : [];
    }),
  );
}
