/** The covering letters: which file is which source's, when it was recorded, and the totals its sender vouches for. */
import {dump} from 'js-yaml';
import {NOTICE} from './words.ts';

export interface Delivery {
  readonly file: string;
  readonly source: string;
  readonly 'recorded-at': string;
  readonly 'received-from': string;
  readonly 'control-totals': Readonly<Record<string, number>>;
}

export const deliveriesFile = (deliveries: readonly Delivery[]): Uint8Array =>
  new TextEncoder().encode(
    `# ${NOTICE}\n# Følgebrevene til filerne, i den rækkefølge de blev modtaget. The covering letters, in the order received.\n${dump(deliveries)}`,
  );
