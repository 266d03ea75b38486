/** Exit codes: the one place where an ending becomes a number. */
export const EXIT = {done: 0, refused: 1, misused: 2, defect: 70} as const;
