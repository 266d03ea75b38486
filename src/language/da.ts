import {adoption} from './da/adoption.ts';
import {adoptionFindings} from './da/adoption-findings.ts';
import {answers} from './da/answers.ts';
import {attack} from './da/attack.ts';
import {backup} from './da/backup.ts';
import {check} from './da/check.ts';
import {cli} from './da/cli.ts';
import {countingFindings} from './da/counting-findings.ts';
import {database} from './da/database.ts';
import {document} from './da/document.ts';
import {editionFindings} from './da/edition-findings.ts';
import {editions} from './da/editions.ts';
import {errorsFile} from './da/errors-file.ts';
import {explore} from './da/explore.ts';
import {handOver} from './da/hand-over.ts';
import {identities} from './da/identities.ts';
import {intakeFindings} from './da/intake-findings.ts';
import {linkage} from './da/linkage.ts';
import {profileFindings} from './da/profile-findings.ts';
import {protection} from './da/protection.ts';
import {reading} from './da/reading.ts';
import {receivingFindings} from './da/receiving-findings.ts';
import {refusals} from './da/refusals.ts';
import {review} from './da/review.ts';
import {revisions} from './da/revisions.ts';
import {tableFindings} from './da/table-findings.ts';
import {text} from './da/text.ts';
import {textFindings} from './da/text-findings.ts';
import {workbench} from './da/workbench.ts';
import type {Language} from './language.ts';

export const da: Language = {
  tag: 'da',
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
