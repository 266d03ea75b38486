/**
 * Files received at the workbench. A file is tried first; until it is received or let go it is kept in memory, for whoever brought it
 * and for a quarter of an hour, and lies on the disk only while it is read.
 */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {
  type Intake,
  type IntakeSource,
  intakeSources,
  plainName,
  rowsIn,
  takeIn,
  type Upload,
} from '#production/intake-desk';
import type {Progress} from '#production/progress';
import {intakePage, sourcePage} from '#web/casework/intake';
import type {Answer, Asked, Route} from '../route.ts';
import type {Session} from '../sessions.ts';
import {keepRows, keptRows} from './held-kept.ts';

interface Brought {
  /** Undefined: received. */
  readonly upload: Upload | undefined;
  readonly source: string;
  readonly typed: Readonly<Record<string, string>>;
  /** Undefined: not tried yet. */
  readonly result: Outcome<Intake, Refusal> | undefined;
}

const KEPT_MS = 15 * 60_000;
/** Of everybody together; the oldest is let go for a newer one. */
const MOST_KEPT = 4;
const brought = new Map<Session, Brought & {readonly timer: NodeJS.Timeout}>();

const placeOf = ({param}: Asked): string => `/intake/${param('source')}`;

export const intakeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/intake',
    verb: 'case.record',
    async answer({bench, who, language}) {
      const sources = await intakeSources(bench.folder, who.authority);
      return sources.ok ? {page: intakePage(sources.value, language)} : sources;
    },
  },
  {
    method: 'GET',
    path: '/intake/:source',
    verb: 'case.record',
    async answer(asked) {
      const source = await sourceIn(asked);
      return source.ok ? pageOf(asked, source.value, broughtTo(asked, source.value)) : source;
    },
  },
  {
    method: 'POST',
    path: '/intake/:source',
    verb: 'case.record',
    long: placeOf,
    async answer(asked) {
      const source = await sourceIn(asked);
      if (!source.ok) return source;
      return tried(asked, source.value);
    },
  },
  {
    method: 'POST',
    path: '/intake/:source/receive',
    verb: 'case.record',
    long: placeOf,
    async answer(asked) {
      const source = await sourceIn(asked);
      if (!source.ok) return source;
      const {bench, who, session, language, field, progress} = asked;
      const path = placeOf(asked);
      const {upload, typed, result: before} = broughtTo(asked, source.value) ?? {};
      // Sent twice, or too late: what came of it stands on the page.
      if (upload === undefined || typed === undefined || before?.ok !== true)
        return {goTo: path, ...(before === undefined ? {notice: language.workbench.intake.nothingWaits} : {})};
      const result = await takeIn(
        bench.folder,
        {...upload, acceptWithdrawals: field('accept') === 'yes'},
        {dryRun: false, recordedBy: who.name},
        bench.effects,
        ofRows(progress, before.value.receipt.rows.read),
      );
      if (result.ok) keepRows(bench, result.value);
      keep(session, {source: source.value.id, typed, upload: result.ok ? undefined : upload, result});
      return {goTo: path};
    },
  },
  {
    method: 'POST',
    path: '/intake/:source/let-go',
    verb: 'case.record',
    async answer(asked) {
      const source = await sourceIn(asked);
      if (!source.ok) return source;
      letGo(asked.session);
      return {goTo: `/intake/${source.value.id}`, notice: asked.language.workbench.intake.gone};
    },
  },
  {
    method: 'GET',
    path: '/intake/:source/errors',
    verb: 'case.record',
    async answer(asked) {
      const source = await sourceIn(asked);
      if (!source.ok) return source;
      const {result} = broughtTo(asked, source.value) ?? {};
      const errors = result?.ok === true ? result.value.errors : undefined;
      if (errors === undefined) return {refusal: {reason: 'no-such-page'}};
      return {file: {bytes: errors, mediaType: 'text/csv', name: `${source.value.id}-held-rows.csv`}};
    },
  },
];

