/**
 * The office's text for those who never see its notation: each sentence with its figures as numbered chips, its conditions as entries
 * of a menu. What is chosen and typed becomes the sentence's source again.
 */
import {done, type Outcome, refuse} from '#kit/outcome';
import {GIVEN} from '../address.ts';
import {insertMark, parseInline} from '../inline-markdown.ts';
import type {Inline} from '../statement.ts';
import {conditionsOf} from './conditions.ts';
import {type Form, formsOf, type Placeholder, type Style, type Written, writePattern} from './pattern.ts';

export interface Chip {
  /** Its number in the sentence, the same in all its forms. */
  readonly number: number;
  /** What it is of: `persons-by-sex.female`, `when`. */
  readonly name: string;
  readonly function: string;
  /** Words beside it that follow the number: `one`: kvinde, `other`: kvinder. */
  readonly words: Readonly<Record<string, string>>;
}

export interface ChipForm {
  readonly number: number;
  readonly keys: readonly string[];
  /** Markdown, figures as ⟦1⟧. */
  readonly text: string;
}

export interface ChipSentence {
  readonly chips: readonly Chip[];
  readonly forms: readonly ChipForm[];
  readonly conditions: ReturnType<typeof conditionsOf>;
}

/** What MessageFormat leaves unsaid: a name alone counts, or is given. */
export const functionOf = ({function: applied, name}: Placeholder): string =>
  applied === 'count' && GIVEN.some((given) => given === name) ? 'given' : applied;

export function chipped(source: string): ChipSentence {
  const forms = formsOf(source);
  const sources = chipSources(forms);
  return {
    chips: sources.map(({placeholder}, i) => ({
      number: i + 1,
      name: placeholder.name,
      function: functionOf(placeholder),
      words: Object.fromEntries(
        placeholder.options.filter(({name}) => WORDS.includes(name)).map(({name, value}) => [name, value]),
      ),
    })),
    forms: forms.map((form, i) => ({number: i + 1, keys: form.keys, text: textOfForm(form, sources)})),
    conditions: conditionsOf(source),
  };
}

const WORDS: readonly string[] = [
  'zero',
  'one',
  'two',
  'few',
  'many',
  'other',
  'before',
  'after',
  'withheld',
  'nothing',
  'case',
];

interface ChipSource {
  readonly source: string;
  readonly placeholder: Placeholder;
}

function chipSources(forms: readonly Form[]): readonly ChipSource[] {
  const all = forms.flatMap(({placeholders}) => placeholders);
  return [...new Map(all.map((placeholder) => [placeholder.source, placeholder]))].map(([source, placeholder]) => ({
    source,
    placeholder,
  }));
}

function textOfForm({parts, placeholders}: Form, chips: readonly ChipSource[]): string {
  const written = parts.map((part) => {
    const text =
      part.kind === 'placeholder'
        ? `⟦${chips.findIndex(({source}) => source === placeholders[part.placeholder]?.source) + 1}⟧`
        : part.kind === 'note'
          ? `[^${part.note}]`
          : part.kind === 'quotation'
            ? part.text
            : part.text;
    const bold = part.bold ? '**' : '';
    const italic = part.italic ? '*' : '';
    const marked = `${bold}${italic}${text}${italic}${bold}`;
    return part.href === undefined ? marked : `[${marked}](${part.href})`;
  });
  return written.join('').replaceAll('****', '').replaceAll(/\s+/gu, ' ').trim();
}

export type Fault =
  | {readonly reason: 'no-such-chip'; readonly chip: string; readonly known: readonly string[]}
  | {readonly reason: 'not-on-the-menu'; readonly given: string; readonly menu: readonly string[]}
  | {readonly reason: 'no-such-form'; readonly form: number; readonly forms: number}
  | {readonly reason: 'form-there-already'; readonly form: number};

const CHIP = /⟦\s*(\d+)[^⟧]*⟧|\[\[\s*(\d+)[^\]]*\]\]/gu;

