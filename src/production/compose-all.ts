/** The statement in each language from one set of protected cubes. */
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import type {Perturbation} from '#disclosure/perturb';
import {isPerturbing, type Policy} from '#disclosure/policy';
import type {ProtectedCube} from '#disclosure/protect';
import {type Composition, compose} from '#document/compose';
import type {Mark, Statement} from '#document/statement';
import {defect} from '#kit/defect';
import {languages} from '#language/language';
import type {Profile} from '#profile/profile';
import {notesOnAll} from '#tabulation/notes';
import type {Erratum, Request} from './produce.ts';
import type {Progress} from './progress.ts';
import {wordsOf} from './words-of.ts';

export function composeAll(
  cubes: readonly ProtectedCube[],
  profile: Profile,
  request: Request,
  findings: readonly Finding[],
  progress: Progress,
  perturbation?: Perturbation,
): readonly Statement[] {
  return request.languages.map((language, i) => {
    progress({stage: 'compose', done: i + 1, of: request.languages.length});
    const statement = compose({
      outline: ofLanguage(profile.outlines, language),
      guarded: ofLanguage(profile.guardedWords, language),
      commentaries: profile.commentaries,
      cubes,
      period: request.period,
      words: wordsOf(profile, language, request.period.to),
      language: languages[language],
      codeLists: profile,
      threshold: thresholdOf(request.policy),
      revisions: new Map(
        profile.tables.flatMap(({id, revisions}) => (revisions === undefined ? [] : [[id, revisions.of]])),
      ),
      corrects: request.corrects && {...request.corrects, erratum: inLanguage(request.corrects.erratum, language)},
      notes: notesOnAll(profile.notes, request.period),
      findings,
      office: profile.office[language],
      cutOff: request.cutOff,
      marks: marksOf(request, language, perturbation),
      producedBy: languages[language].document.telling.madeBy(request.program, `${profile.id} ${profile.version}`),
    });
    const faults = [...findings, ...statement.findings].filter(({severity}) => severity === 'error');
    const draft: Mark = {kind: 'draft', text: languages[language].document.draft};
    const remarks = request.remarks?.[language];
    const remarked = remarks === undefined ? statement : {...statement, remarks};
    const marked = faults.length === 0 ? remarked : {...remarked, marks: [...remarked.marks, draft]};
    request.composed?.(marked);
    return marked;
  });
}

/** That there is one, the profile check and the request have seen to. */
const ofLanguage = <T extends {readonly language: LanguageTag}>(all: readonly T[], language: LanguageTag): T =>
  all.find((one) => one.language === language) ?? defect(`no text in ${language}`);

const thresholdOf = (policy: Policy): Composition['threshold'] =>
  policy.edition === 'internal' || isPerturbing(policy) ? undefined : policy;

/** That it is written in each, the release has seen to. */
const inLanguage = (erratum: Erratum, language: LanguageTag): string =>
  erratum[language] ?? defect(`no erratum in ${language}`);

/** That the period is not over concerns every figure, so it is said on every page. */
function marksOf(
  {policy, synthetic, found}: Request,
  language: LanguageTag,
  perturbation: Perturbation | undefined,
): readonly Mark[] {
  const {document: words, findings} = languages[language];
  const unfinished = found.filter(({rule}) => rule === 'period-not-over');
  return [
    ...(policy.edition === 'internal' ? [{kind: 'internal', text: words.internal} as const] : []),
    ...changedMarks(policy, language, perturbation),
    ...(synthetic ? [{kind: 'synthetic', text: words.synthetic} as const] : []),
    ...unfinished.map(({rule, facts}): Mark => ({kind: 'draft', text: findings[rule](facts).what})),
  ];
}

/** No page shows a changed figure as a true one. How near they are is not told closer than the policy keeps small counts apart. */
function changedMarks(policy: Policy, language: LanguageTag, perturbation: Perturbation | undefined): readonly Mark[] {
  const {changed} = languages[language].document;
  if (policy.edition === 'internal') return [];
  if (policy.method === 'cell-key') return [{kind: 'changed', text: changed.cellKey(policy.noise.most)}];
  if (policy.method !== 'round') return [];
  const by = Math.max(policy.base - 1, perturbation?.largest ?? 0);
  return [{kind: 'changed', text: changed.round(policy.base, by)}];
}
