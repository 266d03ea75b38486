/** The shelf of commands, in the order of the work. */
import type {Command} from '../command.ts';
import {add} from './add.ts';
import {approve} from './approve.ts';
import {calendar, calendarAdd} from './calendar.ts';
import {compare} from './compare.ts';
import {demo} from './demo.ts';
import {editions} from './editions.ts';
import {erase} from './erase.ts';
import {init} from './init.ts';
import {ledger} from './ledger.ts';
import {markDisclosed} from './mark-disclosed.ts';
import {personAdd, personList} from './person.ts';
import {profileCheck} from './profile-check.ts';
import {questions} from './questions.ts';
import {receive} from './receive.ts';
import {recompile} from './recompile.ts';
import {recovery} from './recovery.ts';
import {release} from './release.ts';
import {revisions} from './revisions.ts';
import {series} from './series.ts';
import {statement} from './statement.ts';
import {verify} from './verify.ts';
import {why} from './why.ts';

export const commands: readonly Command[] = [
  demo,
  init,
  profileCheck,
  receive,
  add,
  questions,
  why,
  statement,
  series,
  compare,
  personAdd,
  personList,
  release,
  approve,
  editions,
  markDisclosed,
  calendarAdd,
  calendar,
  verify,
  recompile,
  revisions,
  ledger,
  erase,
  recovery,
];
