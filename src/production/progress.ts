/** How far long work has come. Shown on a terminal only; never part of an answer. */
export type Progress = (step: {readonly stage: Stage; readonly done: number; readonly of?: number}) => void;

export type Stage = 'read' | 'receive' | 'count' | 'prove' | 'compose' | 'render' | 'write' | 'link' | 'open' | 'solve';

export const silent: Progress = () => {};
