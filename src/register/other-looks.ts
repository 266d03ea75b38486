/**
 * What a decision of who is the same person takes out of the count. *Filed twice*: the second record of a decision counts for
 * nothing. *The same incident, referred again*: the later record's assessments of that year were made, and make neither a further
 * person nor a repeat. What the records say otherwise of the person is heard as ever.
 */
import type {RecordNumber} from '#concepts/record-number';
import {yearOf} from '#kit/plain-date';
import type {Assessment, Contact, Fact, FactId, PreparedReturn, Recorded, Verdict} from './fact.ts';
import {byDay, type PersonFile, standing} from './person-file.ts';

type Pair = readonly [RecordNumber, RecordNumber];

function pairsOf(file: PersonFile, verdicts: readonly Verdict[]): readonly Pair[] {
  if (file.circle === undefined) return [];
  return standing(file, 'identity-decision').flatMap(({record, fact}) =>
    verdicts.includes(fact.verdict) ? [[record, fact.other] as const] : [],
  );
}

/** Without those that another record of the same decision tells too: the same day and authority; else the later record's first. */
export function withoutDuplicates(
  file: PersonFile,
  assessments: readonly Recorded<Assessment>[],
): readonly Recorded<Assessment>[] {
  const pairs = pairsOf(file, ['filed-twice']);
  if (pairs.length === 0) return assessments;
  const gone = new Set<FactId>();
  for (const pair of pairs) {
    const twice = toldTwice(assessments, pair, (a, b) => a.on === b.on && a.by === b.by);
    const first = twice.length > 0 ? undefined : laterFirst(assessments, pair);
    for (const one of first === undefined ? twice : [first]) gone.add(one.id);
  }
  return assessments.filter(({id}) => !gone.has(id));
}

/** Returns begun on the same day that both records tell of are one. */
export function withoutReturnsTwice(
  file: PersonFile,
  returns: readonly Recorded<PreparedReturn>[],
): readonly Recorded<PreparedReturn>[] {
  const pairs = pairsOf(file, ['filed-twice']);
  if (pairs.length === 0) return returns;
  const twice = pairs.flatMap((pair) => toldTwice(returns, pair, (a, b) => a.on === b.on));
  const gone = new Set(twice.map(({id}) => id));
  return returns.filter(({id}) => !gone.has(id));
}

/** Of what makes a person count, what does not look at the same incident again. */
export function withoutOtherLooks(
  file: PersonFile,
  counting: readonly (Recorded<Assessment> | Recorded<Contact>)[],
): readonly (Recorded<Assessment> | Recorded<Contact>)[] {
  const first = counting[0];
  const pairs = pairsOf(file, first?.fact.kind === 'contact' ? ['same-incident', 'filed-twice'] : ['same-incident']);
  if (first === undefined || pairs.length === 0) return counting;
  const gone = new Set<FactId>();
  for (const pair of pairs) {
    const later = laterFirst(counting, pair);
    if (later === undefined) continue;
    for (const {id, record, fact} of counting)
      if (record === later.record && yearOf(fact.on) === yearOf(later.fact.on)) gone.add(id);
  }
  return counting.filter(({id}) => !gone.has(id));
}

/** Of what both records tell alike, what was recorded later. */
const toldTwice = <F extends Fact>(
  facts: readonly Recorded<F>[],
  [one, other]: Pair,
  alike: (a: F, b: F) => boolean,
): readonly Recorded<F>[] =>
  facts.filter(({id, record, fact}) => {
    const second = record === one ? other : record === other ? one : undefined;
    return facts.some((said) => said.record === second && said.id < id && alike(said.fact, fact));
  });

/** The first of the record that begins later; undefined where only one has any. */
function laterFirst<F extends Recorded>(facts: readonly F[], [one, other]: Pair): F | undefined {
  const firstOf = (record: RecordNumber) => facts.filter((fact) => fact.record === record).sort(byDay)[0];
  const [a, b] = [firstOf(one), firstOf(other)];
  if (a === undefined || b === undefined) return undefined;
  return byDay(a, b) < 0 ? b : a;
}
