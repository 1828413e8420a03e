/** What somebody is told about their own entry. */
export type EntryNews = 'expiring' | 'expired';

/** What mails about one's own entry say, in one language. */
export interface PeerMailWords {
  readonly greeting: (name: string) => string;
  readonly subject: Readonly<Record<EntryNews, (network: string, day: string) => string>>;
  readonly sentence: Readonly<Record<EntryNews, (network: string, day: string) => string>>;
  readonly renew: Readonly<Record<EntryNews, string>>;
  readonly look: (url: string) => string;
  readonly lookThere: string;
  readonly nothing: Readonly<Record<EntryNews, string>>;
  readonly why: (network: string) => string;
}

const de: PeerMailWords = {
  greeting: (name) => `Guten Tag ${name},`,
  subject: {
    expiring: (network, day) => `Ihr Eintrag bei ${network} läuft am ${day} ab`,
    expired: (network) => `Ihr Eintrag bei ${network} ist abgelaufen`,
  },
  sentence: {
    expiring: (network, day) =>
      `Ihr Eintrag im Verzeichnis von ${network} läuft am ${day} ab: So lange gilt Ihre Einwilligung.`,
    expired: (network, day) =>
      `Ihre Einwilligung galt bis ${day}. Ihr Eintrag im Verzeichnis von ${network} ist seitdem für niemanden mehr zu sehen.`,
  },
  renew: {
    expiring:
      'Möchten Sie weiter gefunden werden? Dann verlängern Sie ihn mit einem Klick und sehen dabei nach, ob alles noch stimmt.',
    expired: 'Er ist nicht gelöscht. Wenn Sie wieder gefunden werden möchten, verlängern Sie ihn mit einem Klick.',
  },
  look: (url) => `Zu Ihrem Eintrag: ${url}`,
  lookThere: 'Ihren Eintrag finden Sie im Netzwerk unter „Mein Eintrag“.',
  nothing: {
    expiring:
      'Möchten Sie das nicht, müssen Sie nichts tun: Der Eintrag verschwindet dann von selbst aus dem Verzeichnis. Löschen können Sie ihn jederzeit.',
    expired: 'Sonst müssen Sie nichts tun. Löschen können Sie ihn jederzeit.',
  },
  why: (network) => `Sie bekommen diese Mail, weil Sie eingewilligt haben, im Verzeichnis von ${network} zu stehen.`,
};

const en: PeerMailWords = {
  greeting: (name) => `Hello ${name},`,
  subject: {
    expiring: (network, day) => `Your entry at ${network} runs out on ${day}`,
    expired: (network) => `Your entry at ${network} has run out`,
  },
  sentence: {
    expiring: (network, day) =>
      `Your entry in the directory of ${network} runs out on ${day}: your consent holds until then.`,
    expired: (network, day) =>
      `Your consent held until ${day}. Since then nobody sees your entry in the directory of ${network} any more.`,
  },
  renew: {
    expiring:
      'Do you want to be found in future, too? Then renew it with one click, and see whether all of it is still right.',
    expired: 'It has not been deleted. If you want to be found again, renew it with one click.',
  },
  look: (url) => `To your entry: ${url}`,
  lookThere: 'You find your entry in the network under “My entry”.',
  nothing: {
    expiring:
      'If not, there is nothing to do: the entry leaves the directory by itself. You can delete it at any time.',
    expired: 'Otherwise there is nothing to do. You can delete it at any time.',
  },
  why: (network) => `You get this mail because you have consented to be listed in the directory of ${network}.`,
};

export const PEER_MAIL_WORDS: Readonly<Record<'de' | 'en', PeerMailWords>> = { de, en };
