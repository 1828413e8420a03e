import { ideaLink } from '../../../internal/deep-link.ts';
import { newIdeaLink } from '../../../internal/new-idea-link.ts';
import type { CalendarEvent, Session } from '../../../model/calendar-event.ts';
import { countGraphemes } from '../../../model/graphemes.ts';
import { IDEA_LIMITS } from '../../../model/idea.ts';

/** The page for ideas that the editor has named, if it is one that a link may have. */
function namedPage(ideaUrl: string | undefined): string | undefined {
  if (!ideaUrl || !URL.canParse(ideaUrl, document.baseURI)) return undefined;
  const { protocol, href } = new URL(ideaUrl, document.baseURI);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** As much of a text as fits, whole words. */
function cut(text: string, limit: number): string {
  if (countGraphemes(text) <= limit) return text;
  // Never more characters than code units; the last word may be half a one.
  const words = text.slice(0, limit - 1).replace(/\s+\S*$/, '');
  return `${words.replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Address that begins an idea from a session; undefined where no page is known that takes it. */
export function newIdeaAddress(session: Session, event: CalendarEvent, ideaUrl?: string): string | undefined {
  const page = namedPage(ideaUrl) ?? (document.querySelector('vr-idea-submission') ? location.href : undefined);
  if (!page) return undefined;
  const summary = session.abstract && cut(session.abstract, IDEA_LIMITS.summary);
  return newIdeaLink(
    {
      title: cut(session.title, IDEA_LIMITS.title),
      ...(summary && { summary }),
      ...(event.id && { eventId: event.id }),
      sessionId: session.id,
    },
    page,
  );
}

/** Address of the idea that came of a session. */
export function ideaAddress(id: string, ideaUrl?: string): string | undefined {
  const link = ideaLink(id);
  const page = namedPage(ideaUrl);
  if (page) return page.split('#')[0]! + link.slice(link.indexOf('#'));
  return document.querySelector('vr-idea-board, vr-idea-submission') ? link : undefined;
}

/** Whether a link leads nowhere but to another part of this page. */
export const isThisPage = (href: string): boolean => href.split('#')[0] === location.href.split('#')[0];
