/** Rows held back answered in place: mended and received as of the same file, or let go for a reason. */
import type {Refusal} from '#concepts/refusal';
import {sha256} from '#kit/digest';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type HeldRow, heldColumns, letGoHeld, receiveHeld} from '#production/held-desk';
import type {IntakeSource} from '#production/intake-desk';
import {heldListPage, heldRowPage} from '#web/casework/held';
import type {Answer, Asked, Route} from '../route.ts';
import {type KeptRows, keptRows, rowAnswered} from './held-kept.ts';
import {sourceIn} from './intake.ts';

export const heldRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/intake/:source/held',
    verb: 'case.record',
    async answer(asked) {
      const source = await sourceIn(asked);
      if (!source.ok) return source;
      const kept = keptRows(asked.bench, source.value.id);
      return {page: heldListPage({source: source.value, kept}, asked.language)};
    },
  },
  {
    method: 'GET',
    path: '/intake/:source/held/:row',
    verb: 'case.record',
    async answer(asked) {
      const at = await rowIn(asked);
      return at.ok ? shownRow(asked, at.value, at.value.held, {}) : at;
    },
  },
  {
    method: 'POST',
    path: '/intake/:source/held/:row',
    verb: 'case.record',
    async answer(asked) {
      const {bench, who, field, language} = asked;
      const columns = await heldColumns(bench.folder, asked.param('source'));
      if (!columns.ok) return columns;
      const content = columns.value.map((_, i) => field(`column-${i}`) ?? '');
      const how = sha256([who.id, ...content].join('\n'));
      const at = await rowIn(asked, how);
      if (!at.ok) return at;
      const {source, held, kept} = at.value;
      const back = {goTo: `/intake/${source.id}/held`, notice: language.workbench.held.received(rowOf(asked))};
      if (held === undefined) return back;
      const answered = await receiveHeld(
        bench.folder,
        {delivery: kept.delivery, held, content, left: leftOf(kept), recordedBy: who.name},
        bench.effects,
      );
      if (!answered.ok) {
        const {refusal} = answered;
        return refusal.reason === 'row-not-waiting'
          ? answered
          : shownRow(asked, at.value, {...held, content, findings: []}, {refusal});
      }
      if (answered.value.kind === 'held') return shownRow(asked, at.value, answered.value.row, {isSent: true});
      rowAnswered(bench, source.id, held.row, how);
      return {...back, looked: {records: answered.value.records}};
    },
  },
  {
    method: 'POST',
    path: '/intake/:source/held/:row/let-go',
    verb: 'case.record',
    async answer(asked) {
      const {bench, who, field, language} = asked;
      const {held: words} = language.workbench;
      const reason = field('reason');
      const how = sha256([who.id, 'let go', reason].join('\n'));
      const at = await rowIn(asked, how);
      if (!at.ok) return at;
      const {source, held, kept} = at.value;
      const back = {goTo: `/intake/${source.id}/held`, notice: words.gone(rowOf(asked))};
      if (held === undefined) return back;
      if (reason === undefined) return shownRow(asked, at.value, held, {reason: words.giveReason});
      const gone = await letGoHeld(
        bench.folder,
        {delivery: kept.delivery, row: held.row, reason, left: leftOf(kept), recordedBy: who.name},
        bench.effects,
      );
      if (!gone.ok)
        return gone.refusal.reason === 'row-not-waiting'
          ? gone
          : shownRow(asked, at.value, held, {reasonRefused: gone.refusal});
      rowAnswered(bench, source.id, held.row, how);
      return {...back, looked: {why: reason}};
    },
  },
];

interface At {
  readonly source: IntakeSource;
  readonly kept: KeptRows;
  /** Undefined: it was answered just so before, by whoever asks. */
  readonly held: HeldRow | undefined;
}

const rowOf = ({param}: Asked): number => (/^\d{1,9}$/.test(param('row')) ? Number(param('row')) : 0);
const leftOf = ({rows, others}: KeptRows): number => rows.size - 1 + others;

async function rowIn(asked: Asked, how?: string): Promise<Outcome<At, Refusal>> {
  const source = await sourceIn(asked);
  if (!source.ok) return source;
  const row = rowOf(asked);
  const kept = keptRows(asked.bench, source.value.id);
  const held = kept?.rows.get(row);
  const isTwice = how !== undefined && kept?.answered.get(row) === how;
  return kept === undefined || (held === undefined && !isTwice)
    ? refuse({reason: 'row-not-waiting', row})
    : done({source: source.value, kept, held});
}

async function shownRow(
  asked: Asked,
  {source, kept}: At,
  held: HeldRow | undefined,
  faults: Parameters<typeof heldRowPage>[0]['faults'],
): Promise<Answer> {
  const {bench, session, language, field} = asked;
  if (held === undefined) return {refusal: {reason: 'row-not-waiting', row: rowOf(asked)}};
  const columns = await heldColumns(bench.folder, source.id);
  if (!columns.ok) return columns;
  const {formToken} = session;
  const reason = field('reason') ?? '';
  const view = {source, kept, held, columns: columns.value, formToken, reason, faults};
  return {page: heldRowPage(view, language)};
}
