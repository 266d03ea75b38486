/** `opgor release YEAR --edition internal`: freezes an edition of a year, or of any period. */
import {parseEditionKind} from '#concepts/edition';
import {LANGUAGES} from '#concepts/labels';
import {done} from '#kit/outcome';
import type {Language} from '#language/language';
import {findingLine} from '#language/said';
import {type ReleaseRequest, release as releaseEdition} from '#production/edition-release';
import type {Erratum} from '#production/produce';
import {findingInWords} from '#production/question-words';
import type {Command, Given, Misuse} from '../command.ts';
import {instantOf, isMisuse, languagesOf, periodOf} from '../options.ts';
import {editionJson, placedText} from '../print-edition.ts';

export const release: Command = {
  name: 'release',
  positionals: [{name: 'YEAR', required: false}],
  options: {
    edition: {type: 'string', value: 'internal|public'},
    from: {type: 'string', value: 'DAY'},
    to: {type: 'string', value: 'DAY'},
    'as-at': {type: 'string', value: 'MOMENT'},
    language: {type: 'string', value: 'da,en'},
    by: {type: 'string', value: 'NAME'},
    'approved-by': {type: 'string', value: 'NAME'},
    alone: {type: 'boolean'},
    reason: {type: 'string', value: 'TEXT'},
    recipient: {type: 'string', multiple: true, value: 'NAME'},
    embargo: {type: 'string', value: 'MOMENT'},
    corrects: {type: 'string', value: 'EDITION'},
    erratum: {type: 'string', multiple: true, value: 'LANGUAGE=TEXT'},
    'over-findings': {type: 'boolean'},
    'with-open-questions': {type: 'boolean'},
    'dry-run': {type: 'boolean'},
  },
  example: 'opgor release 2013 --edition internal --by "Anne Holm" --approved-by "Bo Lind"',
  async run(given, {effects, folder, language, progress}) {
    const request = requestOf(given, language);
    if (isMisuse(request)) return request;
    const released = await releaseEdition(folder, request, effects, progress);
    if (!released.ok) return released;
    const {edition, record, findings, naming, openQuestions, setAside} = released.value;
    const words = naming.words(language.tag, request.period.to);
    const lines = findings.map((finding) => findingLine(findingInWords(finding, words), language));
    if (record === undefined) {
      return done({
        json: {...edition, edition: edition.id, folder: null, state: 'draft', findings, openQuestions, dryRun: true},
        text: [language.editions.dryRun(edition.id), ...lines].join('\n'),
      });
    }
    return done({
      json: {...editionJson(record), findings, setAside, dryRun: false},
      text: [placedText(record, setAside, language), ...lines].join('\n'),
    });
  },
};

function requestOf(given: Given, language: Language): ReleaseRequest | Misuse {
  const {misuse} = language.cli;
  const period = periodOf(given, given.positionals[0], language);
  if (isMisuse(period)) return period;
  if (period === undefined) return {misuse: misuse.missing('YEAR')};
  const asAt = instantOf(given, 'as-at', language);
  if (isMisuse(asAt)) return asAt;
  const embargo = instantOf(given, 'embargo', language);
  if (isMisuse(embargo)) return embargo;
  const languages = languagesOf(given, language);
  if (isMisuse(languages)) return languages;
  const kind = parseEditionKind(given.option('edition') ?? '');
  if (kind === undefined)
    return {misuse: misuse.notAllowed('--edition', given.option('edition') ?? '', 'internal, public')};
  const by = given.option('by') ?? '';
  if (by.trim() === '') return {misuse: misuse.missing('--by')};
  const choices = choicesOf(given, language);
  return isMisuse(choices) ? choices : {period, kind, asAt, embargo, languages, by, ...choices};
}

/** What asks for a reason has one, and a correction its erratum. */
function choicesOf(given: Given, language: Language) {
  const {misuse} = language.cli;
  const reason = (given.option('reason') ?? '').trim();
  const [alone, second] = [given.flag('alone'), given.option('approved-by')];
  if (alone && second !== undefined) return {misuse: misuse.notAllowed('--approved-by', second, '--alone')};
  const [overFindings, withOpenQuestions] = [given.flag('over-findings'), given.flag('with-open-questions')];
  if (reason === '' && (alone || overFindings || withOpenQuestions)) return {misuse: misuse.missing('--reason')};
  const [edition, erratum] = [given.option('corrects'), erratumOf(given.all('erratum'), language)];
  if (isMisuse(erratum)) return erratum;
  if (edition === undefined && erratum !== undefined) return {misuse: misuse.missing('--corrects')};
  if (edition !== undefined && erratum === undefined) return {misuse: misuse.missing('--erratum')};
  return {
    reason,
    approval: alone ? ('alone' as const) : second === undefined ? undefined : {by: second},
    overFindings,
    withOpenQuestions,
    corrects: edition === undefined || erratum === undefined ? undefined : {edition, erratum},
    recipients: [...new Set(given.all('recipient').map((one) => one.trim()))].filter((one) => one !== ''),
    dryRun: given.flag('dry-run'),
  };
}

/** `da=…` and `en=…`, or one text of whichever language the statement has; undefined where nothing is said. */
function erratumOf(texts: readonly string[], {cli: {misuse}}: Language): string | Erratum | undefined | Misuse {
  const said = texts.map((text) => text.trim()).filter((text) => text !== '');
  const plain = said.find((text) => !LANGUAGES.some((tag) => text.startsWith(`${tag}=`)));
  if (plain !== undefined && said.length === 1) return plain;
  if (plain !== undefined)
    return {misuse: misuse.notAllowed('--erratum', plain, LANGUAGES.map((tag) => `${tag}=…`).join(', '))};
  const parted = said.map(
    (text) => [LANGUAGES.find((tag) => text.startsWith(`${tag}=`)), text.slice(3).trim()] as const,
  );
  if (parted.length === 0 || parted.some(([, text]) => text === '')) return undefined;
  return Object.fromEntries(parted.flatMap(([tag, text]) => (tag === undefined ? [] : [[tag, text]])));
}
