/** `opgor revisions`: what each edition of a workspace says of each reference year, for one cell, and how much that is revised. */
import type {Code} from '#concepts/code-list';
import {YEAR} from '#concepts/concept';
import type {EditionKind} from '#concepts/edition';
import type {LanguageTag} from '#concepts/labels';
import {calendarYear} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import type {Words} from '#concepts/words';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Cube} from '#tabulation/cube';
import {measuresOf, type Revision, type RevisionMeasures, revisionsIn} from '#tabulation/revision-measures';
import {byCutOff} from './editions.ts';
import type {Effects} from './effects.ts';
import {definedEditions} from './ledger.ts';
import {type Seen, trianglesOf} from './triangles.ts';
import {wordsOf} from './words-of.ts';
import {openRegister, withStore} from './workspace.ts';

export interface TriangleRequest {
  /** Undefined: the first series of the profile. */
  readonly table: string | undefined;
  /** Of the table's dimensions without the year; none: the total. */
  readonly codes: readonly Code[];
  readonly kind: EditionKind | undefined;
}

export interface Triangle {
  readonly cube: Cube;
  readonly codes: readonly Code[];
  /** The table's dimensions but the year. */
  readonly concepts: readonly string[];
  readonly revisions: readonly Revision[];
  readonly measures: RevisionMeasures | undefined;
  readonly words: Readonly<Record<LanguageTag, Words>>;
}

/** Of the released editions of whole years. Refused: `no-such-table`, `no-such-edition`, `unknown-code`, `profile-version-missing`. */
export const triangle = async (
  folder: string,
  {table: asked, codes, kind}: TriangleRequest,
  effects: Effects,
): Promise<Outcome<Triangle, Refusal>> =>
  withStore(await openRegister(folder), async ({store, profile}) => {
    const editions = await definedEditions(folder, effects);
    if (!editions.ok) return editions;
    const table = profile.tables.find(({id, dimensions}) =>
      asked === undefined ? dimensions.join() === YEAR : id === asked,
    );
    if (table === undefined)
      return refuse({reason: 'no-such-table', table: asked ?? '', known: profile.tables.map(({id}) => id)});
    const concepts = table.dimensions.filter((id) => id !== YEAR);
    if (codes.length > concepts.length) return refuse({reason: 'unknown-code', concept: table.id, known: concepts});
    const ordered = editions.value.toSorted((a, b) => byCutOff(a.record, b.record));
    const seen = ordered.flatMap(({record, definitions}): readonly Seen[] => {
      const lastYear = calendarYear(record.period);
      const out = record.state === 'released' || record.state === 'corrected';
      if (!out || lastYear === undefined || (kind !== undefined && record.kind !== kind)) return [];
      return [{edition: record.id, cutOff: record.cutOff, definitions, lastYear}];
    });
    const [cube] = await trianglesOf((asAt) => store.personFiles(asAt), seen, [{table: table.id, codes}]);
    if (cube === undefined) return refuse({reason: 'no-such-edition', edition: '', known: []});
    const revisions = revisionsIn(cube);
    const words = {da: wordsOf(profile, 'da'), en: wordsOf(profile, 'en')};
    return done({cube, codes, concepts, revisions, measures: measuresOf(revisions), words});
  });
