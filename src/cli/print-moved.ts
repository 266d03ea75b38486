/** What a move says: from where to where, every table with its rows and the digest that both have, and what is left behind. */
import type {Language} from '#language/language';
import type {Moved} from '#production/move';

export function movedText({from, to, tables, wasThere, dryRun}: Moved, {database, tag}: Language): string {
  const said = dryRun ? database.rehearsed : wasThere ? database.wasThere : database.moved;
  const lines = tables.map(({table, rows, sha256}) => [table, rows.toLocaleString(tag), sha256] as const);
  const head = [database.table, database.rows, database.digest] as const;
  const widths = [0, 1].map((i) => Math.max(...[head, ...lines].map((line) => line[i]?.length ?? 0)));
  const [first = 0, second = 0] = widths;
  const row = ([table, rows, digest]: readonly [string, string, string]) =>
    `  ${table.padEnd(first)}  ${rows.padStart(second)}  ${digest}`;
  const total = tables.reduce((sum, {rows}) => sum + rows, 0);
  return [
    said(from.where, to.where),
    row(head),
    ...lines.map(row),
    database.proven(tables.length, total),
    ...(dryRun ? [] : [database.usedNow(to.where), database.stays(from.where)]),
  ].join('\n');
}
