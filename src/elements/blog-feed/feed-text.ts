import '../shared/vr-rich-text.define.ts';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PostsPort } from '../../backend/ports.ts';
import type { AllowsImage } from '../../internal/image-policy.ts';
import { markdownToHtml } from '../../model/markdown.ts';
import type { Post } from '../../model/post.ts';

/** What the text of a post is drawn by. */
export interface TextContext {
  readonly allowsImage: AllowsImage;
  /** Level of the post's title as a heading. */
  readonly headingLevel: number;
}

/** Draws the whole text of a post, where it has one. */
export type DrawText = (post: Post, context: TextContext) => TemplateResult | undefined;

/** Texts that are fetched at a time. */
const AT_ONCE = 2;

/** The whole texts of the posts in a list. Lists of some sources leave them out: they are fetched as they are drawn. */
export class FeedTexts {
  readonly #host: ReactiveControllerHost;
  readonly #port: () => PostsPort | undefined;
  /** Posts with their texts, undefined for those that have none; by what the list holds, so that a new one asks anew. */
  readonly #whole = new WeakMap<Post, Post | undefined>();
  readonly #waiting: Post[] = [];
  #under = 0;
  #render: DrawText = (post, context) => this.#draw(post, context);

  constructor(host: ReactiveControllerHost, port: () => PostsPort | undefined) {
    this.#host = host;
    this.#port = port;
  }

  /** The whole text of a post; undefined while there is none. Another function once more texts are there. */
  get render(): DrawText {
    return this.#render;
  }

  #draw(post: Post, context: TextContext): TemplateResult | undefined {
    const { content, format, url, lang } = this.#find(post) ?? post;
    if (content === undefined) return undefined;
    return html`<vr-rich-text
      .content=${format === 'markdown' ? markdownToHtml(content) : content}
      .base=${url}
      .allowsImage=${context.allowsImage}
      .headingLevel=${Math.min(6, context.headingLevel + 1)}
      lang=${lang ?? nothing}
    ></vr-rich-text>`;
  }

  #find(post: Post): Post | undefined {
    if (post.content !== undefined || post.words === undefined || !this.#port()?.get) return post;
    if (!this.#whole.has(post)) {
      this.#whole.set(post, undefined);
      this.#waiting.push(post);
      this.#go();
    }
    return this.#whole.get(post);
  }

  #go(): void {
    while (this.#under < AT_ONCE && this.#waiting.length > 0) {
      const post = this.#waiting.shift()!;
      this.#under++;
      void this.#fetch(post).finally(() => {
        this.#under--;
        this.#go();
      });
    }
  }

  /** A text that does not come leaves the teaser and the way to the post, where the reader is told why. */
  async #fetch(post: Post): Promise<void> {
    const whole = await this.#port()
      ?.get?.(post.id)
      .catch(() => undefined);
    if (whole?.content === undefined) return;
    this.#whole.set(post, whole);
    this.#render = (each, context) => this.#draw(each, context);
    this.#host.requestUpdate();
  }
}
