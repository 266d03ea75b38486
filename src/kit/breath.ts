/** Whatever else waits in this thread has its turn: long work takes a breath now and then, so that a workbench stays answerable. */
export const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
