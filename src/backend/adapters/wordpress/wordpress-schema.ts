/** What the REST API of WordPress sends (developer.wordpress.org/rest-api/reference), as far as ideas are made of it. */

export interface WpRendered {
  readonly rendered?: unknown;
  /** As it was written; for those who may edit. */
  readonly raw?: unknown;
}

export interface WpPost {
  readonly id?: unknown;
  readonly status?: unknown;
  readonly link?: unknown;
  /** Without offset, in UTC. */
  readonly date_gmt?: unknown;
  readonly modified_gmt?: unknown;
  readonly title?: WpRendered;
  readonly content?: WpRendered & { readonly protected?: unknown };
  readonly excerpt?: WpRendered;
  /** Registered fields; an empty list where there are none. */
  readonly meta?: unknown;
  /** Fields of the plugin Advanced Custom Fields. */
  readonly acf?: unknown;
  readonly _embedded?: {
    readonly author?: unknown;
    readonly 'wp:term'?: unknown;
    readonly 'wp:featuredmedia'?: unknown;
  };
}

export interface WpTerm {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly slug?: unknown;
  readonly taxonomy?: unknown;
  readonly parent?: unknown;
}

export interface WpMedia {
  readonly id?: unknown;
  readonly source_url?: unknown;
  readonly mime_type?: unknown;
  readonly alt_text?: unknown;
  readonly media_details?: { readonly width?: unknown; readonly height?: unknown; readonly filesize?: unknown };
}

/** Fields of a post type for ideas, as `register_post_meta` names them; with and without the prefix. */
export const META = {
  stage: ['vr_stage', 'stage'],
  reach: ['vr_reach', 'reach'],
  needs: ['vr_needs', 'needs'],
  tags: ['vr_tags'],
  org: ['vr_org', 'organisation'],
  place: ['vr_place', 'place'],
} as const;
