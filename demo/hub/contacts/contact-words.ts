/** What somebody is told about a request for contact. */
export type ContactNews = 'requested' | 'accepted' | 'declined';

/** What mails about requests for contact say, in one language. `who` is the other one's name. */
export interface ContactWords {
  readonly language: 'de' | 'en';
  readonly greeting: (name: string) => string;
  readonly subject: Readonly<Record<ContactNews, (who: string) => string>>;
  readonly sentence: Readonly<Record<ContactNews, (who: string) => string>>;
  readonly from: (who: string, org: string) => string;
  readonly topic: (topic: string) => string;
  readonly about: Readonly<Record<'idea' | 'offer' | 'event', (title: string) => string>>;
  readonly message: (who: string) => string;
  /** What the receiver may do, until when. */
  readonly answer: (day: string) => string;
  readonly noAddress: (who: string) => string;
  /** The other one gives addresses, or writes first. */
  readonly given: (who: string) => string;
  readonly notGiven: (who: string) => string;
  readonly elsewhere: string;
  readonly look: (url: string) => string;
  readonly lookThere: string;
  readonly why: Readonly<Record<ContactNews, (network: string) => string>>;
  readonly change: (url: string) => string;
}

const de: ContactWords = {
  language: 'de',
  greeting: (name) => `Guten Tag ${name},`,
  subject: {
    requested: (who) => `${who} möchte mit Ihnen in Kontakt kommen`,
    accepted: (who) => `${who} freut sich auf den Austausch mit Ihnen`,
    declined: (who) => `${who} hat gerade keine Zeit`,
  },
  sentence: {
    requested: (who) => `${who} möchte mit Ihnen in Kontakt kommen.`,
    accepted: (who) => `${who} hat Ihre Anfrage angenommen und freut sich auf den Austausch mit Ihnen.`,
    declined: (who) => `${who} hat gerade keine Zeit für Ihre Anfrage.`,
  },
  from: (who, org) => `${who} (${org})`,
  topic: (topic) => `Thema: ${topic}`,
  about: {
    idea: (title) => `Zur Idee: ${title}`,
    offer: (title) => `Zum Angebot oder Gesuch: ${title}`,
    event: (title) => `Zum Termin: ${title}`,
  },
  message: (who) => `${who} schreibt:`,
  answer: (day) =>
    `Antworten Sie bis ${day}, wenn Sie möchten. Sie entscheiden, ob Sie annehmen und welche Kontaktdaten Sie dann geben. Eine Absage braucht keinen Grund.`,
  noAddress: (who) => `${who} kennt Ihre Adresse nicht. Auf diese Mail können Sie nicht antworten.`,
  given: (who) => `Wie Sie ${who} erreichen, steht im Netzwerk, nicht in dieser Mail.`,
  notGiven: (who) => `${who} hat die Kontaktdaten bekommen, die Sie gegeben haben, und meldet sich bei Ihnen.`,
  elsewhere: 'Vielleicht hat jemand anderes aus dem Netzwerk Zeit.',
  look: (url) => `Zur Anfrage: ${url}`,
  lookThere: 'Die Anfrage finden Sie im Netzwerk unter „Kontaktanfragen“.',
  why: {
    requested: (network) => `Sie bekommen diese Mail, weil Sie im Verzeichnis von ${network} stehen.`,
    accepted: (network) => `Sie bekommen diese Mail, weil Sie bei ${network} um Kontakt gebeten haben.`,
    declined: (network) => `Sie bekommen diese Mail, weil Sie bei ${network} um Kontakt gebeten haben.`,
  },
  change: (url) => `Ändern oder abschalten: ${url}`,
};

const en: ContactWords = {
  language: 'en',
  greeting: (name) => `Hello ${name},`,
  subject: {
    requested: (who) => `${who} would like to get in touch with you`,
    accepted: (who) => `${who} looks forward to talking with you`,
    declined: (who) => `${who} has no time at present`,
  },
  sentence: {
    requested: (who) => `${who} would like to get in touch with you.`,
    accepted: (who) => `${who} has accepted your request and looks forward to talking with you.`,
    declined: (who) => `${who} has no time for your request at present.`,
  },
  from: (who, org) => `${who} (${org})`,
  topic: (topic) => `Topic: ${topic}`,
  about: {
    idea: (title) => `About the idea: ${title}`,
    offer: (title) => `About the offer or request: ${title}`,
    event: (title) => `About the event: ${title}`,
  },
  message: (who) => `${who} writes:`,
  answer: (day) =>
    `Answer by ${day} if you like. You decide whether to accept, and which contact details to give then. Declining needs no reason.`,
  noAddress: (who) => `${who} does not know your address. You cannot reply to this mail.`,
  given: (who) => `How to reach ${who} is shown in the network, not in this mail.`,
  notGiven: (who) => `${who} has the contact details that you gave, and will get in touch with you.`,
  elsewhere: 'Somebody else in the network may have time.',
  look: (url) => `See the request: ${url}`,
  lookThere: 'You find the request in the network under “Contact requests”.',
  why: {
    requested: (network) => `You get this mail because you are listed in the directory of ${network}.`,
    accepted: (network) => `You get this mail because you asked for contact at ${network}.`,
    declined: (network) => `You get this mail because you asked for contact at ${network}.`,
  },
  change: (url) => `Change or switch off: ${url}`,
};

export const CONTACT_WORDS: Readonly<Record<'de' | 'en', ContactWords>> = { de, en };
