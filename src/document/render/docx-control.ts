/**
 * A figure in a word processor: a content control that nobody types into or takes away, with what it is bound to. Its tag says where
 * it came from, so that it is found again when the text comes back. Word reads no more than 64 characters of either.
 */
import {type IContext, type IXmlableObject, TextRun} from 'docx';

const MOST = 64;

export interface Bound {
  readonly tag: string;
  readonly title: string;
}

/** `total.2:1 persons-by-repeat.repeat`: the sentence, which of its placeholders, the cell. */
export const tagOf = (sentence: string, placeholder: number, address: string): string =>
  cut(`${sentence}:${placeholder} ${address}`);

/** `= persons-by-sex.female`: a cell of a table, by itself. */
export const cellTag = (address: string): string => cut(`= ${address}`);

const cut = (text: string): string => (text.length <= MOST ? text : `${text.slice(0, MOST - 1)}…`);

/** The library knows no controls around running text: this is a run that is written as one. */
class Control extends TextRun {
  private readonly bound: Bound;
  private readonly content: readonly TextRun[];

  constructor(bound: Bound, content: readonly TextRun[]) {
    super('');
    this.bound = bound;
    this.content = content;
  }

  override prepForXml(context: IContext): IXmlableObject {
    const valued = (name: string, val: string) => ({[name]: {_attr: {'w:val': val}}});
    const properties = [
      valued('w:alias', cut(this.bound.title)),
      valued('w:tag', this.bound.tag),
      valued('w:lock', 'sdtContentLocked'),
    ];
    const content = this.content.flatMap((run) => run.prepForXml(context) ?? []);
    return {'w:sdt': [{'w:sdtPr': properties}, {'w:sdtContent': content}]};
  }
}

export const control = (bound: Bound, content: readonly TextRun[]): TextRun => new Control(bound, content);
