/** The same text read from every kind of file it may be in: headings, paragraphs and tables, without marks of notes. */
import {describe, expect, test} from 'vitest';
import {renderWord} from '#document/render/docx';
import {htmlPage} from '#document/render/html';
import {readDocxText} from '#exchange/read-docx-text';
import {readHtmlText} from '#exchange/read-html-text';
import {readMarkdownText} from '#exchange/read-markdown-text';
import {readOdtText} from '#exchange/read-odt-text';
import {readPdfText} from '#exchange/read-pdf-text';
import {readPlainText} from '#exchange/read-plain-text';
import {unzip} from '#intake/unzip';
import {FONTS} from '../document/fonts.ts';
import {SAMPLE} from '../document/sample-statement.ts';

const PLAIN = [
  {kind: 'heading', text: 'Køn'},
  {kind: 'paragraph', text: 'Af de 76 personer er 64 kvinder & 12 mænd.'},
];
const TABLE = {
  kind: 'table',
  caption: '',
  rows: [
    ['Køn', 'Personer'],
    ['Kvinder', '64'],
    ['Mænd', '12'],
  ],
};

test('HTML: what a browser does not show is not read, nor marks of notes', () => {
  const page = `<!doctype html><html><head><title>x 99</title><style>p{}</style></head><body><nav>1 2 3</nav>
    <h2>K&oslash;n</h2><p>Af de <b>76</b> personer<sup>1</sup> er 64 kvinder &amp; <span hidden>98</span>12 m&#230;nd.<script>97</script></p>
    <table><tr><th>Køn<th>Personer<tr><td>Kvinder<td>64<tr><td>Mænd<td>12</table></body></html>`;
  expect(readHtmlText('x', page).blocks).toEqual([...PLAIN, TABLE]);
});

test('Markdown', () => {
  const text =
    '---\ntitle: x\n---\n## Køn\n\nAf de **76** personer er\n64 kvinder & 12 mænd.\n\n| Køn | Personer |\n|---|--:|\n| Kvinder | 64 |\n| Mænd | 12 |\n';
  expect(readMarkdownText('x', text).blocks).toEqual([...PLAIN, TABLE]);
});

test('plain text: a heading is a short line alone, a sentence goes on over lines, rows of figures are a table', () => {
  const text = 'Køn\r\n\r\nAf de 76 personer er 64\r\nkvinder & 12 mænd.\r\n\r\nKvinder 64\r\nMænd 12\r\nI alt 76\r\n';
  const {blocks} = readPlainText('x', text);
  expect(blocks.slice(0, 2)).toEqual(PLAIN);
  expect(blocks[2]).toMatchObject({
    kind: 'table',
    rows: [
      ['', ''],
      ['Kvinder', '64'],
      ['Mænd', '12'],
      ['I alt', '76'],
    ],
  });
});

test('Word: as it reads when its changes are accepted, without marks of notes', () => {
  const document = `<w:document><w:body><w:p><w:pPr><w:pStyle w:val="Overskrift2"/></w:pPr><w:r><w:t>Køn</w:t></w:r></w:p>
    <w:p><w:r><w:t xml:space="preserve">Af de </w:t></w:r><w:del><w:r><w:delText>77</w:delText></w:r></w:del><w:ins><w:r><w:t>76</w:t></w:r></w:ins>
    <w:r><w:t xml:space="preserve"> personer</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>
    <w:r><w:t xml:space="preserve"> er 64 kvinder &amp; 12 mænd.</w:t></w:r></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Køn</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Personer</w:t></w:r></w:p></w:tc></w:tr>
    <w:tr><w:tc><w:p><w:r><w:t>Kvinder</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>64</w:t></w:r></w:p></w:tc></w:tr>
    <w:tr><w:tc><w:p><w:r><w:t>Mænd</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`;
  expect(readDocxText('x', document, '').blocks).toEqual([...PLAIN, TABLE]);
});

test('OpenDocument: without notes, comments and what is deleted', () => {
  const content = `<office:document-content><office:body><office:text><text:tracked-changes><text:p>99</text:p></text:tracked-changes>
    <text:h text:outline-level="2">Køn</text:h><text:p>Af de <text:span>76</text:span> personer<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>98</text:p></text:note-body></text:note>
    er 64 kvinder &amp;<text:s/>12 mænd.<office:annotation><text:p>97</text:p></office:annotation></text:p>
    <table:table><table:table-row><table:table-cell><text:p>Køn</text:p></table:table-cell><table:table-cell><text:p>Personer</text:p></table:table-cell></table:table-row>
    <table:table-row><table:table-cell><text:p>Kvinder</text:p></table:table-cell><table:table-cell><text:p>64</text:p></table:table-cell></table:table-row>
    <table:table-row><table:table-cell><text:p>Mænd</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>
    </office:text></office:body></office:document-content>`;
  expect(readOdtText('x', content).blocks).toEqual([...PLAIN, TABLE]);
});

describe('a statement as it is published', () => {
  const headings = (blocks: readonly {readonly kind: string; readonly text?: string}[]) =>
    blocks.flatMap(({kind, text}) => (kind === 'heading' && text !== undefined ? [text] : []));
  const said = SAMPLE.blocks.filter(({kind}) => kind === 'table').length;

  test('as a page', async () => {
    const {blocks} = readHtmlText('x', new TextDecoder().decode(await htmlPage.render(SAMPLE, FONTS)));
    expect(blocks.filter(({kind}) => kind === 'table').length).toBeGreaterThanOrEqual(said);
    expect(headings(blocks)).toContain(SAMPLE.title);
  });

  test('in Word', async () => {
    const parts = unzip(await renderWord(SAMPLE), 50_000_000);
    if (!parts.ok) throw new Error(parts.refusal);
    const part = (name: string) => new TextDecoder().decode(parts.value.get(name));
    const {blocks} = readDocxText('x', part('word/document.xml'), part('word/styles.xml'));
    expect(blocks.filter(({kind}) => kind === 'table').length).toBeGreaterThanOrEqual(said);
    expect(headings(blocks)).toContain(SAMPLE.title);
  });
});

describe('a PDF', () => {
  const limits = {pages: 10, secondsLeft: () => 10};
  const bytes = (text: string) => new TextEncoder().encode(text);

  test('that is none is damaged', async () =>
    expect(await readPdfText('x', bytes('%PDF-1.7\nnothing'), limits)).toEqual({ok: false, refusal: 'damaged'}));

  test('whose pages are pictures has no text', async () => {
    const empty = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj
trailer<</Root 1 0 R>>`;
    expect(await readPdfText('x', bytes(empty), limits)).toEqual({ok: false, refusal: 'no-text'});
    expect(await readPdfText('x', bytes(empty), {...limits, pages: 0})).toEqual({ok: false, refusal: 'too-large'});
    expect(await readPdfText('x', bytes(empty), {...limits, secondsLeft: () => -1})).toEqual({
      ok: false,
      refusal: 'too-large',
    });
  });
});
