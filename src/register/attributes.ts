/**
 * What a person is counted as. Sources may disagree: the source of the attributed assessment is believed, what it said on that
 * day first; else the latest recorded; else the office is asked (mission §4).
 */
import {type Code, UNKNOWN} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {PlainDate} from '#kit/plain-date';
import {type CountingFact, ruleOn} from './assessments.ts';
import type {CountingRules} from './counting-rules.ts';
import type {Codes, Fact, FactKind, Recorded} from './fact.ts';
import {byDay, type PersonFile, standing, standingFacts} from './person-file.ts';

export interface Attributes {
  readonly codes: Codes;
  /** Concepts on which what ranks alike names different main codes: nothing tells which is right. */
  readonly disputed: readonly ConceptId[];
}

type Coded = Recorded<Extract<Fact, {codes: Codes}>>;

/** Asked for again at once, by the questions that are put about the person: so the last answer is kept. */
let last:
  | {
      readonly file: PersonFile;
      readonly attributed: CountingFact;
      readonly rules: CountingRules;
      readonly attributes: Attributes;
    }
  | undefined;

export function attributesOf(file: PersonFile, attributed: CountingFact, rules: CountingRules): Attributes {
  if (last?.file === file && last.attributed === attributed && last.rules === rules) return last.attributes;
  const attributes = workedOut(file, attributed, rules);
  last = {file, attributed, rules, attributes};
  return attributes;
}

/** The codes of these concepts. The attributed fact is believed first: where it says them all, nobody else is asked. */
export function codesRead(
  file: PersonFile,
  attributed: CountingFact,
  rules: CountingRules,
  concepts: ReadonlySet<ConceptId>,
): Codes {
  const {codes} = attributed.fact;
  for (const concept of concepts) {
    const said = codes[concept];
    if (said === undefined || said.length === 0 || said.includes(UNKNOWN))
      return attributesOf(file, attributed, rules).codes;
  }
  return codes;
}

function workedOut(file: PersonFile, attributed: CountingFact, rules: CountingRules): Attributes {
  const rank = rankOf(attributed, ruleOn(rules.disagreement, attributed.fact.on)?.take[0] === 'latest-recorded');
  const ranksAlike = (a: Coded, b: Coded) => rank(a) === rank(b) && a.recordedAt === b.recordedAt;
  const ranked = standingFacts(file)
    .filter(isCoded)
    .filter(about(file, attributed))
    .sort((a, b) => rank(b) - rank(a) || byRecency(a, b));
  const codes: Record<ConceptId, readonly Code[]> = {};
  const saidBy = new Map<ConceptId, Coded>();
  const disputed = new Set<ConceptId>();
  for (const one of ranked) {
    for (const [concept, said] of Object.entries(one.fact.codes)) {
      const values = said.includes(UNKNOWN) ? said.filter((code) => code !== UNKNOWN) : said;
      const first = saidBy.get(concept);
      if (values.length === 0) continue;
      if (first === undefined) {
        codes[concept] = values;
        saidBy.set(concept, one);
      } else if (codes[concept]?.[0] !== values[0] && one.fact.kind !== 'contact' && ranksAlike(first, one))
        disputed.add(concept);
    }
  }
  return {codes, disputed: [...disputed].sort()};
}

const CODED: ReadonlySet<FactKind> = new Set<FactKind>(['contact', 'exploitation', 'characteristics', 'assessment']);
const isCoded = (one: Recorded): one is Coded => CODED.has(one.fact.kind);

/** What the person *is* carries over from other decisions; a contact, to the decision that came of it; the rest describes its own day. */
const about =
  (file: PersonFile, attributed: CountingFact) =>
  (one: Coded): boolean =>
    one.id === attributed.id ||
    one.fact.kind === 'characteristics' ||
    one.fact.on === attributed.fact.on ||
    (one.fact.kind === 'contact' && one.fact.on < attributed.fact.on && !decidedSince(file, one.fact.on, attributed));

const decidedSince = (file: PersonFile, contact: PlainDate, attributed: CountingFact): boolean =>
  standing(file, 'assessment').some(({fact}) => contact <= fact.on && fact.on < attributed.fact.on);

/** The attributed fact itself; then, unless the latest recorded is believed, its source on its day, its source, and any. */
const rankOf =
  (attributed: CountingFact, latestFirst: boolean) =>
  (one: Coded): number => {
    if (one.id === attributed.id) return 3;
    if (latestFirst || one.source !== attributed.source) return 0;
    return one.fact.on === attributed.fact.on ? 2 : 1;
  };

const byRecency = (a: Recorded, b: Recorded): number =>
  a.recordedAt < b.recordedAt ? 1 : a.recordedAt > b.recordedAt ? -1 : byDay(b, a);
