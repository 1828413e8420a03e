import type { Post, PostSource } from '../../../model/post.ts';
import { foreignPost } from '../../foreign-post.ts';
import { plainText } from '../../foreign-text.ts';
import { teaserOf } from '../../post-text.ts';
import type { Raw } from '../../read-shape.ts';
import { asList, asObject, imageOf, nameOf, related, text, type Included } from './drupal-mapping.ts';
import type { DrupalResource } from './drupal-schema.ts';

export interface DrupalPostOptions {
  readonly prefix: string;
  /** Address of the site, with a slash at the end. */
  readonly base: string;
  readonly source: PostSource;
}

/** A text with its format, as Drupal keeps long ones. */
function bodyOf(attributes: Raw): Raw {
  const isText = (value: unknown): boolean => typeof asObject(asList(value)[0])['processed'] === 'string';
  const named = ['body', 'field_body', 'field_text', 'field_content', 'field_inhalt'].find((name) =>
    isText(attributes[name]),
  );
  const name = named ?? Object.keys(attributes).find((each) => each.startsWith('field_') && isText(attributes[each]));
  return name === undefined ? {} : asObject(asList(attributes[name])[0]);
}

const TEASER = /^field_(?:teaser|summary|lead|intro|kurztext|vorspann|anreisser)(?:_|$)/;

function briefOf(attributes: Raw, body: Raw): string {
  const name = Object.keys(attributes).find((each) => TEASER.test(each));
  const value = name === undefined ? undefined : asList(attributes[name])[0];
  const said = typeof value === 'string' ? value : (asObject(value)['processed'] ?? asObject(value)['value']);
  return teaserOf(said) || teaserOf(body['summary']) || teaserOf(body['processed']);
}

/** Whoever wrote it, as the site lets strangers know. */
function authorsOf(resource: DrupalResource, included: Included): readonly Raw[] {
  const named = related(resource, 'field_author', included).concat(related(resource, 'field_autor', included));
  const people = named.length > 0 ? named : related(resource, 'uid', included);
  return people.flatMap((person) => {
    const name = text(asObject(person.attributes)['display_name']) ?? nameOf(person);
    return name ? [{ displayName: name }] : [];
  });
}

/** @throws {TypeError} when there is no id, or nothing to read */
export function toDrupalPost(
  resource: DrupalResource,
  included: Included,
  { prefix, base, source }: DrupalPostOptions,
): Post {
  if (typeof resource.id !== 'string') throw new TypeError('no id');
  const attributes = asObject(resource.attributes);
  const body = bodyOf(attributes);
  const alias = asObject(attributes['path'])['alias'];
  const number = attributes['drupal_internal__nid'];
  const page = typeof alias === 'string' && alias ? alias : typeof number === 'number' ? `/node/${number}` : undefined;
  const terms = Object.keys(asObject(resource.relationships))
    .flatMap((name) => related(resource, name, included))
    .filter(({ type }) => typeof type === 'string' && type.startsWith('taxonomy_term--'));
  return foreignPost(
    {
      id: `${prefix}${resource.id}`,
      // Aliases begin at the site, wherever that lies on its server.
      url: page?.slice(1),
      title: plainText(attributes['title'] ?? attributes['name']),
      teaser: briefOf(attributes, body),
      content: body['processed'],
      image: imageOf(resource, included),
      authors: authorsOf(resource, included),
      publishedAt: attributes['published_at'] ?? attributes['created'],
      updatedAt: attributes['changed'],
      tags: [...new Set(terms.flatMap((term) => nameOf(term) ?? []))],
      lang: attributes['langcode'] === 'und' ? undefined : attributes['langcode'],
    },
    source,
    base,
  );
}
