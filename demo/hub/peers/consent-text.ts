/**
 * What people consent to when they publish their entry. A change in what it says is a new version; who has consented to an
 * older one keeps what they consented to, and reads the new one when they renew.
 */
export const CONSENT_VERSION = '2026-11';

/** The longest that a consent holds, in months. */
export const CONSENT_MONTHS = 24;

const de = (network: string): string => `Ich möchte im Verzeichnis von ${network} gefunden werden.

Was gezeigt wird: mein Name, meine Organisation und die Angaben meines Eintrags, jede nur für den Kreis, den ich bei ihr eingestellt habe. „Öffentlich“ heißt: alle im Internet können es lesen und weitergeben. Meine Adressen (E-Mail, Telefon, Chat) zeigt das Verzeichnis niemandem. Andere erfahren eine Adresse nur, wenn ich eine Anfrage annehme oder selbst frage und sie dafür freigebe.

Wozu: damit Menschen aus Verwaltung und Zivilgesellschaft mich wegen der genannten Themen ansprechen können. Wer passt, wird allein aus den Angaben der Einträge berechnet. Was ich suche oder ansehe, wird nicht gespeichert.

Wie lange: bis zu dem Tag, den ich wähle, höchstens ${CONSENT_MONTHS} Monate. 30 Tage vorher werde ich erinnert. Danach ist der Eintrag nicht mehr zu sehen, bis ich ihn verlängere. Gelöscht wird er dadurch nicht.

Freiwillig: Niemand muss im Verzeichnis stehen, und ohne Eintrag habe ich im Netzwerk keine Nachteile. Ich kann die Einwilligung jederzeit widerrufen, mit einem Klick in meinem Eintrag. Der Widerruf wirkt sofort und für die Zukunft: Was andere bis dahin gelesen haben, bleibt davon unberührt. Meinen Eintrag und mein Konto kann ich jederzeit herunterladen und löschen.`;

const en = (network: string): string => `I want to be found in the directory of ${network}.

What is shown: my name, my organisation and what my entry says, each part only to those whom I have chosen for it. “Public” means that everybody on the internet can read it and pass it on. The directory shows my addresses (e-mail, phone, chat) to nobody. Others learn an address only when I accept a request, or when I ask somebody myself and release it for that.

What for: so that people from administration and civil society can talk to me about the topics I name. Who fits is worked out from what entries say and from nothing else. What I search for or look at is not stored.

How long: until the day that I choose, ${CONSENT_MONTHS} months at most. I am reminded 30 days before. After that the entry is not shown any more until I renew it. It is not deleted by this.

Voluntary: nobody has to be in the directory, and I have no disadvantage in the network without an entry. I can withdraw my consent at any time, with one click in my entry. That takes effect at once and for the future: what others have read until then is not affected. I can download and delete my entry and my account at any time.`;

const TEXTS = { de, en } as const;

/** The text in one language, with its version. */
export const consentText = (language: 'de' | 'en', network: string): { version: string; text: string } => ({
  version: CONSENT_VERSION,
  text: TEXTS[language](network),
});
