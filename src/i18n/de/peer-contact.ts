import type { RequestState } from '../../model/contact-request.ts';
import type { Channel } from '../../model/peer-profile.ts';
import { de as forms } from './forms.ts';

type Why =
  'contact-paused' | 'contact-capacity' | 'contact-open' | 'contact-blocked' | 'self' | 'missing' | 'denied' | 'other';

/** German for requests for contact. */
export const de = {
  ...forms,
  contact: {
    clock: (time: string) => `${time} Uhr`,
    channels: { email: 'E-Mail', phone: 'Telefon', chat: 'Chat' } satisfies Record<Channel, string>,
    about: { offer: 'Es geht um', idea: 'Zur Idee', event: 'Zum Termin' },
    signIn: 'Einloggen',
    signInFailed: 'Das Einloggen hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
    close: 'Schließen',
    toInbox: 'Zu meinen Kontaktanfragen',
    toProfile: 'Mein Eintrag',
    loading: 'Wird geladen',
  },
  request: {
    title: (name: string) => `${name} um Kontakt bitten`,
    lead: 'Sie schreiben, worum es geht. Adressen tauschen Sie beide erst aus, wenn die Anfrage angenommen ist.',
    signInHint: (name: string) => `Wer eingeloggt ist, kann ${name} um Kontakt bitten.`,
    textStays: 'Ihr Text ist noch da und steht nach dem Einloggen wieder im Formular.',
    self: 'Das sind Sie selbst. Ihren Eintrag können Sie unter „Mein Eintrag“ ändern.',
    paused: (name: string) => `${name} beantwortet zurzeit keine Anfragen.`,
    pausedUntil: (name: string, until: string) => `${name} beantwortet bis ${until} keine Anfragen.`,
    open: (name: string) => `Sie haben ${name} schon um Kontakt gebeten. Die Antwort steht noch aus.`,
    accepted: (name: string) =>
      `${name} hat Ihre letzte Anfrage angenommen. Die Kontaktdaten finden Sie bei Ihren Kontaktanfragen.`,
    unsupported: 'Diese Quelle vermittelt keine Kontakte.',
    fields: {
      topic: 'Worum geht es?',
      topicHint: 'In wenigen Worten. Das steht in der Liste der Anfragen.',
      message: 'Ihre Nachricht',
      messageHint: (least: number, most: string) =>
        `${least} bis ${most} Zeichen. Was beschäftigt Sie, und wie viel Zeit brauchen Sie dafür?`,
      reveal: (name: string) => `Was darf ${name} sehen, wenn die Anfrage angenommen ist?`,
      revealHint: 'Mit der Anfrage selbst wird nichts davon gesendet.',
    },
    channel: (channel: string, address: string) => `${channel}: ${address}`,
    channelsLoading: 'Ihre Kontaktwege werden geladen.',
    channelsFailed:
      'Ihre Kontaktwege ließen sich nicht laden. Sie können die Anfrage trotzdem senden, geben dann aber keinen weiter.',
    noChannels: 'In Ihrem Eintrag steht noch kein Weg, Sie zu erreichen.',
    preview: (name: string) => `So sieht ${name} Ihre Anfrage`,
    previewFrom: (who: string) => `${who} möchte mit Ihnen sprechen`,
    previewEmpty: 'Hier steht Ihre Nachricht.',
    givesLater: (name: string, what: string) => `Wenn Sie annehmen, sehen Sie von ${name}: ${what}.`,
    givesNothing: (name: string) => `Auch wenn Sie annehmen, sehen Sie von ${name} keine Adresse.`,
    revealSome: (name: string, what: string) =>
      `${name} sieht jetzt keine Adresse von Ihnen, nach der Zusage: ${what}.`,
    revealNone: (name: string) =>
      `Sie geben keine Adresse weiter. Nach der Zusage sehen nur Sie, was ${name} für Sie freigibt.`,
    send: 'Anfrage senden',
    sending: 'Ihre Anfrage wird gesendet',
    sent: (name: string) => `Ihre Anfrage ist bei ${name}.`,
    sentNext: (name: string, until: string) =>
      `${name} kann sie bis ${until} annehmen. Sie bekommen Bescheid, sobald eine Antwort da ist.`,
    sentThen: 'Bis dahin sieht niemand von Ihnen beiden eine Adresse. Ohne Antwort verfällt die Anfrage von selbst.',
    waiting: 'Ihre Anfrage wartet und ist noch nicht angekommen.',
    offline:
      'Ihr Gerät ist gerade nicht mit dem Netz verbunden. Sobald es geht, wird sie von selbst gesendet, ein einziges Mal.',
    away: 'Der Server antwortet gerade nicht. Wir versuchen es von selbst weiter; ankommen wird sie ein einziges Mal.',
    limited: (when: string) =>
      `Sie haben heute schon so viele Anfragen gesendet, wie an einem Tag möglich sind. Ab ${when} geht es weiter; dann wird sie von selbst gesendet.`,
    keptHere:
      'Sie können diese Seite schließen. Gesendet wird, wenn Sie das Verzeichnis auf diesem Gerät wieder öffnen.',
    keptInTab: 'Sie bleibt erhalten, solange dieser Tab offen ist.',
    keepOpen: 'Lassen Sie diese Seite bitte offen, sonst geht sie verloren.',
    resend: 'Erneut senden',
    giveUp: 'Doch nicht senden',
    givenUp: 'Es wird nichts gesendet. Ihr Text steht noch im Formular.',
    doubtful:
      'Ob sie schon angekommen ist, steht noch nicht fest. Bei Ihren Kontaktanfragen können Sie sie zurücknehmen.',
    needsSignIn: 'Zum Senden müssen Sie sich noch einmal einloggen. Ihr Text ist noch da.',
    logIn: 'Einloggen und senden',
    refused: 'Die Anfrage ging nicht durch.',
    edit: 'Zurück zum Formular',
    why: {
      'contact-paused': (name) => `${name} beantwortet zurzeit keine Anfragen.`,
      'contact-capacity': (name) =>
        `${name} hat in diesem Monat schon so viele Anfragen bekommen, wie gewünscht sind. Im nächsten Monat ist wieder Platz.`,
      'contact-open': (name) => `Zwischen Ihnen und ${name} ist schon eine Anfrage offen.`,
      'contact-blocked': (name) =>
        `Sie haben ${name} blockiert. Heben Sie das bei Ihren Kontaktanfragen auf, wenn Sie schreiben möchten.`,
      self: () => 'Sich selbst können Sie nicht um Kontakt bitten.',
      missing: (name) => `${name} steht nicht mehr im Verzeichnis.`,
      denied: () => 'Mit Ihrem Konto geht das hier nicht.',
      other: () => 'Der Server hat sie nicht angenommen.',
    } satisfies Record<Why, (name: string) => string> as Record<Why, (name: string) => string>,
    textStaysHere: 'Ihr Text bleibt hier erhalten.',
    codes: { 'not-allowed': 'Diesen Kontaktweg gibt es in Ihrem Eintrag nicht mehr' },
  },
  inbox: {
    title: 'Kontaktanfragen',
    lead: 'Wer mit Ihnen sprechen möchte, und wen Sie gefragt haben. Adressen sehen beide erst nach der Zusage.',
    boxes: { received: 'Erhalten', sent: 'Gesendet' },
    box: 'Welche Anfragen',
    waitingCount: (count: number) => (count === 1 ? '1 wartet' : `${count} warten`),
    waitingTitle: 'Warten auf Ihre Antwort',
    openTitle: 'Noch ohne Antwort',
    settledTitle: 'Beantwortet',
    empty: {
      received: 'Noch hat Sie niemand um Kontakt gebeten. Wer im Verzeichnis steht und etwas anbietet, wird gefunden.',
      sent: 'Sie haben noch niemanden um Kontakt gebeten.',
    },
    signInHint: 'Ihre Kontaktanfragen sehen Sie, sobald Sie eingeloggt sind.',
    loading: 'Die Anfragen werden geladen',
    states: {
      received: {
        sent: 'Wartet auf Ihre Antwort',
        accepted: 'Angenommen',
        declined: 'Abgesagt',
        expired: 'Verfallen',
        blocked: 'Blockiert',
        withdrawn: 'Zurückgenommen',
      } satisfies Record<RequestState, string>,
      sent: {
        sent: 'Wartet auf Antwort',
        accepted: 'Angenommen',
        declined: 'Gerade keine Zeit',
        expired: 'Ohne Antwort verfallen',
        blocked: 'Gerade keine Zeit',
        withdrawn: 'Von Ihnen zurückgenommen',
      } satisfies Record<RequestState, string>,
    },
    until: (day: string) => `bis ${day}`,
    from: (name: string) => `Anfrage von ${name}`,
    to: (name: string) => `Anfrage an ${name}`,
    show: 'Ansehen',
    hide: 'Zuklappen',
    toPeer: (name: string) => `Eintrag von ${name} ansehen`,
    noTopic: 'Ohne Betreff',
    sentOn: (day: string) => `Gesendet am ${day}`,
    receivedOn: (day: string) => `Erhalten am ${day}`,
    answeredOn: (day: string) => `Beantwortet am ${day}`,
    youGive: (what: string) => `Nach der Zusage sichtbar: ${what}`,
    youGiveNothing: 'Sie geben keine Adresse weiter.',
    accept: 'Annehmen',
    decline: 'Absagen',
    block: 'Blockieren',
    withdraw: 'Zurücknehmen',
    keep: 'Doch nicht',
    channelsFailed: 'Ihre Kontaktwege ließen sich nicht laden.',
    acceptIntro: (name: string) => `Was darf ${name} von Ihnen sehen?`,
    acceptHint: 'Erst mit Ihrer Zusage werden Adressen sichtbar, für Sie beide.',
    acceptSend: 'Anfrage annehmen',
    theyGive: (name: string, what: string) => `Mit der Zusage sehen Sie von ${name}: ${what}.`,
    theyGiveNothing: (name: string) =>
      `${name} gibt keine Adresse weiter. Geben Sie eine frei, sonst erreichen Sie einander nicht.`,
    nobodyGives: 'So erreicht niemand die andere Person: Geben Sie mindestens einen Kontaktweg frei',
    takenBack: (name: string) => `${name} hat die Anfrage zurückgenommen. Ihr Text ist nicht mehr zu sehen.`,
    blockSettledIntro: (name: string) =>
      `${name} kann Ihnen keine Anfragen mehr senden und erfährt nicht, dass es daran liegt: Neue erreichen Sie nicht und verfallen nach 14 Tagen. Was Sie schon ausgetauscht haben, bleibt. Sie können das jederzeit aufheben.`,
    declineIntro: (name: string) =>
      `${name} sieht: „Gerade keine Zeit“. Einen Grund brauchen Sie nicht, und Adressen bleiben verborgen.`,
    declineSend: 'Anfrage absagen',
    blockIntro: (name: string) =>
      `${name} kann Ihnen keine Anfragen mehr senden und erfährt nicht, dass es daran liegt: Diese Anfrage sieht aus wie abgesagt, neue erreichen Sie nicht und verfallen nach 14 Tagen. Sie können das jederzeit aufheben.`,
    blockSend: (name: string) => `${name} blockieren`,
    withdrawIntro: (name: string) =>
      `${name} kann sie dann nicht mehr beantworten. Sie können später eine neue stellen.`,
    withdrawSend: 'Anfrage zurücknehmen',
    acceptedSaid: (name: string) => `Angenommen. ${name} bekommt Bescheid. Die Kontaktdaten finden Sie in der Anfrage.`,
    declinedSaid: (name: string) => `Abgesagt. ${name} sieht: „Gerade keine Zeit“.`,
    blockedSaid: (name: string) => `${name} kann Ihnen keine Anfragen mehr senden.`,
    withdrawnSaid: 'Ihre Anfrage ist zurückgenommen.',
    over: (state: string) => `Diese Anfrage ist nicht mehr offen. Ihr Stand: ${state}.`,
    gone: 'Diese Anfrage gibt es nicht mehr, oder sie ist nicht für Sie bestimmt.',
    failed: (why: string) => `Das hat nicht geklappt. ${why}`,
    showContact: 'Kontaktdaten zeigen',
    hideContact: 'Kontaktdaten verbergen',
    contactOf: (name: string) => `Kontaktdaten von ${name}`,
    contactLoading: 'Die Kontaktdaten werden geladen',
    noContact: (name: string) => `${name} hat keine Adresse freigegeben.`,
    waitForThem: (name: string) => `${name} sieht Ihre und kann sich bei Ihnen melden.`,
    contactShown: (name: string) => `Die Kontaktdaten von ${name} stehen jetzt da.`,
    copy: 'Kopieren',
    copied: (channel: string) => `${channel} ist kopiert.`,
    byHand: (channel: string) => `${channel} ist markiert und lässt sich mit Strg+C kopieren.`,
    expiredHint: {
      received: 'Nach 14 Tagen ohne Antwort verfällt eine Anfrage. Adressen wurden nicht ausgetauscht.',
      sent: 'Nach 14 Tagen ohne Antwort verfällt eine Anfrage. Sie können es noch einmal versuchen.',
    },
    declinedHint: 'Das sagt nichts über Ihr Anliegen. Andere im Verzeichnis haben vielleicht Zeit.',
    blockedTitle: 'Blockierte Personen',
    blockedNone: 'Sie haben niemanden blockiert.',
    blockedSince: (day: string) => `seit ${day}`,
    unblock: 'Aufheben',
    unblockOf: (name: string) => `Blockierung von ${name} aufheben`,
    unblockedSaid: (name: string) => `${name} kann Sie wieder um Kontakt bitten.`,
  },
};

/** What a dictionary of requests for contact must say. */
export type PeerContactMessages = typeof de;
