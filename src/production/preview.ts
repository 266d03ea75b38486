/**
 * The statement as it would be now, laid out as one page and written nowhere. It is kept until the register or the profile changes,
 * so that looking again costs nothing.
 */
import type {EditionKind} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import {type Period, periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import {layOut} from './compile.ts';
import type {Effects} from './effects.ts';
import {type Headline, headlinesOf} from './headlines.ts';
import {readHistory} from './history.ts';
import {type Naming, namingOf} from './naming.ts';
import {programVersion} from './version.ts';
import {openRegister, withStore} from './workspace.ts';

export interface PreviewRequest {
  readonly period: Period;
  readonly kind: EditionKind;
}

export interface Preview {
  /** Of each of the profile's languages a whole page, with its style and typeface. */
  readonly pages: ReadonlyMap<LanguageTag, Uint8Array>;
  readonly findings: readonly Finding[];
  readonly naming: Naming;
  /** The period's persons; undefined where no table tells them all. */
  readonly persons: string | undefined;
  readonly headlines: Readonly<Record<LanguageTag, readonly Headline[]>>;
}

const kept = new WeakMap<Profile, Map<string, Preview>>();
/** As many are kept of one profile. */
const MOST = 24;

/** Refused: as a statement is. */
export const preview = async (
  folder: string,
  {period, kind}: PreviewRequest,
  effects: Effects,
): Promise<Outcome<Preview, Refusal>> =>
  withStore(await openRegister(folder), async (register) => {
    const now = effects.now();
    const history = await readHistory(folder, undefined, now);
    if (!history.ok) return history;
    const {editions, changed} = history.value;
    const released = editions.length + changed.length;
    const key = [periodId(period), kind, await register.store.latest(), released].join('\n');
    const known = kept.get(register.profile) ?? new Map<string, Preview>();
    const found = known.get(key);
    if (found !== undefined) return done(found);
    const laidOut = await layOut(
      register,
      {
        ...{period, kind, effects, history: history.value, version: await programVersion(effects)},
        ...{languages: undefined, asAt: undefined, strict: false, texts: undefined, media: ['html']},
      },
      () => {},
    );
    if (!laidOut.ok) return laidOut;
    const {draft, request, products} = laidOut.value;
    const pages = new Map(
      request.languages.flatMap((language) => {
        const page = products.find(({name}) => name.endsWith(`.${language}.html`));
        return page === undefined ? [] : [[language, page.bytes] as const];
      }),
    );
    const headlines = {
      da: headlinesOf(draft, register.profile, request, 'da'),
      en: headlinesOf(draft, register.profile, request, 'en'),
    };
    const persons = headlines.da.find(({table}) => isOfAll(register.profile, table))?.text;
    const made = {pages, findings: draft.findings, naming: namingOf(register.profile), persons, headlines};
    if (known.size >= MOST) known.clear();
    kept.set(register.profile, known.set(key, made));
    return done(made);
  });

const isOfAll = ({tables}: Profile, id: string): boolean =>
  tables.some((table) => table.id === id && table.unit === 'person' && Object.keys(table.universe).length === 0);
