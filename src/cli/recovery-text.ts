/** The recovery form of a key, as it is printed on paper. */
import type {Language} from '#language/language';

export function recoveryText(recovery: string, {answers}: Language): string {
  const line = '─'.repeat(recovery.length + 4);
  return [answers.recoveryTitle, line, `  ${recovery}`, line, answers.recoveryAdvice].join('\n');
}
