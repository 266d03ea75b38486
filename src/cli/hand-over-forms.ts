/** The hand-over as Markdown, and as a page of the web: the same blocks. */
import {type Block, type HandOverText, runsOf, type YearBlock, yearPicture} from '#production/hand-over-print';

export const asMarkdown = ({title, blocks}: HandOverText): string =>
  `${[`# ${title}`, ...blocks.map(markdownOf)].join('\n\n')}\n`;

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${block.text}`;
    case 'text':
      return block.text;
    case 'open':
      return block.items.map((item) => `- [ ] ${item}`).join('\n');
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'table':
      return markdownTable(block.head, block.rows);
    case 'year':
      return markdownTable(block.head, rowsOf(block));
  }
}

const rowsOf = ({days}: YearBlock): readonly (readonly string[])[] =>
  days.map(({day, what, command}) => [day, what, command ?? '']);

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

const STYLE =
  '@page{size:A4;margin:2cm}body{font:11pt/1.45 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border-bottom:1px solid #c3c9d0;padding:.3rem .8rem .3rem 0}' +
  'th{font-size:.85em;font-weight:600;color:#525a63;border-bottom-color:#1b1f24}h2{margin-top:2rem;break-after:avoid}tr{break-inside:avoid}' +
  'code{font:inherit;font-size:.92em;background:#eef1f4;border-radius:2px;padding:0 .2em}svg{display:block;margin:0 auto 1rem;max-width:100%;height:auto}' +
  '' +
  '.year td:nth-child(-n+2){white-space:nowrap}.open{list-style:none;padding:0}.open li{padding-left:1.6em;text-indent:-1.6em;margin:.5rem 0}.open li::before{content:"☐";display:inline-block;width:1.6em;text-indent:0}';

export function asPage(text: HandOverText): string {
  const name = escaped(text.title);
  return [
    '<!doctype html>',
    `<html lang="${text.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${name}</h1>`,
    ...text.blocks.map((block) => htmlOf(block, text)),
    '</main></body></html>\n',
  ].join('\n');
}

function htmlOf(block: Block, {language}: HandOverText): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'text':
      return `<p>${said(block.text)}</p>`;
    case 'open':
    case 'list': {
      const items = block.items.map((item) => `<li>${said(item)}</li>`).join('');
      return `<ul${block.kind === 'open' ? ' class="open"' : ''}>${items}</ul>`;
    }
    case 'table':
      return htmlTable(block.head, block.rows);
    case 'year': {
      const rows = rowsOf(block).map((row, i) => [String(i + 1), ...row]);
      return `${yearPicture(block, language)}\n${htmlTable(['', ...block.head], rows, 'year')}`;
    }
  }
}

function htmlTable(head: readonly string[], rows: readonly (readonly string[])[], kind?: 'year'): string {
  const cell = (name: string) => (name === '' ? '<td></td>' : `<th scope="col">${escaped(name)}</th>`);
  const body = rows.map((cells) => `<tr>${cells.map((one) => `<td>${said(one)}</td>`).join('')}</tr>`).join('');
  return `<table${kind === undefined ? '' : ` class="${kind}"`}><thead><tr>${head.map(cell).join('')}</tr></thead><tbody>${body}</tbody></table>`;
}

/** What is typed stands apart. */
const said = (text: string): string =>
  runsOf(text)
    .map((run) => (run.command ? `<code>${escaped(run.text)}</code>` : escaped(run.text)))
    .join('');

const escaped = (said: string): string =>
  said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
