import {adoption} from './en/adoption.ts';
import {adoptionFindings} from './en/adoption-findings.ts';
import {answers} from './en/answers.ts';
import {attack} from './en/attack.ts';
import {backup} from './en/backup.ts';
import {check} from './en/check.ts';
import {cli} from './en/cli.ts';
import {countingFindings} from './en/counting-findings.ts';
import {database} from './en/database.ts';
import {document} from './en/document.ts';
import {editionFindings} from './en/edition-findings.ts';
import {editions} from './en/editions.ts';
import {errorsFile} from './en/errors-file.ts';
import {explore} from './en/explore.ts';
import {handOver} from './en/hand-over.ts';
import {identities} from './en/identities.ts';
import {intakeFindings} from './en/intake-findings.ts';
import {linkage} from './en/linkage.ts';
import {profileFindings} from './en/profile-findings.ts';
import {protection} from './en/protection.ts';
import {reading} from './en/reading.ts';
import {receivingFindings} from './en/receiving-findings.ts';
import {refusals} from './en/refusals.ts';
import {review} from './en/review.ts';
import {revisions} from './en/revisions.ts';
import {tableFindings} from './en/table-findings.ts';
import {text} from './en/text.ts';
import {textFindings} from './en/text-findings.ts';
import {workbench} from './en/workbench.ts';
import type {Language} from './language.ts';

export const en: Language = {
  tag: 'en',
  refusals,
  findings: {
    ...intakeFindings,
    ...receivingFindings,
    ...adoptionFindings,
    ...profileFindings,
    ...countingFindings,
    ...tableFindings,
    ...textFindings,
    ...editionFindings,
  },
  document,
  errorsFile,
  explore,
  editions,
  cli,
  answers,
  adoption,
  linkage,
  attack,
  check,
  backup,
  database,
  handOver,
  protection,
  reading,
  review,
  identities,
  revisions,
  text,
  workbench,
};
