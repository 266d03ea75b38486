/**
 * One message told: MessageFormat selects and formats, Markdown gives emphasis and links, then what is typed and should be
 * bound is marked. Figures keep their addresses all the way.
 */
import {MessageFormat, type Model} from 'messageformat';
import type {Facts, Finding, TextRule} from '#concepts/finding';
import type {Words} from '#concepts/words';
import {canonicalJson} from '#kit/canonical-json';
import type {Language} from '#language/language';
import {beforeFullStop} from '#language/percent';
import {annotated} from './annotate.ts';
import {NOTE} from './check-syntax.ts';
import {claimsOf, withoutFigure} from './claims.ts';
import {functionsFor} from './functions/index.ts';
import {Printed} from './functions/printed.ts';
import type {Telling} from './functions/telling.ts';
import type {GuardedWords} from './guarded-words.ts';
import {insertMark, parseInline, plainText, withInserts, withoutPrivateUse} from './inline-markdown.ts';
import {markTyped} from './mark-typed.ts';
import {readMessage, usesIn, variantsOf} from './message-model.ts';
import {originsIn, type PlaceholderOrigin, placed} from './origins.ts';
import type {Message} from './outline.ts';
import {openParts, type Used} from './parts-close.ts';
import {resolve, type Scope, spanText} from './scope.ts';
import {selectVariant} from './select-variant.ts';
import type {Inline, Statement} from './statement.ts';
import {textFinding} from './text-finding.ts';
import {findTyped} from './typed-figures.ts';

export interface Teller {
  readonly scope: Scope;
  readonly edition: Statement['edition'];
  readonly language: Language;
  readonly words: Words;
  readonly guarded: GuardedWords;
  readonly file: string;
  readonly report: (finding: Finding) => void;
  /** The number of a note at its first mention; undefined when it is not written. */
  readonly mention: (note: string) => string | undefined;
  /** Told which form of a sentence was chosen. */
  readonly chosen?: (sentence: string, form: number, forms: number) => void;
}

/**
 * `claims`: what is true beside the variant's own keys, such as the change a commentary explains. `sentence`: its id, where what is
 * told is to be found again.
 */
export function tell(
  teller: Teller,
  message: Message,
  claims: readonly string[] = [],
  sentence?: string,
): readonly Inline[] {
  const told = toldOrMarked(teller, message, claims, sentence);
  return sentence === undefined ? told : told.map((inline) => ({...inline, sentence}));
}

function toldOrMarked(
  teller: Teller,
  message: Message,
  claims: readonly string[],
  sentence: string | undefined,
): readonly Inline[] {
  const found: Finding[] = [];
  const told = toldBy({...teller, report: (finding) => found.push(finding)}, message, claims, sentence);
  // A faulty address is met again by every key that is tried.
  for (const finding of new Map(found.map((one) => [canonicalJson(one), one])).values()) teller.report(finding);
  const [unmarked] = told.some(isFaulty) ? [] : found;
  return unmarked === undefined ? told : [...told, {kind: 'fault', text: ' […]', message: said(teller, unmarked)}];
}

/** What failed while a variant was chosen may leave no trace in the variant. */
const isFaulty = (inline: Inline): boolean =>
  inline.kind === 'fault' || ('content' in inline && inline.content.some(isFaulty));

function toldBy(
  teller: Teller,
  message: Message,
  claims: readonly string[],
  sentence: string | undefined,
): readonly Inline[] {
  const read = readMessage(message);
  if (!read.ok) return [fault(teller, message.line, 'message-not-readable', {why: read.refusal.why}, message.source)];

  const {parts, variant} = format(teller, message, read.value);
  const variants = variantsOf(read.value);
  const selected = variants[variant];
  const origins = sentence === undefined ? [] : originsIn(selected?.pattern ?? [], read.value, sentence);
  if (sentence !== undefined) teller.chosen?.(sentence, variant, variants.length);
  const {text, inserts} = gather(teller, parts, origins);
  const content = parseInline(text);
  const claimed = new Set([...claims, ...(selected === undefined ? [] : claimsOf(read.value, selected))]);

  const marked = markTyped(content, findTyped(plainText(content), teller.guarded, claimed), (typed) => {
    const finding = textFinding(
      typed.rule,
      {file: teller.file, line: message.line},
      {text: typed.text, claim: typed.claim},
    );
    teller.report(finding);
    return said(teller, finding);
  });
  const told = withInserts(marked, inserts);
  const worded = selected === undefined ? [] : withoutFigure(read.value, selected);
  return [...told, ...markOpenParts(teller, message, {uses: usesIn(read.value), worded}, told)];
}

type Part = ReturnType<MessageFormat<'printed'>['formatToParts']>[number];

