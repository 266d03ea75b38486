/** Covering letters that do not agree with what was received: a draft made over them says so, until a letter or a file is corrected. */
import type {Finding} from '#concepts/finding';
import type {Submission} from '#storage/store';

/** Of each source, what its latest delivery said. */
export function openControlTotals(submissions: readonly Submission[]): readonly Finding[] {
  const latest = new Map(submissions.map((submission) => [submission.source, submission]));
  return [...latest.values()].flatMap(({file, controlTotals}) =>
    controlTotals
      .filter(({given, counted}) => given !== counted)
      .map(
        ({measure, meant = measure, given, counted}): Finding => ({
          rule: 'control-total-disagrees',
          severity: 'error',
          facts: {file, measure: meant, given, counted, difference: counted - given},
        }),
      ),
  );
}
