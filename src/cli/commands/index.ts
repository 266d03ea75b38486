/** The shelf of commands, in the order of the work. */
import type {Command} from '../command.ts';
import {add} from './add.ts';
import {compare} from './compare.ts';
import {demo} from './demo.ts';
import {erase} from './erase.ts';
import {init} from './init.ts';
import {ledger} from './ledger.ts';
import {profileCheck} from './profile-check.ts';
import {questions} from './questions.ts';
import {receive} from './receive.ts';
import {recovery} from './recovery.ts';
import {revisions} from './revisions.ts';
import {series} from './series.ts';
import {statement} from './statement.ts';
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
  revisions,
  ledger,
  erase,
  recovery,
];
