/**
 * Who is to look at a pair, and what an answer brings about. One reviewer decides, or two who have not seen each other's
 * answer, and a third where they differ; of what was decided a share is asked again of somebody else, and settles nothing.
 */
import {sha256} from '#kit/digest';
import type {IdentityPolicy} from '#profile/identity-policy';
import type {IdentityJudgement} from '#register/fact';

export type Part = IdentityJudgement['part'];
export type Verdict = IdentityJudgement['verdict'];
/** What was said of a pair, and by whom. */
export type Answered = Pick<IdentityJudgement, 'part' | 'verdict' | 'reviewer'>;
export type ReviewRules = Pick<IdentityPolicy, 'second' | 'again'>;

/** Whose turn it is; undefined: nobody's. */
export function partOf(
  pair: readonly [string, string],
  answers: readonly Answered[],
  decided: 'review' | 'otherwise' | undefined,
  rules: ReviewRules,
): Part | undefined {
  const answered = (part: Part) => answers.findLast((answer) => answer.part === part);
  if (decided === 'otherwise') return undefined;
  if (decided === 'review')
    return answered('re-review') === undefined && isSampled(pair, rules.again) ? 're-review' : undefined;
  const first = answered('first');
  if (first === undefined) return 'first';
  if (answered('second') === undefined) return 'second';
  return 'adjudication';
}

/** Nobody answers the same pair twice: a second look is somebody else's. */
export const mayAnswer = (answers: readonly Answered[], reviewer: string): boolean =>
  answers.every((answer) => !isSameName(answer.reviewer, reviewer));

/** Without regard to spaces, capitals and how signs are encoded, or somebody would be their own second reviewer. */
const isSameName = (one: string, other: string): boolean => nameOf(one) === nameOf(other);
const nameOf = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

/** What the answer decides; undefined: nothing yet, or nothing ever. */
export function decidedBy(
  part: Part,
  verdict: Verdict,
  answers: readonly Answered[],
  rules: ReviewRules,
): Verdict | undefined {
  switch (part) {
    case 'first':
      return rules.second === 'all' || (rules.second === 'same-person' && verdict !== 'different')
        ? undefined
        : verdict;
    case 'second':
      return answers.findLast((answer) => answer.part === 'first')?.verdict === verdict ? verdict : undefined;
    case 'adjudication':
      return verdict;
    case 're-review':
      return undefined;
  }
}

/** By the pair alone: who is asked again can be told by nobody beforehand, and is the same whoever asks. */
const isSampled = (pair: readonly [string, string], share: number): boolean =>
  Number.parseInt(sha256(`asked-again\n${pair.join('\n')}`).slice(0, 8), 16) < share * 2 ** 32;

/** The same pair answered by two: first and second, and what was answered first beside what was answered when asked again. */
export function answeredTwice(answers: readonly Answered[]): readonly (readonly [Verdict, Verdict])[] {
  const first = answers.find(({part}) => part === 'first');
  const others = answers.filter(({part}) => part === 'second' || part === 're-review');
  return first === undefined ? [] : others.map(({verdict}) => [first.verdict, verdict] as const);
}
