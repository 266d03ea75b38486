/** What the tests ask of JSON-stat's own toolkit, which carries no types. */
declare module 'jsonstat-toolkit' {
  interface Dataset {
    readonly id: readonly string[];
    readonly length: number;
    readonly extension: {readonly table: string; readonly total: number | null};
    Data(codes: Readonly<Record<string, string>>): {readonly value: number | null; readonly status: string | null};
    readonly note: readonly string[] | null;
    Dimension(id: string): {
      readonly id: readonly string[];
      readonly note: readonly string[] | null;
      Category(code: string): {readonly label: string; readonly note: readonly string[] | null};
    };
    Dataset(index: number): Dataset;
  }
  export default function JSONstat(response: unknown): Dataset;
}
