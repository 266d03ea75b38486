/** Proofs for the edges, which may not reach into tabulation. */
export {type Proof, written} from '#tabulation/proof';
