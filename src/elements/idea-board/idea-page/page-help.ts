import { html, nothing, type TemplateResult } from 'lit';
import type { HelpOffer } from '../../../model/idea-participation.ts';
import type { Need } from '../../../model/idea.ts';
import { failureNote, opener, partState, section } from './page-bits.ts';
import { nameOf, type OpenForm, type PageContext } from './page-context.ts';

/** What is wanted, what is offered, and how to offer. */
export function renderHelp(context: PageContext): TemplateResult {
  const { idea, words, page, may } = context;
  const { help } = words;
  const { offers } = page.parts;
  const shown = offers.items.filter(({ state }) => state !== 'withdrawn');
  return section(
    'help',
    help.title,
    context,
    html`
      ${
        idea.needs.length > 0
          ? html`<ul class="needs" role="list">
              ${idea.needs.map((need) => renderNeed(need, context))}
            </ul>`
          : html`<p class="quiet">${help.noNeeds}</p>`
      }
      ${may('offer-help') ? opener({ name: 'offer' }, help.offer, context, 'button primary') : nothing}
      ${context.form({ name: 'offer' })}
      ${shown.length > 0 || offers.state === 'failed' ? html`<p class="label">${help.offers}</p>` : nothing}
      ${partState(offers, help.failed, () => void page.load('offers'), context)}
      ${
        shown.length > 0
          ? html`<ul class="offers" role="list">
              ${shown.map((offer) => renderOffer(offer, context))}
            </ul>`
          : offers.state !== 'ready' && offers.state !== 'failed' && idea.counts.helpOffers > 0
            ? html`<p class="quiet">${help.offersCount(idea.counts.helpOffers)}</p>`
            : nothing
      }
    `,
  );
}

const renderNeed = ({ kind, text, filledBy }: Need, { words }: PageContext): TemplateResult =>
  html`<li data-filled=${filledBy ? true : nothing}>
    <span class="name">${words.idea.help[kind] ?? kind}</span>${text ? html`: ${text}` : nothing}
    <span class="quiet">${filledBy ? words.help.filledBy(filledBy.displayName) : words.help.open}</span>
  </li>`;

function renderOffer(offer: HelpOffer, context: PageContext): TemplateResult {
  const { words, page, port } = context;
  const { help, idea: names } = words;
  const can = (action: string): boolean => port?.answerHelp !== undefined && offer.can.includes(action);
  const form = (action: 'accept' | 'decline' | 'done'): OpenForm => ({ name: 'help', offer, action });
  const withdraw = (): void => {
    void page.run(
      `help-${offer.id}`,
      () => port?.answerHelp?.(offer, 'withdraw', {}, page.writing(`help-${offer.id}`, 'withdraw')),
      {
        said: help.answered,
        take: (next) => page.takeOffer(next),
      },
    );
  };
  return html`<li>
    <p>
      <span class="name">${offer.kinds.map((kind) => names.help[kind] ?? kind).join(', ')}</span>${
        offer.hours ? html`, ${names.helpSizes[offer.hours]}` : nothing
      }
      <span class="quiet">
        ${offer.person ? nameOf(offer.person) : help.somebody} · ${names.helpStates[offer.state]}
      </span>
    </p>
    ${offer.text ? html`<p class="said">${offer.text}</p>` : nothing}
    ${offer.thanks ? html`<p class="said"><q>${offer.thanks}</q></p>` : nothing}
    <div class="row">
      ${can('accept') ? opener(form('accept'), help.accept, context, 'button small') : nothing}
      ${can('decline') ? opener(form('decline'), help.decline, context, 'button small quiet') : nothing}
      ${
        can('done') || can('thank')
          ? opener(form('done'), can('done') ? help.done : help.thank, context, 'button small')
          : nothing
      }
      ${
        can('withdraw')
          ? html`<button type="button" class="button small quiet" @click=${withdraw}>${help.withdraw}</button>`
          : nothing
      }
    </div>
    ${failureNote(`help-${offer.id}`, context)} ${context.form(form('accept'))} ${context.form(form('decline'))}
    ${context.form(form('done'))}
  </li>`;
}
