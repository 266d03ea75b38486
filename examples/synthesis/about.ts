/** The sheet that says what the workbook is. */
import type {Sheet} from './sheet.ts';
import {NOTICE} from './words.ts';

export const aboutSheet = (what: string): Sheet => ({
  name: 'Om',
  titles: [],
  header: [],
  rows: [[NOTICE], [what], ['Ingen oplysning her stammer fra en virkelig sag.']],
});
