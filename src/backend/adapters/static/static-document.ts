import { BackendError } from '../../backend-error.ts';
import type { Raw } from '../../read-shape.ts';

/** A file, as far as it must be known before anybody asks for a part of it. */
export interface StaticDocument {
  readonly events: readonly Raw[];
  readonly ideas: readonly Raw[];
  readonly peers: readonly Raw[];
  readonly posts: readonly Raw[];
  /** Topics that peers and posts name by id, with their words and what is above them. */
  readonly topics: readonly Raw[];
  /** Address that relative links in it start from. */
  readonly base?: string;
}

/**
 * The parts of a static file. Items are not looked at yet: of 10,000 events a month shows a few hundred.
 * @throws {BackendError} `invalid` when it is not an object of lists
 */
export function readDocument(data: unknown, base: string | undefined): StaticDocument {
  const invalid = (message: string, cause?: unknown): BackendError =>
    new BackendError('invalid', `${message}${base ? ` at ${base}` : ''}`, { url: base, cause });
  let parsed = data;
  if (typeof data === 'string') {
    try {
      parsed = JSON.parse(data);
    } catch (cause) {
      throw invalid('Not JSON', cause);
    }
  }
  if (typeof parsed !== 'object' || parsed === null || parsed instanceof Array) {
    throw invalid('Expected an object such as {"events": […]}');
  }
  const listOf = (name: string): readonly Raw[] => {
    const list = (parsed as Raw)[name] ?? [];
    if (list instanceof Array) return list as readonly Raw[];
    throw invalid(`"${name}" is not a list`);
  };
  return {
    events: listOf('events'),
    ideas: listOf('ideas'),
    peers: listOf('peers'),
    posts: listOf('posts'),
    topics: listOf('topics'),
    base,
  };
}
