/** What was counted, proven and written, as a person reads it and as `--json` says it. */
import {join} from 'node:path';
import type {Finding} from '#concepts/finding';
import type {Language} from '#language/language';
import {findingLine} from '#language/said';
import type {Compiled} from '#production/compile';
import {type Proof, written} from '#production/proofs';
import {findingInWords} from '#production/question-words';
import {indented} from './print-receipt.ts';

const SHOWN = 20;

export function compiledText(compiled: Compiled, language: Language): string {
  const {answers} = language;
  const {proofs, cubes, findings, recounted, folder, files, request, naming} = compiled;
  const words = naming.words(language.tag, request.period.to);
  const broken = proofs.filter(({kind, holds}) => kind !== 'reported' && !holds).length;
  const proven = proofs.filter(({kind, holds}) => kind !== 'reported' && holds).length;
  const bySeverity = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity);
  return [
    ...compiled.headlines[language.tag].map(({text, title}) => `  ${text.padStart(6)}  ${title}`),
    `  ✓ ${answers.proven(proven, cubes.length)}`,
    ...proofLines(proofs),
    ...(broken === 0 ? [] : [`  ✗ ${answers.broken(broken)}`]),
    ...(findings.some(({rule}) => rule === 'recount-disagrees') ? [] : [`  ✓ ${answers.recounted(recounted)}`]),
    `  ${answers.findings(bySeverity('error').length, bySeverity('warning').length, bySeverity('note').length)}`,
    ...findings.slice(0, SHOWN).map((finding) => indented(findingLine(findingInWords(finding, words), language), '  ')),
    ...(findings.length > SHOWN ? [`  ${answers.more(findings.length - SHOWN)}`] : []),
    answers.wrote(files.length, folder),
    ...request.languages.map((tag) => `  ${answers.lookAt} ${join(folder, `statement.${tag}.html`)}`),
  ].join('\n');
}

const WIDTH = 120;

/** Identities between tables, one by one; that a table adds up within itself is only counted. */
const proofLines = (proofs: readonly Proof[]): readonly string[] =>
  proofs
    .filter(({kind, holds}) => !holds || kind !== 'inner')
    .map((proof) => `    ${proof.kind === 'reported' ? '·' : proof.holds ? '✓' : '✗'} ${shortened(written(proof))}`);

/** The numbers at the end are what counts. */
function shortened(text: string): string {
  if (text.length <= WIDTH) return text;
  const numbers = text.slice(text.lastIndexOf(':'));
  return `${text.slice(0, WIDTH - numbers.length - 2)} …${numbers}`;
}

export function compiledJson({
  proofs,
  recounted,
  findings,
  request,
  folder,
  files,
}: Compiled): Readonly<Record<string, unknown>> {
  return {
    period: request.period,
    languages: request.languages,
    cutOff: request.cutOff,
    edition: request.policy.edition,
    synthetic: request.synthetic,
    folder,
    files,
    proofs,
    recounted,
    findings,
  };
}
