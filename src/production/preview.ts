/**
 * The statement as it would be now, laid out as one page and written nowhere. It is kept until the register or the profile changes,
 * so that looking again costs nothing; where the text alone has changed, nobody is counted again.
 */
import type {EditionKind} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import {type Period, periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {renderPage} from '#document/render/html';
import {done, type Outcome} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import {type CountedStatement, composedFor, countedStatement, type StatementOf} from './counted-statement.ts';
import type {Effects} from './effects.ts';
import {loadFonts} from './fonts.ts';
import {type Headline, headlinesOf} from './headlines.ts';
import {type Naming, namingOf} from './naming.ts';
import {openRegister, withStore} from './workspace.ts';

export type PreviewRequest = StatementOf;

export interface Preview {
  /** The profile's. */
  readonly languages: readonly LanguageTag[];
  /** A whole page, with its style and typeface, on which each figure leads to {@link figurePath}; undefined in another language. */
  page(language: LanguageTag): Promise<Uint8Array | undefined>;
  readonly findings: readonly Finding[];
  readonly naming: Naming;
  /** The period's persons; undefined where no table tells them all. */
  readonly persons: string | undefined;
  readonly headlines: Readonly<Record<LanguageTag, readonly Headline[]>>;
}

/** Of one count under one text. */
const kept = new WeakMap<CountedStatement, {readonly profile: Profile; readonly made: Preview}>();

/** Refused: as a statement is. */
export const preview = async (
  folder: string,
  of: PreviewRequest,
  effects: Effects,
): Promise<Outcome<Preview, Refusal>> =>
  withStore(await openRegister(folder), async (register) => {
    const counted = await countedStatement(register, of, effects);
    if (!counted.ok) return counted;
    const {profile} = register;
    const found = kept.get(counted.value);
    if (found?.profile === profile) return done(found.made);
    const made = previewOf(counted.value, profile, of);
    kept.set(counted.value, {profile, made});
    return done(made);
  });

function previewOf(counted: CountedStatement, profile: Profile, of: PreviewRequest): Preview {
  const {draft, request} = counted;
  const {statements, findings} = composedFor(counted, profile);
  const pages = new Map<LanguageTag, Promise<Uint8Array>>();
  const headlines = {
    da: headlinesOf(draft, profile, request, 'da'),
    en: headlinesOf(draft, profile, request, 'en'),
  };
  return {
    languages: request.languages,
    async page(language) {
      const statement = statements.find((one) => one.language === language);
      if (statement === undefined) return undefined;
      const page =
        pages.get(language) ??
        loadFonts().then((fonts) => renderPage(statement, fonts, (cell) => figurePath(of, cell)));
      pages.set(language, page);
      return page;
    },
    findings,
    headlines,
    persons: headlines.da.find(({table}) => isOfAll(profile, table))?.text,
    naming: namingOf(profile),
  };
}

/** Where the workbench tells what a figure is. */
export const figurePath = (
  {period, kind}: {readonly period: Period; readonly kind: EditionKind},
  address: string,
): string => `/statement/figure/${periodId(period)}/${kind}/${encodeURIComponent(address)}`;

const isOfAll = ({tables}: Profile, id: string): boolean =>
  tables.some((table) => table.id === id && table.unit === 'person' && Object.keys(table.universe).length === 0);
