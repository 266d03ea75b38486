/** An encoded list as it is told: the policy to link it by, with what was done as comments, so that the answer is the policy's file. */
import type {Language} from '#language/language';
import {type EncodedAs, type EncodedTable, type NamedBy, policyYaml} from '#production/encode-table';

export interface SaidEncoded extends EncodedTable {
  readonly out: string;
  readonly as: EncodedAs;
  readonly id: NamedBy;
  readonly written: boolean;
}

export const encodedJson = ({out, as, id, written, rows, columns, fields, leftOut, policy}: SaidEncoded) => ({
  out,
  written,
  as,
  id,
  rows,
  columns,
  fields,
  leftOut,
  policy,
});

export function encodedText(said: SaidEncoded, {linkage: {encoded: words}}: Language): string {
  const {out, rows, columns, fields, leftOut, policy, id, written} = said;
  const lines = [
    written ? words.written(rows, out) : words.wouldWrite(rows, out),
    words.columns(columns.join(', ')),
    ...fields.map(({field, encoded, missing, unread}) => words.field(field, encoded, missing, unread)),
    ...leftOut.map((part) => words.leftOut(part)),
    words.ids[id],
    words.order,
    words.policy,
  ];
  return [...lines.map((line) => `# ${line}`), policyYaml(policy)].join('\n');
}
