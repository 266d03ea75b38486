/** A question on the terminal. Whoever ends the input (Ctrl-C, Ctrl-D, a closed window) has not answered, which is no fault. */
import {createInterface} from 'node:readline';

export const askOn =
  (input: NodeJS.ReadableStream, output: NodeJS.WritableStream) =>
  (question: string): Promise<string | undefined> =>
    new Promise((answered) => {
      const terminal = createInterface({input, output});
      terminal.once('close', () => answered(undefined));
      terminal.question(`${question} `, (answer) => {
        answered(answer.trim());
        terminal.close();
      });
    });
