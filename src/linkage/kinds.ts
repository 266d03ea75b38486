/** The shelf of kinds: how a field of each is compared. */
import {filterComparison} from './comparisons/bloom-filter.ts';
import {codeComparison} from './comparisons/code.ts';
import {dateComparison} from './comparisons/date.ts';
import {identifierComparison} from './comparisons/identifier.ts';
import {tokenComparison} from './comparisons/keyed-tokens.ts';
import {nameComparison} from './comparisons/name.ts';
import {phoneComparison} from './comparisons/phone.ts';
import {textComparison} from './comparisons/text.ts';
import {codedField, type Field, type FieldSetting} from './field.ts';
import type {FieldKind, FoldingTable} from './policy.ts';
import type {Column} from './records.ts';

export type Kinds = Readonly<Record<FieldKind, (setting: FieldSetting, column: Column) => Field>>;

export const KINDS: Kinds = {
  name: (setting, column) => codedField(setting, nameComparison(), column),
  date: (setting, column) => codedField(setting, dateComparison(), column),
  code: (setting, column) => codedField(setting, codeComparison(), column),
  identifier: (setting, column) => codedField(setting, identifierComparison(), column),
  phone: (setting, column) => codedField(setting, phoneComparison(), column),
  text: (setting, column) => codedField(setting, textComparison(), column),
  'keyed-tokens': (setting, column) => codedField(setting, tokenComparison(), column),
  'bloom-filter': (setting, column) => codedField(setting, filterComparison(), column),
};

/** With an office's own spellings of names. */
export const kindsWith = (folding: readonly FoldingTable[] = []): Kinds => ({
  ...KINDS,
  name: (setting, column) => codedField(setting, nameComparison(folding), column),
});
