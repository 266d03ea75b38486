/**
 * XML as word processors write it, read into a tree. No document type is read, so no entity can grow; what is not well formed is
 * undefined, never guessed.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
}

/** Deeper than any word processor writes. */
const DEEPEST = 400;
const PIECE =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s/>!?]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export function readXml(bytes: Uint8Array): XmlElement | undefined {
  const text = decoded(bytes);
  if (text === undefined) return undefined;
  const root: Open = {name: '', attributes: new Map(), children: []};
  const open: Open[] = [root];
  let at = 0;
  for (const found of text.matchAll(PIECE)) {
    if (found.index !== at) return undefined;
    at += found[0].length;
    const [, cdata, closing, name, attributes = '', empty, plain] = found;
    const here = open.at(-1);
    if (here === undefined) return undefined;
    if (plain !== undefined || cdata !== undefined) here.children.push(cdata ?? unescaped(plain ?? ''));
    else if (name !== undefined && closing === '/') {
      if (here.name !== name || open.length === 1) return undefined;
      open.pop();
    } else if (name !== undefined) {
      const element: Open = {name, attributes: attributesIn(attributes), children: []};
      here.children.push(element);
      if (empty !== '/') open.push(element);
      if (open.length > DEEPEST) return undefined;
    }
  }
  if (at !== text.length || open.length !== 1) return undefined;
  return root.children.find((child) => typeof child !== 'string');
}

function decoded(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes);
  } catch {
    return undefined;
  }
}

const attributesIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')]),
  );

const NAMED: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
        if (name !== undefined) return NAMED[name] ?? whole;
        const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
      })
    : text;

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

export const childrenOf = ({children}: XmlElement): readonly XmlElement[] => children.filter(isElement);

export const findChild = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.filter(isElement).find((child) => child.name === name);

/** Every element of a name, however deep. */
export const allNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  childrenOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...allNamed(child, name)]);

export const textIn = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? textIn(child) : child)).join('');

/** `w:val` of a property: what it is set to. */
export const settingOf = (element: XmlElement | undefined, name: string): string | undefined =>
  findChild(element, name)?.attributes.get('w:val');
