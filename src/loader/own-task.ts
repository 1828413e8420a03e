/** How the code of a tag is started. */
export type Pace = <T>(load: () => Promise<T>) => Promise<T>;

const task = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

let last: Promise<unknown> = Promise.resolve();

/**
 * One after the other, each in a task of its own. The classic file has the code of all tags at hand: started together, six
 * widgets would keep the page from answering while they are set up.
 */
export const inOwnTask: Pace = (load) => {
  const started = last.then(task, task).then(load);
  last = started;
  return started;
};
