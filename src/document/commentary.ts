/**
 * What the office assumes this year: a signed judgement, renewed or dropped each year
 * (`profiles/<p>/commentary/<period>.<lang>.md`). It names the change it explains, so that it is flagged when that is gone.
 */
import type {LanguageTag} from '#concepts/labels';

export interface Commentary {
  readonly language: LanguageTag;
  readonly period: string;
  readonly file: string;
  /** Where in the outline it stands: `interpretation`. */
  readonly id: string;
  readonly signed: {readonly by: string; readonly on: string};
  /** The cells it explains and what must hold of them: `persons-by-year.this-year` `rises` from `persons-by-year.last-year`. */
  readonly explains: readonly {
    readonly address: string;
    readonly from: string;
    readonly change: 'rises' | 'falls' | 'stays';
  }[];
  readonly paragraphs: readonly {readonly line: number; readonly message: string}[];
}
