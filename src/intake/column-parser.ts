/** A column's cells, understood: one function per column, made once for the file. */
import type {CodeList, CodeListId} from '#concepts/code-list';
import {defect} from '#kit/defect';
import type {PlainDate} from '#kit/plain-date';
import {type Cell, folded, isFormula, ownCopy} from './cell.ts';
import {dayOfNumber} from './day-number.ts';
import {parseBirthDate} from './parse-birth-date.ts';
import {answerParser, codeParser} from './parse-code.ts';
import {happened, parseDate} from './parse-date.ts';
import {identifierParser} from './parse-identifier.ts';
import {parseNumber} from './parse-number.ts';
import type {Column, NameRole, SourceFormat} from './source-format.ts';
import {fault, type Parsed, says, UNSAID} from './value.ts';

/** `text` is the cell's, as `textOf` gives it. */
export type CellParser = (cell: Cell | undefined, text: string) => Parsed;

export interface Circumstances {
  readonly lists: ReadonlyMap<CodeListId, CodeList>;
  /** The day the file was received: nothing in it can have happened later. */
  readonly receivedOn: PlainDate;
}

const LONGEST = 2000;

export function columnParser({type}: Column, format: SourceFormat, circumstances: Circumstances): CellParser {
  const unknown = new Set(format.unknownWords.map(folded));
  const longest = Math.max(0, ...format.unknownWords.map(({length}) => length));
  const isUnknown = (word: string) => word.length <= longest && unknown.has(folded(word));
  const parse = textParser(type, format, circumstances, isUnknown);
  const parser = SELDOM_REPEATED.has(type.kind) ? parse : remembering(parse);

  return (cell, text) => {
    if (isFormula(cell)) return fault('formula-cell');
    if (text === '' || cell === undefined) return UNSAID;
    if (text.length > LONGEST) return fault('cell-too-long', {limit: LONGEST});
    return parser(cell, text);
  };
}

type TextParser = (cell: Cell, text: string) => Parsed;

const SELDOM_REPEATED: ReadonlySet<Column['type']['kind']> = new Set(['text', 'name', 'phone', 'identifier']);

/** The same words, days and numbers stand in row after row. */
function remembering(parse: TextParser): TextParser {
  const known = new Map<string, Parsed>();
  return (cell, text) => {
    // A number or day of a spreadsheet is not what its text would be.
    if (typeof cell !== 'string') return parse(cell, text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const parsed = parse(cell, text);
    if (known.size < 20_000) known.set(ownCopy(text), parsed);
    return parsed;
  };
}

function textParser(
  type: Column['type'],
  format: SourceFormat,
  {lists, receivedOn}: Circumstances,
  isUnknown: (word: string) => boolean,
): TextParser {
  /** A word for “unknown” says nothing, whatever the column. */
  const unlessUnknown =
    (parse: TextParser): TextParser =>
    (cell, text) =>
      isUnknown(text) ? UNSAID : parse(cell, text);

  switch (type.kind) {
    case 'text':
      return unlessUnknown((_, text) => says({kind: 'text', text}));
    case 'phone':
      return unlessUnknown((_, text) => says({kind: 'phones', phones: text.split(/[,;/]/).map((one) => one.trim())}));
    case 'number':
      return unlessUnknown((cell, text) => parseNumber(cell, text, {...type, decimal: format.file.decimal}));
    case 'answer': {
      const answers = answerParser(type.words);
      return (cell, text) =>
        answers.has(folded(text)) ? answers.parse(text) : unlessUnknown(() => answers.parse(text))(cell, text);
    }
    case 'date': {
      const words = {yes: new Set(type.yes.map(folded)), no: new Set(type.no.map(folded))};
      return unlessUnknown(
        asDay((cell, text) => happened(folded(text), words) ?? parseDate(cell, text, type, receivedOn), format),
      );
    }
    case 'birth-date':
      return unlessUnknown(asDay((cell, text) => parseBirthDate(cell, text, type.format, receivedOn), format));
    case 'code': {
      const parse = codeParser(type, lists.get(type.list) ?? defect(`no code list ${type.list}`), isUnknown);
      return (_, text) => parse(text);
    }
    case 'name':
      return unlessUnknown((_, text) => names(text, type.role, type.separators, isUnknown));
    case 'identifier': {
      const parse = identifierParser(type);
      return unlessUnknown((_, text) => parse(text));
    }
  }
}

/** A number where a day should be, read as the layout says spreadsheets count. */
function asDay(parse: TextParser, {file: {dayNumbers}}: SourceFormat): TextParser {
  if (dayNumbers === undefined) return parse;
  return (cell, text) => {
    const day = typeof cell === 'object' ? undefined : dayOfNumber(text, dayNumbers);
    return day === undefined ? parse(cell, text) : parse({day}, day);
  };
}

function names(
  text: string,
  role: NameRole,
  separators: readonly string[],
  isUnknown: (word: string) => boolean,
): Parsed {
  if (role === 'given' || role === 'family')
    return isUnknown(text) ? UNSAID : says({kind: 'name-part', part: role, text});
  const parts = separators.reduce<readonly string[]>(
    (all, separator) => all.flatMap((one) => one.split(separator)),
    [text],
  );
  const said = parts.map((one) => one.trim()).filter((one) => one !== '' && !isUnknown(one));
  return said.length === 0 ? UNSAID : says({kind: 'names', names: said.map((one) => ({text: one, kind: role}))});
}
