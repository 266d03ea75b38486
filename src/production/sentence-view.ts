/**
 * A composed statement sentence by sentence, for whoever works at its text: what each says, which figures it prints, and every proof
 * that it takes part in, whether it holds or not.
 */

import {checkText} from '#claims/check-text';
import type {Claim} from '#claims/claim';
import type {TextBlock} from '#claims/text';
import type {EditionKind} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import {calendarYear} from '#concepts/period';
import {messagesIn, OPENING, sectionsOf} from '#document/messages';
import type {Outline} from '#document/outline';
import {sentenceIds} from '#document/sentence-ids';
import type {Inline, Statement} from '#document/statement';
import {languages} from '#language/language';
import type {Profile} from '#profile/profile';
import {addressText, type Proof, written} from '#tabulation/proof';
import type {CountedStatement} from './counted-statement.ts';
import {knownOf} from './known-statement.ts';
import type {Lag} from './text-desk.ts';

export interface SectionView {
  readonly id: string;
  /** As the statement has it; empty before the first heading. */
  readonly heading: string;
  readonly sentences: readonly SentenceView[];
  /** What is found of the section as a whole: that it does not tell the same in each language. */
  readonly findings: readonly Finding[];
}

export interface SentenceView {
  readonly id: string;
  /** Nothing, where this year has nothing for it to say. */
  readonly said: readonly Said[];
  readonly findings: readonly Finding[];
  /** What its figures claim among themselves and of the tables. */
  readonly claims: readonly Claim[];
  /** Identities between tables that its figures are in. */
  readonly identities: readonly Identity[];
  /** It lags behind another language. */
  readonly behind: Lag | undefined;
}

export interface Identity {
  readonly holds: boolean;
  /** In signs: `a.total = b.x + b.y: 76 = 70 + 6`; of a public edition nothing but that there is one, since it withholds figures. */
  readonly written: string | undefined;
}

export type Said =
  | {readonly kind: 'text' | 'strong'; readonly text: string}
  | {readonly kind: 'figure'; readonly text: string; readonly addresses: readonly string[]; readonly title: string}
  | {readonly kind: 'fault'; readonly text: string; readonly message: string};

export type {Claim};

export const isBroken = ({findings, claims, identities}: SentenceView): boolean =>
  brokenIn({findings, claims, identities}) > 0;

/** How many proofs do not hold. */
export const brokenIn = ({
  findings,
  claims,
  identities,
}: Pick<SentenceView, 'findings' | 'claims' | 'identities'>): number =>
  findings.length +
  claims.filter(({verdict}) => verdict === 'fails').length +
  identities.filter(({holds}) => !holds).length;

export interface Viewed {
  readonly counted: CountedStatement;
  readonly statement: Statement;
  readonly outline: Outline;
  readonly profile: Profile;
  readonly behind: readonly Lag[];
  /** Of the statements together: where the languages differ. */
  readonly differing: readonly Finding[];
}

export function sectionsIn(viewed: Viewed): readonly SectionView[] {
  const {outline} = viewed;
  const ids = sentenceIds(outline);
  const viewOf = viewer(
    viewed,
    [...ids].map(([{line}, id]) => ({line, id})),
  );
  const idOf = (message: Parameters<typeof ids.get>[0]) => ids.get(message) ?? '';
  const opening = [outline.title, ...(outline.subtitle === undefined ? [] : [outline.subtitle])];
  const sections = sectionsOf(outline).map(({id, blocks}) => {
    const messages = [...(id === OPENING ? opening : []), ...blocks.flatMap(messagesIn)];
    return {id, sentences: messages.map((message) => viewOf(idOf(message)))};
  });
  const notes = outline.notes.map(({id, messages}) => ({
    id: `note-${id}`,
    sentences: messages.map((message) => viewOf(idOf(message))),
  }));
  return [...sections, ...notes].map(({id, sentences}) => ({
    id,
    sentences,
    heading: id === OPENING || id.startsWith('note-') ? '' : plain(sentences[0]?.said ?? []),
    findings: viewed.differing.filter(({facts}) => facts.section === id),
  }));
}

/** What is bound to a cell says what the cell says, whatever else goes by its name; what it claims together with others is tested. */
const isBound = ({verdict, reason, printed}: Claim, said: readonly Said[]): boolean =>
  verdict === 'fails' &&
  (reason.check === 'known' || reason.check === 'largest') &&
  said.some(({kind, text}) => kind === 'figure' && text === printed);

const plain = (said: readonly Said[]): string => said.map(({text}) => text).join('');

