/** The look of the word processor's file: its own fonts, since it is there to be worked in. */
import type {IStylesOptions} from 'docx';

const INK = '1B1F24';
const QUIET = '525A63';
const FONT = 'Calibri';

export const stylesIn = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: {font: FONT, size: 22, color: INK, language: {value: language}},
      paragraph: {spacing: {after: 140, line: 288, lineRule: 'auto'}},
    },
    title: {run: {font: FONT, size: 52, bold: true, color: INK}, paragraph: {spacing: {before: 240, after: 80}}},
    heading1: {
      run: {font: FONT, size: 32, bold: true, color: INK},
      paragraph: {spacing: {before: 440, after: 140}, keepNext: true},
    },
    heading2: {
      run: {font: FONT, size: 25, bold: true, color: INK},
      paragraph: {spacing: {before: 320, after: 100}, keepNext: true},
    },
    hyperlink: {run: {color: '0B4F8A', underline: {type: 'single'}}},
    footnoteText: {run: {font: FONT, size: 18}, paragraph: {spacing: {after: 40, line: 240, lineRule: 'auto'}}},
    listParagraph: {run: {font: FONT}, paragraph: {spacing: {after: 60}}},
    caption: {
      run: {font: FONT, size: 20, bold: true, italics: false, color: INK},
      paragraph: {spacing: {before: 280, after: 80}, keepNext: true},
    },
  },
  paragraphStyles: [
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      quickFormat: true,
      run: {size: 20},
      paragraph: {spacing: {after: 0, line: 240, lineRule: 'auto'}},
    },
    {
      id: 'Quiet',
      name: 'Quiet',
      basedOn: 'Normal',
      quickFormat: true,
      run: {size: 18, color: QUIET},
      paragraph: {spacing: {before: 40, after: 60, line: 240, lineRule: 'auto'}},
    },
    {
      id: 'Commentary',
      name: 'Commentary',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {indent: {left: 340}, border: {left: {style: 'single', size: 18, color: 'C3C9D0', space: 12}}},
    },
  ],
});
