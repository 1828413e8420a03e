/** A network of one server: what it answers, by path and query, as JSON or as a whole answer; undefined is a 404. */
export interface Answers {
  readonly fetch: typeof fetch;
  /** Addresses that were asked for, in order. */
  readonly asked: URL[];
}

export function answering(answer: (url: URL) => unknown): Answers {
  const asked: URL[] = [];
  return {
    asked,
    fetch: (input, init) => {
      init?.signal?.throwIfAborted();
      const url = new URL(input instanceof Request ? input.url : input);
      asked.push(url);
      const said = answer(url);
      if (said instanceof Response) return Promise.resolve(said);
      return Promise.resolve(said === undefined ? Response.json({}, { status: 404 }) : Response.json(said));
    },
  };
}
