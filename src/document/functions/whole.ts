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

/** `$year`: a period in words. */
export class PeriodText {
  readonly text: string;
  readonly isYear: boolean;

  constructor(text: string, isYear: boolean) {
    this.text = text;
    this.isYear = isYear;
  }
}

/** An address that leads nowhere: reported once, then told as a fault. */
export class Nowhere {
  readonly address: string;

  constructor(address: string) {
    this.address = address;
  }
}
