/** A spreadsheet's rows, for whoever stands at the edge. */
export {sheetOf} from '#exchange/sheet';