function viewer(viewed: Viewed, places: readonly {readonly line: number; readonly id: string}[]) {
  const {counted, statement, behind} = viewed;
  const {draft, request} = counted;
  const contents = Map.groupBy(contentsOf(statement), ({sentence}) => sentence ?? '');
  const titles = new Map([
    [`${OPENING}.1`, statement.title],
    [`${OPENING}.2`, statement.subtitle],
  ]);
  const findings = Map.groupBy(statement.findings, ({facts}) => places.find(({line}) => line === facts.line)?.id);
  const claims = claimsIn(viewed);
  const identities = identitiesOf(draft.proofs, request.policy.edition);
  return (id: string): SentenceView => {
    const title = titles.get(id);
    const said = title === undefined ? saidIn(contents.get(id) ?? []) : [{kind: 'text', text: title} as const];
    const addresses = said.flatMap((one) => (one.kind === 'figure' ? one.addresses : []));
    const text = plain(said);
    return {
      id,
      said,
      findings: findings.get(id) ?? [],
      claims: claims.filter((claim) => claim.sentence !== '' && text.includes(claim.sentence) && !isBound(claim, said)),
      identities: [...new Set(addresses.flatMap((one) => identities.get(one) ?? []))],
      behind: behind.find((one) => one.sentence === id),
    };
  };
}

const contentsOf = ({blocks, notes}: Statement): readonly Inline[] =>
  [...blocks.flatMap(contentIn), ...notes.map(({content}) => content)].flat();

/** Of the office's text; tables, charts and commentary are not its sentences. */
function contentIn(block: Statement['blocks'][number]): readonly (readonly Inline[])[] {
  if (block.kind === 'heading' || block.kind === 'paragraph') return [block.content];
  return block.kind === 'list' ? block.items : [];
}

const saidIn = (content: readonly Inline[], strong = false): readonly Said[] =>
  content.flatMap((inline) =>
    'content' in inline ? saidIn(inline.content, strong || inline.kind === 'strong') : saidAs(inline, strong),
  );

function saidAs(inline: Exclude<Inline, {content: unknown}>, strong: boolean): readonly Said[] {
  switch (inline.kind) {
    case 'figure':
      return [{kind: 'figure', text: inline.text, addresses: inline.addresses, title: inline.title}];
    case 'fault':
      return [{kind: 'fault', text: inline.text, message: inline.message}];
    case 'note':
      return [];
    case 'text':
      return [{kind: strong ? 'strong' : 'text', text: inline.text}];
  }
}

/** What the sentences claim, tested as anybody's text is; what cannot be tested is left out. */
function claimsIn({counted, statement, profile}: Viewed): readonly Claim[] {
  const {draft, request} = counted;
  const {language} = statement;
  const year = calendarYear(request.period);
  if (year === undefined) return [];
  const tables = knownOf(draft.cubes, profile, language, year);
  const paragraphs = (content: readonly Inline[]): readonly TextBlock[] =>
    [...Map.groupBy(content, ({sentence}) => sentence ?? '').values()].map((one) => ({
      kind: 'paragraph',
      text: plain(saidIn(one)),
    }));
  const blocks = [
    ...statement.blocks.flatMap((block): readonly TextBlock[] =>
      block.kind === 'heading'
        ? [{kind: 'heading', text: plain(saidIn(block.content))}]
        : contentIn(block).flatMap(paragraphs),
    ),
    ...statement.notes.flatMap(({content}) => paragraphs(content)),
  ];
  return checkText({
    text: {name: statement.title, blocks},
    languages: [{words: languages[language].reading, against: {tables, statement: undefined}}],
    year: String(year),
  }).filter(({verdict}) => verdict !== 'unverified');
}

const indexed = new WeakMap<readonly Proof[], ReadonlyMap<string, readonly Identity[]>>();

/** By the cells they are of. */
function identitiesOf(proofs: readonly Proof[], edition: EditionKind): ReadonlyMap<string, readonly Identity[]> {
  const known = indexed.get(proofs);
  if (known !== undefined) return known;
  const found = new Map<string, Identity[]>();
  for (const proof of proofs) {
    if (proof.kind === 'reported') continue;
    const identity = {holds: proof.holds, written: edition === 'internal' ? written(proof) : undefined};
    for (const cell of new Set([...proof.left.cells, ...proof.right.cells].map(addressText)))
      found.set(cell, [...(found.get(cell) ?? []), identity]);
  }
  indexed.set(proofs, found);
  return found;
}

export const identitiesAt = ({draft, request}: CountedStatement, address: string): readonly Identity[] =>
  identitiesOf(draft.proofs, request.policy.edition).get(address) ?? [];