/** The variant that is told, and its parts. */
function format(teller: Teller, {line}: Message, model: Model.Message): {parts: readonly Part[]; variant: number} {
  const told = telling(teller, line);
  const names = new Set(usesIn(model).map(({name}) => name));
  const values = Object.fromEntries([...names].map((name) => [name, resolve(teller.scope, name)]));
  const options = {functions: functionsFor(told), bidiIsolation: 'none', dir: 'ltr'} as const;
  const failed = (error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    if (!why.startsWith('Selection'))
      teller.report(textFinding('function-misused', {file: teller.file, line}, {function: 'MessageFormat', why}));
  };
  const best = (selector: Model.VariableRef, keys: readonly string[]) =>
    new MessageFormat(told.locale, keysOf(model, selector, keys), options).format(values, failed) || undefined;

  const variant = model.type === 'message' ? 0 : selectVariant(model, best);
  const pattern = annotated(variantsOf(model)[variant]?.pattern ?? [], model);
  const chosen: Model.Message = {type: 'message', declarations: model.declarations, pattern};
  return {parts: new MessageFormat(told.locale, chosen, options).formatToParts(values, failed), variant};
}

/** A message that says the key its selector prefers. */
const keysOf = (
  {declarations}: Model.Message,
  selector: Model.VariableRef,
  keys: readonly string[],
): Model.Message => ({
  type: 'select',
  declarations,
  selectors: [selector],
  variants: [
    ...keys.map((key) => ({keys: [{type: 'literal', value: key} as const], value: [key]})),
    {keys: [{type: '*'}], value: []},
  ],
});

const telling = (teller: Teller, line: number): Telling => ({
  locale: teller.scope.locale,
  words: teller.words,
  document: teller.language.document,
  guarded: teller.guarded,
  period: spanText(teller.scope),
  fault: (rule, facts, text) => fault(teller, line, rule, facts, text),
});

interface Gathered {
  readonly text: string;
  readonly inserts: readonly (readonly Inline[])[];
}

/** The message as one text, every figure and note in it a single private-use character. */
function gather(teller: Teller, parts: readonly Part[], origins: readonly PlaceholderOrigin[]): Gathered {
  const inserts: (readonly Inline[])[] = [];
  const insert = (inlines: readonly Inline[]) => insertMark(inserts.push(inlines) - 1);
  let quotedFrom: string | undefined;
  let text = '';
  let placeholder = 0;
  for (const [i, part] of parts.entries()) {
    if (part.type === 'markup') quotedFrom = quotedSource(part);
    else if (part.type === 'text' && quotedFrom !== undefined)
      text += insert([{kind: 'figure', addresses: [], text: part.value, title: quotedFrom}]);
    else if (part.type === 'text')
      text += withoutPrivateUse(part.value).replaceAll(NOTE, (_, note: string) => insert(noteInline(teller, note)));
    else {
      const unprinted: Inline = {kind: 'fault', text: '…', message: ''};
      const inlines = 'value' in part && part.value instanceof Printed ? part.value.inlines : [unprinted];
      const own = startsWithStop(parts[i + 1]) ? inlines.map(withoutOwnStop) : inlines;
      text += insert(placed(own, origins[placeholder++]));
    }
  }
  return {text, inserts};
}

const startsWithStop = (part: Part | undefined): boolean =>
  part?.type === 'text' && /^\**\.(?!\.)/.test(String(part.value));

/** One full stop for an abbreviation and the sentence it ends. */
const withoutOwnStop = (inline: Inline): Inline =>
  'text' in inline ? {...inline, text: beforeFullStop(inline.text)} : inline;

function quotedSource(part: Part): string | undefined {
  if (part.type !== 'markup' || !('name' in part) || part.name !== 'quoted' || part.kind !== 'open') return undefined;
  const source = part.options?.source;
  return source === undefined ? undefined : String(source);
}

function noteInline({mention}: Teller, note: string): readonly Inline[] {
  const id = mention(note.toLowerCase());
  return id === undefined ? [] : [{kind: 'note', id}];
}

function markOpenParts(teller: Teller, {line}: Message, used: Used, told: readonly Inline[]): readonly Inline[] {
  return openParts(teller.scope, told, used).map(({table, missing}) => {
    const labels = missing.map(({concept, code}) => teller.words.code(concept, code));
    return fault(teller, line, 'parts-do-not-close', {table, missing: labels}, ` [${labels.join(', ')}]`);
  });
}

function fault(teller: Teller, line: number, rule: TextRule, facts: Facts, text: string): Inline {
  const finding = textFinding(rule, {file: teller.file, line}, facts);
  teller.report(finding);
  return {kind: 'fault', text, message: said(teller, finding)};
}

/** What stands in the text; what is found wrong with a public edition is for the office alone. */
const said = ({language, edition}: Teller, finding: Finding): string =>
  edition === 'public' ? language.document.draft : language.findings[finding.rule](finding.facts).what;
