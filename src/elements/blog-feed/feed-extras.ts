import type { ReactiveControllerHost } from 'lit';
import { DataBlockController } from '../../internal/data-block-controller.ts';
import type { AllowsImage } from '../../internal/image-policy.ts';
import { postLink } from '../../internal/post-link.ts';
import { warnOnce } from '../../internal/warn.ts';
import type { Post } from '../../model/post.ts';
import { postsJsonLd } from '../../model/posts-json-ld.ts';
import { lastVisit } from './last-visit.ts';

type Host = ReactiveControllerHost & HTMLElement & { readonly storage: string; readonly images: string };

/** What a feed does beside showing posts: it tells programs of them, and editors of pictures that readers do not get. */
export class FeedExtras {
  /** Posts after this RFC 3339 instant are new to the reader; undefined where nothing may be kept. */
  readonly freshAfter: string | undefined;

  readonly #host: Host;
  readonly #block: DataBlockController;
  #told: readonly Post[] | undefined;

  /** @param of what tells this feed apart from others of the site */
  constructor(host: Host, of: string) {
    this.#host = host;
    this.#block = new DataBlockController(host);
    this.freshAfter = lastVisit(host.storage, of);
  }

  tell(posts: readonly Post[], allowsImage: AllowsImage): void {
    // A frame without an address of its own has none to give either.
    const link = /^https?:/.test(location.protocol) ? ({ id }: Post) => postLink(id) : undefined;
    this.#block.tell(posts, () => postsJsonLd(posts, link));
    if (posts === this.#told) return;
    this.#told = posts;
    if (this.#host.images !== 'none') this.#warn(posts, allowsImage);
  }

  #warn(posts: readonly Post[], allowsImage: AllowsImage): void {
    const pictures = posts.flatMap(({ image }) => image ?? []);
    const left = pictures.filter(({ url }) => !allowsImage(url));
    if (left.length > 0) {
      const hosts = [...new Set(left.flatMap(({ url }) => (URL.canParse(url) ? new URL(url).host : [])))];
      warnOnce(
        'VR015',
        `${left.length} of ${pictures.length} pictures are not loaded, since images="${this.#host.images}" does not allow ${hosts.slice(0, 5).join(', ')}${hosts.length > 5 ? ' …' : ''}. Allow them by images="listed" and image-hosts, or have the hub fetch them.`,
        this.#host,
      );
    }
    const bare = pictures.filter(({ url, alt }) => alt === undefined && allowsImage(url)).length;
    if (bare > 0) {
      warnOnce(
        'VR016',
        `${bare} of ${pictures.length} pictures came without a description and are shown as decoration. Their sources can cure that.`,
        this.#host,
      );
    }
  }
}
