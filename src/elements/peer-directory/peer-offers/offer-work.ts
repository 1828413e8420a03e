import type { PeersPort } from '../../../backend/ports.ts';
import type { FormValues } from '../../../model/form-values.ts';
import { changedOfferInput, newOfferInput, offerStanding, untilOf } from '../../../model/peer-offer-form.ts';
import type { PeerOffer } from '../../../model/peer.ts';
import { topicLabel } from '../../shared/peer-words.ts';
import type { Deeds } from '../../../internal/deeds.ts';
import type { OfferFormContext } from './offer-forms.ts';
import { formKey, untilDay, type OpenForm } from './offers-context.ts';
import type { PeerOffersSource } from './peer-offers-source.ts';

/** Name of the deed that opens or closes an offer. */
export const turnKey = (id: string): string => `close-${id}`;

/** What is said when a form has done its work. @param isUnseen the reader's entry is not in the directory */
export function doneWords(
  form: OpenForm,
  { until }: PeerOffer,
  isUnseen: boolean,
  { words, locale, today }: OfferFormContext,
): string {
  const { offers } = words;
  const day = untilDay(until, locale);
  if (form.name === 'create') return isUnseen ? offers.createdUnseen : offers.createdSaid(day);
  if (form.name === 'edit') return offers.saved;
  const standing = offerStanding(form.offer, today);
  return standing === 'open' || standing === 'ending' ? offers.renewedSaid(day) : offers.againSaid(day);
}

/** Brings to the source what the reader does with their own offers. */
export class OfferWork {
  readonly #source: PeerOffersSource;
  readonly #deeds: Deeds;
  readonly #port: PeersPort | undefined;

  constructor(source: PeerOffersSource, deeds: Deeds, port: PeersPort | undefined) {
    this.#source = source;
    this.#deeds = deeds;
    this.#port = port;
  }

  /** Sends what a form holds. Undefined where it failed, for which the deeds keep the reason. */
  async send(
    form: OpenForm,
    values: FormValues,
    { topics, today, words }: OfferFormContext,
  ): Promise<PeerOffer | undefined> {
    const key = formKey(form);
    if (form.name === 'create') {
      const input = newOfferInput(values, form.direction, { topics, today });
      return this.#deeds.run(key, input, (options) => this.#port?.createOffer?.(input, options));
    }
    const { offer } = form;
    const input =
      form.name === 'renew'
        ? { until: untilOf(values, today), ...(offer.state !== 'open' && { state: 'open' as const }) }
        : changedOfferInput(values, offer, topicLabel(offer.topic, words.lang), { topics, today });
    if (Object.keys(input).length === 0) return offer;
    return this.#deeds.run(key, input, (options) => this.#port?.updateOffer?.(offer, input, options));
  }

  /** Whether it is over does not depend on what else was changed meanwhile: the newest version takes it. */
  async turn(offer: PeerOffer, state: PeerOffer['state']): Promise<PeerOffer | undefined> {
    const key = turnKey(offer.id);
    const turn = (of: PeerOffer): Promise<PeerOffer | undefined> =>
      this.#deeds.run(key, state, (options) => this.#port?.updateOffer?.(of, { state }, options));
    let saved = await turn(offer);
    if (!saved && this.#deeds.failureOf(key)?.status === 412) {
      await this.#source.loadMine();
      const newest = this.#source.mine.items.find(({ id }) => id === offer.id);
      if (newest) saved = await turn(newest);
    }
    if (saved) this.#source.take(saved);
    return saved;
  }
}
