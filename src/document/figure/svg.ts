/** SVG as text, every value escaped, numbers to a hundredth so that the same chart is always the same bytes. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ESCAPES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};
/** Characters XML 1.0 cannot hold are dropped. */
export const escaped = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to drop
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c);

const written = (value: string | number) =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value);

export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${written(value)}"`],
  );
  const open = `<${name}${pairs.join('')}`;
  return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`;
}

export const words = (text: string, attributes: Attributes): string => element('text', attributes, [escaped(text)]);

/** Text on several lines, the first at `y`. */
export const linesOfText = (lines: readonly string[], x: number, y: number, leading: number, attributes: Attributes) =>
  lines.map((line, i) => words(line, {x, y: y + i * leading, ...attributes})).join('');
