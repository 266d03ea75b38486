/** Which columns each sheet of an ODS hides, by place from 0: no reader of it tells. */
import {unzip} from './unzip.ts';

/** What the parts may inflate to; a book beyond it is refused before this is asked. */
const LIMIT = 512 * 2 ** 20;
/** Columns beyond these are the empty rest of the sheet. */
const MOST = 16_384;

export function hiddenInOds(bytes: Uint8Array): ReadonlyMap<string, readonly number[]> {
  const parts = unzip(bytes, LIMIT);
  const content = parts.ok ? parts.value.get('content.xml') : undefined;
  if (content === undefined) return new Map();
  const sheets = new Map<string, readonly number[]>();
  for (const sheet of new TextDecoder()
    .decode(content)
    .split(/(?=<table:table\s)/)
    .slice(1)) {
    const start = sheet.slice(0, sheet.indexOf('>'));
    sheets.set(unescaped(attribute(start, 'table:name') ?? ''), hiddenIn(sheet));
  }
  return sheets;
}

function hiddenIn(sheet: string): readonly number[] {
  const hidden: number[] = [];
  let place = 0;
  for (const [column] of sheet.matchAll(/<table:table-column\b[^>]*>/g)) {
    const repeated = Math.min(Number(attribute(column, 'table:number-columns-repeated') ?? 1), MOST - place);
    if (/table:visibility="(?:collapse|filter)"/.test(column))
      hidden.push(...Array.from({length: repeated}, (_, i) => place + i));
    place += repeated;
  }
  return hidden;
}

const attribute = (element: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1];

const SIGNS: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};
const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, sign: string) => SIGNS[sign] ?? '');
