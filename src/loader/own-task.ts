import { nextTask } from '../backend/next-task.ts';

/** How the code of a tag is started. */
export type Pace = <T>(load: () => Promise<T>) => Promise<T>;

let last: Promise<unknown> = Promise.resolve();

/**
 * One after the other, each in a task of its own. The classic file has the code of all tags at hand: started together, six
 * widgets would keep the page from answering while they are set up.
 */
export const inOwnTask: Pace = (load) => {
  const started = last.then(nextTask, nextTask).then(load);
  last = started;
  return started;
};
