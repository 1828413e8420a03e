import type { PeersPort } from '../../../backend/ports.ts';
import type { PeerContactMessages } from '../../../i18n/de/peer-contact.ts';
import type { ContactRequest } from '../../../model/contact-request.ts';
import type { FormValues } from '../../../model/form-values.ts';
import type { FormSpec } from '../../shared/form/form-fields.ts';
import type { Clock } from './contact-words.ts';
import type { Deeds } from '../../../internal/deeds.ts';
import type { InboxSource } from './inbox-source.ts';
import type { OwnEntry } from './own-entry.ts';

export const ANSWERS = ['accept', 'decline', 'block', 'withdraw'] as const;
export type Answer = (typeof ANSWERS)[number];

/** A form that is open in a request. */
export interface AnswerForm {
  readonly name: Answer;
  readonly id: string;
}

/** Name of what is done with a request, by which its failure is kept. */
export const answerKey = ({ name, id }: AnswerForm): string => `${name} ${id}`;

/** What the lists are drawn with. */
export interface InboxContext {
  readonly source: InboxSource;
  readonly deeds: Deeds;
  readonly own: OwnEntry;
  /** Where the own entry is written. */
  readonly profile: string | undefined;
  readonly port: PeersPort;
  readonly words: PeerContactMessages;
  readonly clock: Clock;
  /** Level of the items' headings. */
  readonly headingLevel: number;
  /** The request that is unfolded. */
  readonly openId: string | undefined;
  readonly form: AnswerForm | undefined;
  /** The address that was copied last, or is to be copied by hand. */
  readonly copied: Copied | undefined;
  readonly unfold: (request: ContactRequest) => void;
  readonly open: (form: AnswerForm | undefined) => void;
  readonly toPeer: (id: string) => void;
  readonly showContact: (request: ContactRequest) => void;
  readonly onCopied: (copied: Copied) => void;
  readonly drawForm: (form: AnswerForm, spec: FormSpec, send: (values: FormValues) => void) => unknown;
  readonly answer: (request: ContactRequest, form: AnswerForm, values: FormValues) => void;
}

export interface Copied {
  readonly key: string;
  readonly how: 'done' | 'by-hand';
}
