/** Numbers modulo a prime below 2²⁶: a product of two is exact, nothing overflows and nothing is rounded. */

/** The largest prime below 2²⁶. */
export const PRIME = 67_108_859;

export const modulo = (number: number): number => {
  const rest = number % PRIME;
  return rest < 0 ? rest + PRIME : rest;
};

export function inverse(of: number): number {
  let [result, square] = [1, of];
  for (let rest = PRIME - 2; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
