/** What a variable of the text can stand for besides a cell. */
import type {ProtectedCube} from '#disclosure/protect';

/** `$persons-by-sex`: the whole table. */
export class WholeTable {
  readonly address: string;
  readonly cube: ProtectedCube;

  constructor(cube: ProtectedCube) {
    this.cube = cube;
    this.address = cube.table.id;
  }
}

/** `$year`, `$edition`: what is the same for the whole statement, in words and as a key to select by. */
export class Given {
  readonly text: string;
  readonly key: string;

  constructor(text: string, key: string) {
    this.text = text;
    this.key = key;
  }
}

/** An address that leads nowhere: reported where it is told. */
export class Nowhere {
  readonly address: string;

  constructor(address: string) {
    this.address = address;
  }
}
