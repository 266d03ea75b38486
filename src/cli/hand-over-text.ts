/** The hand-over as blocks, and the blocks as Markdown or as a page: one content, two forms. */
import {periodId} from '#concepts/period';
import type {Language} from '#language/language';
import type {HandOver} from '#production/hand-over';
import {findingSaid} from './said.ts';

export type Block =
  | {readonly kind: 'title' | 'heading' | 'text'; readonly text: string}
  | {readonly kind: 'list'; readonly items: readonly string[]}
  | {readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]};

export function handOverBlocks(hand: HandOver, language: Language): readonly Block[] {
  const {handOver: words, tag} = language;
  const {profile, settings} = hand;
  const open = openItems(hand, language);
  return [
    {kind: 'title', text: words.title(profile.office[tag])},
    {kind: 'text', text: words.intro(hand.made.slice(0, 10), hand.folder)},
    ...(settings.synthetic ? [text(words.synthetic)] : []),
    heading(words.open),
    open.length === 0 ? text(words.nothingOpen) : {kind: 'list', items: open},
    heading(words.year),
    profile.officeYear.wheel.length === 0 ? text(words.noWheel) : wheelTable(hand, language),
    heading(words.people),
    {
      kind: 'table',
      head: [words.ask.who, words.ask.about, words.ask.reach],
      rows: profile.officeYear.contacts.map(({who, about, reach}) => [who[tag], about[tag], reach ?? '']),
    },
    text(hand.signers.length === 0 ? words.noSigners : words.signers(hand.signers)),
    heading(words.backups),
    {kind: 'list', items: backupItems(hand, language)},
    heading(words.editions),
    {
      kind: 'list',
      items: hand.released.map(({id, releasedAt}) => words.released(id, releasedAt?.slice(0, 10) ?? '')),
    },
    heading(words.steps),
    {kind: 'table', head: [words.wheel.what, words.wheel.how], rows: words.how},
    heading(words.lost),
    {kind: 'table', head: [words.wheel.what, words.wheel.how], rows: words.losses},
  ];
}

const heading = (said: string): Block => ({kind: 'heading', text: said});
const text = (said: string): Block => ({kind: 'text', text: said});

function openItems(hand: HandOver, language: Language): readonly string[] {
  const {handOver: words, editions} = language;
  const promised = hand.promised.map((one) => {
    const what = `${periodId(one.period)} ${one.kind}`;
    return (one.punctuality ?? 0) > 0 ? words.late(what, one.planned) : words.due(what, one.planned);
  });
  const late = hand.places.flatMap(({place, behind}) => (behind === undefined ? [] : [words.behind(place, behind)]));
  return [
    ...hand.findings.map((finding) => findingSaid(finding, language).what),
    ...(hand.questions === 0 || hand.period === undefined
      ? []
      : [words.questions(hand.questions, periodId(hand.period))]),
    ...hand.unreleased.map(({id, state, preparedBy}) => words.unreleased(id, editions.states[state], preparedBy)),
    ...promised,
    ...late,
    ...(hand.places.length === 0 ? [words.noPlace] : []),
    ...(hand.keys.length === 0 ? [words.noKey] : []),
    ...(isSinglePaper(hand) ? [words.oneKey] : []),
    ...(hand.lastDrill === undefined ? [words.never] : []),
  ];
}

/** One loss away from nothing but the form. */
const isSinglePaper = ({keys}: HandOver): boolean =>
  keys.length === 1 && keys.every(({enough, holders}) => holders.length - enough === 0);

const backupItems = ({places, keys, lastDrill}: HandOver, {handOver: words, backup}: Language): readonly string[] => [
  ...places.map(({place, version}) => words.place(place, version)),
  ...keys.map(({id, enough, holders}) => words.key(id, enough, holders)),
  lastDrill === undefined
    ? backup.noDrill
    : backup.lastDrill(lastDrill.at.slice(0, 10), lastDrill.seconds, lastDrill.by),
];

/** From today on, once round. */
function wheelTable({profile, made}: HandOver, {handOver: words, tag}: Language): Block {
  const today = made.slice(5, 10);
  const wheel = profile.officeYear.wheel.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const round = [...wheel.filter(({on}) => on >= today), ...wheel.filter(({on}) => on < today)];
  const year = Number(made.slice(0, 4));
  const dayOf = (on: string) => `${on >= today ? year : year + 1}-${on}`;
  return {
    kind: 'table',
    head: [words.wheel.day, words.wheel.what, words.wheel.how],
    rows: round.map(({on, what, command}) => [dayOf(on), what[tag], command ?? '']),
  };
}

export const asMarkdown = (blocks: readonly Block[]): string => `${blocks.map(markdownOf).join('\n\n')}\n`;

function markdownOf(block: Block): string {
  if (block.kind === 'list') return block.items.map((item) => `- ${item}`).join('\n');
  if (block.kind !== 'table') return `${{title: '# ', heading: '## ', text: ''}[block.kind]}${block.text}`;
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(block.head), row(block.head.map(() => '---')), ...block.rows.map(row)].join('\n');
}

const STYLE =
  '@page{size:A4;margin:2cm}body{font:11pt/1.45 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border-bottom:1px solid #ccc;padding:.3rem .6rem .3rem 0}' +
  'h2{margin-top:2rem;break-after:avoid}tr{break-inside:avoid}';

export function asPage(blocks: readonly Block[], {tag}: Language): string {
  const title = blocks.find(({kind}) => kind === 'title');
  const name = title !== undefined && 'text' in title ? escaped(title.text) : '';
  return [
    '<!doctype html>',
    `<html lang="${tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title><style>${STYLE}</style></head><body><main>`,
    ...blocks.map(htmlOf),
    '</main></body></html>\n',
  ].join('\n');
}

function htmlOf(block: Block): string {
  if (block.kind === 'list') return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
  if (block.kind !== 'table') {
    const element = {title: 'h1', heading: 'h2', text: 'p'}[block.kind];
    return `<${element}>${escaped(block.text)}</${element}>`;
  }
  const row = (cells: readonly string[], open: string, close: string) =>
    `<tr>${cells.map((cell) => `${open}${escaped(cell)}${close}`).join('')}</tr>`;
  const body = block.rows.map((cells) => row(cells, '<td>', '</td>')).join('');
  return `<table><thead>${row(block.head, '<th scope="col">', '</th>')}</thead><tbody>${body}</tbody></table>`;
}

const escaped = (said: string): string =>
  said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
