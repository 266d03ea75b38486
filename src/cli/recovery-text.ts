/** What is printed on paper, in a frame: the recovery form of a key, and the words of a recovery paper. */
import type {Language} from '#language/language';

export const recoveryText = (recovery: string, {answers}: Language): string =>
  [answers.recoveryTitle, recoveryFrame([recovery]), answers.recoveryAdvice].join('\n');

export function recoveryFrame(rows: readonly string[]): string {
  const line = '─'.repeat(Math.max(...rows.map((row) => row.length)) + 4);
  return [line, ...rows.map((row) => `  ${row}`), line].join('\n');
}
