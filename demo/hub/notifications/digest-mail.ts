import { NOTIFICATION_KINDS, type NotificationKind } from '../../../src/model/account.ts';
import { oneLine, shorten } from '../http/characters.ts';
import type { Mail } from '../mail/mail.ts';
import type { NewsObjects } from './news-objects.ts';
import { NOTIFICATION_WORDS } from './notification-words.ts';

/** Something new as a mail tells it. */
export interface DigestItem extends NewsObjects {
  readonly kind: string;
  /** The name of who did it. */
  readonly by?: string;
  readonly text?: string;
}

export interface Digest {
  readonly accountId: string;
  readonly displayName: string;
  readonly locale: 'de' | 'en';
  readonly rhythm: 'at-once' | 'daily' | 'weekly';
  /** The name of the network. */
  readonly network: string;
  readonly publicUrl?: string;
  readonly items: readonly DigestItem[];
}

const MOST = 50;
const SUBJECT = 150;

const isKind = (kind: string): kind is NotificationKind => (NOTIFICATION_KINDS as readonly string[]).includes(kind);

/** Where in the page somebody finds what is their own and has no title. */
const OWN_PLACES: Readonly<Partial<Record<NotificationKind, string>>> = {
  'profile-expiring': '#vr-peer-profile',
  'profile-expired': '#vr-peer-profile',
  'offer-expiring': '#vr-peer-offers',
};

const ownPlace = (kind: string): string | undefined => (isKind(kind) ? OWN_PLACES[kind] : undefined);

/** What a piece of news is about, and where in the page it is found. */
function aboutOf({ kind, idea, event, impulse, contact }: DigestItem): { title: string; link: string } | undefined {
  if (idea) return { title: idea.title, link: `#vr-idea=${encodeURIComponent(idea.id)}` };
  if (event) return { title: event.title, link: `#vr-event=${encodeURIComponent(event.id)}` };
  if (impulse) return { title: impulse.title, link: '#vr-offers' };
  if (contact) return { title: contact.title, link: `#vr-contact=${encodeURIComponent(contact.id)}` };
  const link = ownPlace(kind);
  return link === undefined ? undefined : { title: '', link };
}

const keyOf = ({ kind, idea, event, impulse, contact }: DigestItem): string =>
  JSON.stringify([idea?.id, !idea && event?.id, !idea && !event && impulse?.id, contact?.id, ownPlace(kind)]);

/** What is new for one person as one mail in plain text: by idea, event or impulse, with a link to each, and the way to switch it off. */
export function digestMail({ accountId, displayName, locale, rhythm, network, publicUrl, items }: Digest): Mail {
  const words = NOTIFICATION_WORDS[locale];
  const sentenceOf = ({ kind, by }: DigestItem): string =>
    isKind(kind) ? words.sentences[kind](by === undefined ? words.somebody : oneLine(by)) : kind;
  const groups = new Map<string, DigestItem[]>();
  for (const item of items.slice(0, MOST)) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  const paragraphs = [...groups.values()].map((group) => {
    const about = group[0] && aboutOf(group[0]);
    const lines = group.map((item) => {
      const said = item.text ? ` „${oneLine(item.text)}“` : '';
      return `- ${sentenceOf(item)}${said}`;
    });
    return [
      (about && oneLine(about.title)) || words.other,
      ...lines,
      ...(about && publicUrl ? [`${publicUrl}/${about.link}`] : []),
    ].join('\n');
  });
  if (items.length > MOST) paragraphs.push(words.more(items.length - MOST));
  const settingsUrl = publicUrl && `${publicUrl}/#vr-notifications`;
  const [only] = items;
  const onlyAbout = only && aboutOf(only);
  const subject =
    items.length === 1 && only
      ? words.subjectOfOne(onlyAbout?.title ? `${oneLine(onlyAbout.title)}: ${sentenceOf(only)}` : sentenceOf(only))
      : words.subject(items.length, oneLine(network));
  const text = [
    words.greeting(oneLine(displayName)),
    words.intro(oneLine(network)),
    ...paragraphs,
    `${words.why[rhythm]} ${settingsUrl ? words.change(settingsUrl) : words.changeThere}`,
  ].join('\n\n');
  return {
    to: { accountId },
    subject: shorten(subject, SUBJECT),
    text: `${text.slice(0, 19_900)}\n`,
    ...(settingsUrl && { unsubscribeUrl: settingsUrl }),
  };
}
