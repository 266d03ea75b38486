/** The tables that came back beside those that were sent: a figure in them is bound, and nothing of them is written by hand. */
import type {WordCell, WordDocument} from '../word/document.ts';
import type {Stopping, Told} from './back.ts';
import {aligned, bagOf, likeness} from './diff.ts';
import {settled} from './tokens.ts';

type Table = WordDocument['tables'][number];

export function compareTables(sent: WordDocument, came: WordDocument): {stopping: Stopping[]; told: Told[]} {
  const pairs = aligned(sent.tables, came.tables, alike);
  const stopping: Stopping[] = [];
  const told: Told[] = [];
  for (const [i, j] of pairs) compare(sent.tables[i] ?? [], came.tables[j] ?? [], stopping, told);
  for (const i of sent.tables.keys())
    if (!pairs.some(([one]) => one === i))
      told.push({kind: 'left', what: 'table', before: headOf(sent.tables[i]), after: ''});
  for (const j of came.tables.keys())
    if (!pairs.some(([, one]) => one === j))
      told.push({kind: 'left', what: 'table', before: '', after: headOf(came.tables[j])});
  return {stopping, told};
}

const wordsOf = (table: Table): string =>
  table
    .flat()
    .map(({text}) => text)
    .join(' ');
const headOf = (table: Table | undefined): string => (table?.[0] ?? []).map(({text}) => text).join(' · ');

function alike(a: Table, b: Table): number {
  const share = likeness(bagOf(wordsOf(a)), bagOf(wordsOf(b)));
  return share > 0.5 ? share : 0;
}

function compare(sent: Table, came: Table, stopping: Stopping[], told: Told[]): void {
  const rows = aligned(sent, came, (a, b) => {
    const [one, other] = [settled(a[0]?.text ?? ''), settled(b[0]?.text ?? '')];
    return one === other ? 2 : likeness(bagOf(one), bagOf(other)) + 0.1;
  });
  for (const [i, j] of rows) {
    for (const [column, cell] of (sent[i] ?? []).entries()) {
      const now = came[j]?.[column];
      if (now === undefined || settled(now.text) === settled(cell.text)) continue;
      const address = addressOf(cell);
      if (address === undefined) told.push({kind: 'left', what: 'table', before: cell.text, after: now.text});
      else stopping.push({kind: 'figure-changed', sentence: '', address, bound: cell.text, found: now.text});
    }
  }
  for (const i of sent.keys())
    if (!rows.some(([one]) => one === i))
      told.push({kind: 'left', what: 'table', before: headOf([sent[i] ?? []]), after: ''});
}

const addressOf = ({control}: WordCell): string | undefined => /^= (.+)$/.exec(control ?? '')?.[1];