/** Breaking the glass opens persons, not other authorities' files. */
export async function sourceIn({bench, who, param}: Asked): Promise<Outcome<IntakeSource, Refusal>> {
  const sources = await intakeSources(bench.folder, who.authority);
  if (!sources.ok) return sources;
  const source = sources.value.find(({id}) => id === param('source'));
  return source === undefined ? refuse({reason: 'no-such-page'}) : done(source);
}

async function tried(asked: Asked, source: IntakeSource): Promise<Answer> {
  const {bench, who, session, language, field, file, progress} = asked;
  const {intake: words} = language.workbench;
  const names = source.totals.map(({measure}) => `total-${measure}`);
  const typed = Object.fromEntries(
    names.flatMap((name) => (field(name) === undefined ? [] : [[name, field(name) ?? '']])),
  );
  const given = file('file');
  const before = broughtTo(asked, source);
  const upload =
    given === undefined
      ? before?.upload
      : {name: plainName(given.name), bytes: new Uint8Array(await given.arrayBuffer())};
  const faults = Object.fromEntries([
    ...(upload === undefined ? [['file', words.noFile]] : []),
    ...Object.entries(typed).flatMap(([name, text]) => (isNumber(text) ? [] : [[name, words.noNumber]])),
  ]);
  if (upload === undefined) return pageOf(asked, source, before, {typed, faults});
  const totals = Object.entries(typed).map(([name, text]) => [name.slice('total-'.length), Number(text)]);
  const whole: Upload = {
    ...upload,
    source: source.id,
    controlTotals: Object.fromEntries(totals),
    acceptWithdrawals: false,
  };
  if (Object.keys(faults).length > 0) {
    // The file is kept, so that it need not be found again.
    keep(session, {source: source.id, typed, upload: whole, result: undefined});
    return pageOf(asked, source, broughtTo(asked, source), {typed, faults});
  }
  // Kept while it is tried: whoever stops that need not find it again.
  keep(session, {source: source.id, typed, upload: whole, result: undefined});
  const result = await takeIn(
    bench.folder,
    whole,
    {dryRun: true, recordedBy: who.name},
    bench.effects,
    ofRows(progress, rowsIn(whole)),
  );
  keep(session, {source: source.id, typed, upload: whole, result});
  return result.ok ? {goTo: `/intake/${source.id}`} : pageOf(asked, source, broughtTo(asked, source));
}

/** As many as there are; undefined: nobody knows before they are read. */
const ofRows =
  (progress: Progress, rows: number | undefined): Progress =>
  (step) =>
    progress(rows === undefined || step.stage !== 'receive' ? step : {...step, of: Math.max(rows, step.done)});

const isNumber = (text: string): boolean => /^\d{1,9}$/.test(text);

function pageOf(
  {session, language, bench}: Asked,
  source: IntakeSource,
  kept: Brought | undefined,
  {typed = kept?.typed ?? {}, faults = {}}: Partial<Pick<Parameters<typeof sourcePage>[0], 'typed' | 'faults'>> = {},
): Answer {
  const {result, upload} = kept ?? {};
  return {
    page: sourcePage(
      {
        source,
        formToken: session.formToken,
        typed,
        faults,
        waiting: upload?.name,
        result: result === undefined ? undefined : result.ok ? result.value.receipt : result.refusal,
        waits: keptRows(bench, source.id)?.rows.size ?? 0,
        hasErrors: result?.ok === true && result.value.errors !== undefined,
      },
      language,
    ),
  };
}

const broughtTo = ({session}: Asked, {id}: IntakeSource): Brought | undefined => {
  const kept = brought.get(session);
  return kept?.source === id ? kept : undefined;
};

function keep(session: Session, one: Brought): void {
  letGo(session);
  brought.set(session, {...one, timer: setTimeout(() => brought.delete(session), KEPT_MS).unref()});
  const [oldest] = brought.keys();
  if (brought.size > MOST_KEPT && oldest !== undefined) letGo(oldest);
}

function letGo(session: Session): void {
  clearTimeout(brought.get(session)?.timer);
  brought.delete(session);
}
