import { de as peers } from './peers.ts';

/** German for the page of one person. */
export const de = {
  ...peers,
  page: {
    contact: 'Kontakt anfragen',
    contactAbout: (topic: string) => `Dazu Kontakt anfragen: ${topic}`,
    contactAboutShort: 'Dazu Kontakt anfragen',
    self: 'So sehen andere aus dem Netzwerk Sie.',
    edit: 'Meinen Eintrag ändern',
    signIn: 'Einloggen',
    signInFailed: 'Das Einloggen hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
    stranger: (name: string) => `Wer eingeloggt ist, kann ${name} um Kontakt bitten.`,
    requested: 'Ihre Anfrage ist angekommen. Die Antwort steht noch aus.',
    accepted: 'Sie sind in Kontakt. Was Sie voneinander wissen dürfen, steht bei Ihren Anfragen.',
    declined: 'Ihre letzte Anfrage wurde nicht angenommen: keine Zeit.',
    toRequests: 'Zu meinen Anfragen',
    paused: (name: string) => `${name} beantwortet zurzeit keine Anfragen.`,
    pausedUntil: (name: string, date: string) => `${name} beantwortet bis ${date} keine Anfragen.`,
    limited: 'Wenig Zeit, Anfragen sind möglich.',
    limitedUntil: (date: string) => `Bis ${date} wenig Zeit, Anfragen sind möglich.`,
    open: 'Offen für Anfragen.',
    noContact: 'Über diese Quelle lassen sich keine Kontakte anfragen.',
    offers: 'Bietet',
    seeks: 'Sucht',
    offerUntil: (form: string, date: string) => (date === '' ? form : `${form}, bis ${date}`),
    expertise: 'Kennt sich aus mit',
    interests: 'Interessiert sich für',
    languages: 'Spricht',
    about: 'Über mich',
    contributions: 'Im Netzwerk dabei',
    more: (count: number) => `Alle ${count} anzeigen`,
    loading: 'Der übrige Eintrag wird geladen.',
    source: 'Seite bei der Quelle öffnen',
    from: (label: string) => `Aus: ${label}`,
    sparse: (name: string) => `${name} zeigt Ihnen hier nur Name und Verwaltung.`,
  },
};

/** What a dictionary of the page of one person must say. */
export type PeerPageMessages = typeof de;
