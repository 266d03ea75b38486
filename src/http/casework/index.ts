/** Every page and deed of the workbench, in the order of the work. */
import type {Route} from '../route.ts';
import {accountRoutes} from './account.ts';
import {caseRoutes} from './cases.ts';
import {compareRoutes} from './compare.ts';
import {decidedRoutes} from './decided.ts';
import {editionRoutes} from './editions.ts';
import {factRoutes} from './facts.ts';
import {figureRoutes} from './figure.ts';
import {heldRoutes} from './held.ts';
import {homeRoutes} from './home.ts';
import {intakeRoutes} from './intake.ts';
import {logRoutes} from './log.ts';
import {newPersonRoutes} from './new.ts';
import {protectionRoutes} from './protection.ts';
import {questionRoutes} from './questions.ts';
import {releaseRoutes} from './release.ts';
import {reviewRoutes} from './review.ts';
import {statementRoutes} from './statement.ts';
import {teamRoutes} from './team.ts';
import {textRoutes} from './text.ts';

export const ROUTES: readonly Route[] = [
  ...homeRoutes,
  // Before a person's own page, whose path takes any word.
  ...newPersonRoutes,
  ...caseRoutes,
  ...factRoutes,
  ...intakeRoutes,
  ...heldRoutes,
  ...reviewRoutes,
  ...decidedRoutes,
  ...questionRoutes,
  ...statementRoutes,
  ...textRoutes,
  ...figureRoutes,
  ...protectionRoutes,
  ...releaseRoutes,
  ...compareRoutes,
  ...editionRoutes,
  ...teamRoutes,
  ...logRoutes,
  ...accountRoutes,
];
