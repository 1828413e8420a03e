import type { RequestState } from '../../../../src/model/contact-request.ts';
import type { Channel } from '../../../../src/model/peer-profile.ts';

/** A request for contact of the demo, `ago` days old. */
export interface SeedRequest {
  readonly from: string;
  readonly to: string;
  readonly topic: string;
  readonly message: string;
  readonly reveal: readonly Channel[];
  readonly answerReveal?: readonly Channel[];
  readonly state: Extract<RequestState, 'sent' | 'accepted' | 'declined'>;
  readonly ago: number;
}

export const SEED_REQUESTS: readonly SeedRequest[] = [
  {
    from: 'cem-brueckenbauer',
    to: 'rosa-wiesengrund',
    topic: 'Einfache Sprache',
    message:
      'Guten Tag, wir beschreiben unsere Datensätze neu und merken, dass nur wir sie verstehen. Hätten Sie Lust, zwei Texte gegenzulesen? Dafür zeige ich gern, wie wir Abläufe aufnehmen.',
    reveal: ['email'],
    state: 'sent',
    ago: 2,
  },
  {
    from: 'rosa-wiesengrund',
    to: 'ida-funkenflug',
    topic: 'Formulare',
    message:
      'Liebe Frau Funkenflug, wir testen im Herbst ein neues Formular zur Ummeldung. Kennen Sie Menschen, die gerade umgezogen sind und eine halbe Stunde Zeit haben?',
    reveal: ['email', 'phone'],
    answerReveal: ['email'],
    state: 'accepted',
    ago: 20,
  },
  {
    from: 'ayla-mutig',
    to: 'cem-brueckenbauer',
    topic: 'Wissenstransfer',
    message: 'Hallo Cem, wie übergebt ihr Wissen, wenn jemand geht? Ich suche Leitfäden, gern auch unfertige.',
    reveal: ['email'],
    state: 'sent',
    ago: 1,
  },
];
