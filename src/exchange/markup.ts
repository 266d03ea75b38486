/** Markup as its pieces: tags and the text between them. HTML as browsers forgive it, and the XML of office files; nothing is fetched. */
export type Piece =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean}
  | {readonly kind: 'close'; readonly name: string};

const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)\]\]>|<[!?][^>]*>|<(\/?)([a-zA-Z][\w:.-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|[^<]+|</g;

export function* piecesOf(markup: string): Generator<Piece> {
  for (const [all, cdata, slash, name, attributes = ''] of markup.matchAll(PIECE)) {
    if (cdata !== undefined) yield {kind: 'text', text: cdata};
    else if (name !== undefined)
      yield slash === '/' ? {kind: 'close', name} : {kind: 'open', name, attributes, empty: attributes.endsWith('/')};
    else if (!all.startsWith('<!') && !all.startsWith('<?')) yield {kind: 'text', text: decoded(all)};
  }
}

const NAMED: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    shy: '\u00ad',
    thinsp: '\u2009',
    ensp: ' ',
    emsp: ' ',
  },
  ...{
    aelig: 'æ',
    oslash: 'ø',
    aring: 'å',
    AElig: 'Æ',
    Oslash: 'Ø',
    Aring: 'Å',
    eacute: 'é',
    ouml: 'ö',
    auml: 'ä',
    uuml: 'ü',
  },
  ...{
    ndash: '–',
    mdash: '—',
    minus: '−',
    hellip: '…',
    laquo: '«',
    raquo: '»',
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
  },
  ...{
    sect: '§',
    frac12: '½',
    frac14: '¼',
    frac34: '¾',
    times: '×',
    euro: '€',
    pound: '£',
    bull: '•',
    middot: '·',
    deg: '°',
  },
};

export const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,10}));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? all;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** The value of an attribute; undefined where it has none. */
export const attributeOf = (attributes: string, name: string): string | undefined => {
  const [, , double, single, bare] =
    new RegExp(`(^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes) ?? [];
  const value = double ?? single ?? bare;
  return value === undefined ? undefined : decoded(value);
};
