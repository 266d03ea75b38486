/** What stops a store in the middle of its work and is nobody's defect: the database is gone, somebody else wrote first. The door makes it the refusal it carries. */
import type {Refusal} from '#concepts/refusal';

export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}
