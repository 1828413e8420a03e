import { contentText, foldContentLine } from '../../../src/model/icalendar-writer.ts';
import type { PeerProfile } from '../../../src/model/peer-profile.ts';

/** A portrait that goes along within the card. */
export interface CardPhoto {
  readonly mediaType: string;
  readonly content: Buffer;
}

const line = (name: string, value: string | undefined): string[] =>
  value === undefined || value === '' ? [] : [`${name}:${contentText(value)}`];

const ADDRESS_OF_CHAT = /^[a-z][a-z\d+.-]*:[^\s]+$/i;

/** Instants in the basic format of ISO 8601 (RFC 6350, 4.3.5). */
const stamp = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;

/** `matrix:`, `xmpp:`, `https:` are addresses that programs open; everything else is a name there. */
const chatLine = (chat: string | undefined): string[] =>
  chat === undefined ? [] : ADDRESS_OF_CHAT.test(chat) ? [`IMPP:${chat}`] : line('X-CHAT', chat);

/**
 * An entry as vCard 4 (RFC 6350), expertise and interests by RFC 6715, pronouns by RFC 9554. Of what RFC 6474 adds (where
 * somebody was born and died) an entry says nothing. Given and family name are not told apart: nobody was asked for them.
 */
export function profileCard(profile: PeerProfile, photo?: CardPhoto): string {
  const { displayName, org, unit, headline, bio, channels, updatedAt } = profile;
  const note = [headline, bio].filter(Boolean).join('\n\n');
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'PRODID:-//Bausteine//Hub//DE',
    'KIND:individual',
    `UID;VALUE=text:${contentText(profile.id)}`,
    `FN:${contentText(displayName)}`,
    ...line('PRONOUNS', profile.pronouns),
    ...line('X-SALUTATION', profile.salutation),
    ...line('TITLE', profile.function),
    ...(org ? [`ORG:${[org.name, unit ?? ''].map(contentText).join(';').replace(/;$/, '')}`] : []),
    ...line('EMAIL', channels.email),
    ...(channels.phone === undefined ? [] : [`TEL;VALUE=text:${contentText(channels.phone)}`]),
    ...chatLine(channels.chat),
    ...profile.languages.map((tag, index) => `LANG;PREF=${index + 1}:${tag}`),
    ...profile.expertise.map(
      ({ label, level }, index) => `EXPERTISE;INDEX=${index + 1};LEVEL=${level}:${contentText(label)}`,
    ),
    ...profile.interests.map(({ label }, index) => `INTEREST;INDEX=${index + 1}:${contentText(label)}`),
    ...line('NOTE', note),
    ...(photo ? [`PHOTO:data:${photo.mediaType};base64,${photo.content.toString('base64')}`] : []),
    ...(updatedAt === undefined ? [] : [`REV:${stamp(updatedAt)}`]),
    'END:VCARD',
  ];
  return lines.map((each) => `${foldContentLine(each)}\r\n`).join('');
}
