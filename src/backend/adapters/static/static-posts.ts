import type { Topic } from '../../../model/common.ts';
import type { Post, PostSource } from '../../../model/post.ts';
import type { CallOptions, PostsPort } from '../../ports.ts';
import { readEach } from '../../read-list.ts';
import { readPost } from '../../read-post.ts';
import { list, topic, type Raw, type ReadOptions } from '../../read-shape.ts';
import { portOfWholePosts, wholePosts, type WholePosts } from '../../whole-posts.ts';
import type { StaticDocument } from './static-document.ts';

export interface StaticPostsOptions {
  readonly timeZone: string;
  readonly src?: string;
  readonly label?: string;
}

/** The posts of a file: to be read and searched. Nobody can be told to do anything, whatever the file says. */
export function createStaticPosts(
  load: (options: CallOptions) => Promise<StaticDocument>,
  { timeZone, src, label }: StaticPostsOptions,
): Required<Pick<PostsPort, 'list' | 'get'>> {
  const readings = new WeakMap<StaticDocument, WholePosts>();
  const file: PostSource | undefined = src ? { id: src, kind: 'static', ...(label && { label }) } : undefined;

  const readAll = ({ posts, topics, base }: StaticDocument): WholePosts => {
    const options: ReadOptions = { timeZone, base };
    const scheme = list(topic)(topics, options) ?? [];
    const named = new Map(scheme.map((each) => [each.id, each]));
    const known = (each: Topic): Topic => named.get(each.id) ?? each;
    const read = (raw: Raw): Post => {
      const {
        state: _state,
        can: _can,
        question: _question,
        source = file,
        topics: own,
        ...post
      } = readPost(raw, options);
      return { ...post, ...(source && { source }), ...(own && { topics: own.map(known) }) };
    };
    const { items, problems } = readEach(posts, read);
    return wholePosts(items, { problems, scheme });
  };

  return portOfWholePosts(async (options) => {
    const document = await load(options);
    let reading = readings.get(document);
    if (!reading) readings.set(document, (reading = readAll(document)));
    return reading;
  });
}
