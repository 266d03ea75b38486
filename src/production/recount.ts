import type {Instant} from '#kit/instant';
import type {Profile} from '#profile/profile';
import type {Store} from '#storage/store';
import type {Recount} from './prove.ts';
export const recountIn =
  (_s: Store, _p: Profile, _c: Instant): Recount =>
  async () => ({findings: [], cells: 0});