/** The pattern for a wording: `⟦1⟧` or `[[1]]` is a chip, `**` and `*` emphasis, `[^note]` a note; all else is as typed. */
function patternFor(source: string, wording: string, opens: boolean): Outcome<string, Fault> {
  const chips = chipSources(formsOf(source));
  const inserts: string[] = [];
  let unknown: string | undefined;
  const insert = (text: string) => insertMark(inserts.push(text) - 1);
  const marked = wording
    .replaceAll(CHIP, (chip, one, other) => {
      const found = chips[Number(one ?? other) - 1];
      if (found === undefined) unknown ??= chip;
      return insert(found?.source ?? '');
    })
    .replaceAll(/\[\^([A-Za-z0-9-]+)\]/g, (note) => insert(note));
  if (unknown !== undefined)
    return refuse({reason: 'no-such-chip', chip: unknown, known: chips.map((_, i) => `⟦${i + 1}⟧`)});
  const parts = flat(parseInline(marked), {bold: false, italic: false, href: undefined}).flatMap(
    ({text, ...style}): readonly Written[] =>
      text.split(/([\uE100-\uF8FF])/).flatMap((piece): readonly Written[] => {
        const held = /[\uE100-\uF8FF]/.test(piece) ? inserts[piece.charCodeAt(0) - 0xe100] : undefined;
        if (held !== undefined) return [{...style, kind: 'source', source: held}];
        return piece === '' ? [] : [{...style, kind: 'text', text: piece}];
      }),
  );
  return done(writePattern(parts, opens));
}

const flat = (content: readonly Inline[], style: Style): readonly (Style & {readonly text: string})[] =>
  content.flatMap((inline) => {
    if (inline.kind === 'strong') return flat(inline.content, {...style, bold: true});
    if (inline.kind === 'emphasis') return flat(inline.content, {...style, italic: true});
    if (inline.kind === 'link') return flat(inline.content, {...style, href: inline.href});
    return inline.kind === 'text' ? [{text: inline.text, ...style}] : [];
  });

/** Another wording of one form. `opens`: the sentence begins a paragraph of Markdown. */
export function withWording(source: string, form: number, wording: string, opens: boolean): Outcome<string, Fault> {
  const forms = formsOf(source);
  const held = forms[form - 1];
  if (held === undefined) return refuse({reason: 'no-such-form', form, forms: forms.length});
  const pattern = patternFor(source, wording, opens);
  return pattern.ok ? done(source.slice(0, held.start) + pattern.value + source.slice(held.end)) : pattern;
}

/** The form is told under other conditions. */
export function withCondition(source: string, form: number, keys: readonly string[]): Outcome<string, Fault> {
  const forms = formsOf(source);
  const held = forms[form - 1];
  if (held === undefined) return refuse({reason: 'no-such-form', form, forms: forms.length});
  const fault = faultOf(source, keys, form);
  if (fault !== undefined) return refuse(fault);
  const [from, to] = held.keysAt ?? [0, 0];
  return done(source.slice(0, from) + keys.join(' ') + source.slice(to));
}

/** A new form, before the last, which is for everything else. */
export function withForm(source: string, keys: readonly string[], wording: string): Outcome<string, Fault> {
  const last = formsOf(source).at(-1);
  const fault = faultOf(source, keys, undefined);
  if (fault !== undefined) return refuse(fault);
  const pattern = patternFor(source, wording, false);
  if (!pattern.ok) return pattern;
  const [at] = last?.keysAt ?? [source.length, source.length];
  return done(`${source.slice(0, at)}${keys.join(' ')} {{${pattern.value}}}\n${source.slice(at)}`);
}

/** The form is gone; the one for everything else stays. */
export function withoutForm(source: string, form: number): Outcome<string, Fault> {
  const forms = formsOf(source);
  const held = forms[form - 1];
  const [from] = held?.keysAt ?? [];
  if (held === undefined || from === undefined || held.keys.every((key) => key === '*'))
    return refuse({reason: 'no-such-form', form, forms: forms.length});
  const after = source.indexOf('}}', held.end) + 2;
  return done(source.slice(0, from) + source.slice(after).replace(/^[ \t]*\n/, ''));
}

function faultOf(source: string, keys: readonly string[], own: number | undefined): Fault | undefined {
  const conditions = conditionsOf(source);
  const menus = conditions.map(({menu}) => menu);
  if (keys.length !== menus.length || menus.length === 0)
    return {reason: 'not-on-the-menu', given: keys.join(' '), menu: menus.map((menu) => menu.join(' | '))};
  const wrong = keys.findIndex((key, i) => !menus[i]?.includes(key));
  if (wrong >= 0) return {reason: 'not-on-the-menu', given: keys[wrong] ?? '', menu: menus[wrong] ?? []};
  const same = formsOf(source).findIndex((form, i) => i + 1 !== own && form.keys.join(' ') === keys.join(' '));
  return same < 0 ? undefined : {reason: 'form-there-already', form: same + 1};
}
