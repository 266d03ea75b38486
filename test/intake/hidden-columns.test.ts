import {strToU8, zipSync} from 'fflate';
import {expect, test} from 'vitest';
import {hiddenInOds} from '#intake/hidden-columns';

const ods = (body: string) => zipSync({'content.xml': strToU8(`<office:spreadsheet>${body}</office:spreadsheet>`)});

test('hidden and filtered columns of each sheet, repeated ones each', () => {
  const bytes = ods(`
    <table:table table:name="Å &amp; B" table:style-name="ta1">
      <table:table-column table:style-name="co1"/>
      <table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>
      <table:table-column table:number-columns-repeated="2"/>
      <table:table-column table:visibility="filter"/>
      <table:table-row/>
    </table:table>
    <table:table table:name="Ark2"><table:table-column table:number-columns-repeated="16384"/></table:table>`);
  expect([...hiddenInOds(bytes)]).toEqual([
    ['Å & B', [1, 2, 5]],
    ['Ark2', []],
  ]);
});

test('a sheet that claims more columns than there can be is not believed', () => {
  const bytes = ods(
    '<table:table table:name="A"><table:table-column table:visibility="collapse" table:number-columns-repeated="999999999"/></table:table>',
  );
  expect(hiddenInOds(bytes).get('A')).toHaveLength(16_384);
});

test('what is no ODS hides nothing', () => expect([...hiddenInOds(strToU8('x'))]).toEqual([]));
