/** Gathers a text's blocks as a reader comes to them: the words of one block, the cells of one table. */
import type {TextBlock} from '#claims/text';

export class TextBlocks {
  private readonly blocks: TextBlock[] = [];
  private text = '';
  private heading = false;
  private readonly tables: {caption: string; rows: string[][]; cell: string | undefined}[] = [];
  private inCaption = false;

  words(text: string): void {
    const table = this.tables.at(-1);
    if (table?.cell !== undefined) table.cell += text;
    else if (table === undefined || this.inCaption) this.text += text;
  }

  /** Ends what was gathered and begins another block. */
  begin(kind: 'heading' | 'paragraph' = 'paragraph'): void {
    if (this.tables.at(-1) === undefined || this.inCaption) this.end();
    else this.words(' ');
    this.heading = kind === 'heading';
  }

  end(): void {
    if (this.tables.at(-1) !== undefined && !this.inCaption) {
      this.words(' ');
      return;
    }
    const text = clean(this.text);
    this.text = '';
    if (text !== '') this.blocks.push({kind: this.heading ? 'heading' : 'paragraph', text});
    this.heading = false;
  }

  beginTable(): void {
    if (this.tables.length === 0) this.end();
    this.tables.push({caption: '', rows: [], cell: undefined});
  }

  beginCaption(): void {
    this.inCaption = true;
  }

  endCaption(): void {
    const table = this.tables.at(-1);
    if (table !== undefined) table.caption = clean(this.text);
    this.text = '';
    this.inCaption = false;
  }

  row(): void {
    this.endCell();
    this.tables.at(-1)?.rows.push([]);
  }

  /** A cell over several columns stands in the first of them. */
  cell(columns = 1): void {
    const table = this.tables.at(-1);
    if (table === undefined) return;
    this.endCell();
    if (table.rows.length === 0) table.rows.push([]);
    table.cell = '';
    for (let i = 1; i < Math.min(columns, 100); i++) table.rows.at(-1)?.push('');
  }

  endCell(): void {
    const table = this.tables.at(-1);
    if (table?.cell === undefined) return;
    table.rows.at(-1)?.push(clean(table.cell));
    table.cell = undefined;
  }

  endTable(): void {
    this.endCell();
    const table = this.tables.pop();
    if (table === undefined) return;
    const rows = table.rows.filter((row) => row.some((cell) => cell !== ''));
    // A table within a table is words of its cell; one that only lays out is its paragraphs.
    if (this.tables.length > 0) this.words(rows.flat().join(' '));
    else if (rows.every((row) => row.length < 2))
      for (const text of rows.flat()) this.blocks.push({kind: 'paragraph', text});
    else this.blocks.push({kind: 'table', caption: table.caption || this.captionBefore(), rows});
  }

  all(): readonly TextBlock[] {
    while (this.tables.length > 0) this.endTable();
    this.end();
    return this.blocks;
  }

  /** Table 3. Persons by sex: a paragraph of its own in many files. */
  private captionBefore(): string {
    const last = this.blocks.at(-1);
    return last !== undefined && last.kind !== 'table' && /^(?:tabel|table)\s+\d/i.test(last.text) ? last.text : '';
  }
}

const clean = (text: string): string => text.replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ').trim();
