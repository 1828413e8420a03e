import { decoded, fragment, startOf, writeLink } from './deep-link.ts';

const NEW_IDEA = ['summary', 'eventId', 'sessionId'] as const;

/** What an idea begins with that comes out of a session. */
export interface NewIdeaLink {
  readonly title: string;
  readonly summary?: string;
  readonly eventId?: string;
  readonly sessionId?: string;
}

/** Address of a page (default: this one) with the form for a new idea filled in. */
export function newIdeaLink({ title, ...more }: NewIdeaLink, page = location.href): string {
  const rest = NEW_IDEA.map((name) => (more[name] ? `&vr-${name}=${encodeURIComponent(more[name])}` : '')).join('');
  return `${page.split('#')[0]}${startOf('new-idea')}${encodeURIComponent(title)}${rest}`;
}

/**
 * The idea that the address of the page begins, taken out of it: the form has it now, and must not begin it anew after a
 * reload.
 */
export function takeNewIdeaLink(): NewIdeaLink | undefined {
  const [first, ...rest] = (fragment('new-idea') ?? '').split('&vr-');
  const title = decoded(first);
  if (!title) return undefined;
  const more = rest.flatMap((part) => {
    const [name = '', value] = part.split('=');
    const text = decoded(value);
    return (NEW_IDEA as readonly string[]).includes(name) && text ? [[name, text] as const] : [];
  });
  writeLink('new-idea', undefined);
  return { title, ...Object.fromEntries(more) };
}
