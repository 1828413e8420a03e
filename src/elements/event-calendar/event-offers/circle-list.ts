import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { LearningCircle } from '../../../model/impulse.ts';
import { icon, ICONS } from '../../shared/icons.ts';
import { EVENT_KIND_ICONS } from '../event-kind-icons.ts';
import { renderFailure } from './impulse-list.ts';
import { momentWords, topicLabels, type OffersContext } from './offers-context.ts';

export type JoinCircle = (circle: LearningCircle) => Promise<CalendarEvent | undefined>;

/** Small fixed groups: when they meet, who is in, how many places are left. */
export const renderCircles = (
  circles: readonly LearningCircle[],
  context: OffersContext,
  join: JoinCircle,
): TemplateResult =>
  html`<ul class="list" role="list">
    ${repeat(
      circles,
      ({ id }) => id,
      (circle) => renderCircle(circle, context, join),
    )}
  </ul>`;

function renderCircle(circle: LearningCircle, context: OffersContext, join: JoinCircle): TemplateResult {
  const { words, headingLevel, form, drawForm } = context;
  const { offers } = words;
  const { id, title, summary, by, org, topics, guideUrl, members = [], me } = circle;
  const who = [by?.displayName, org?.name].filter(Boolean).join(', ');
  const meta = [who && offers.by(who), topicLabels(topics, words.lang)].filter(Boolean);
  const isOpen = form && 'circle' in form && form.circle.id === id;
  return html`<li class="item" data-id=${id} data-state=${circle.state}>
    <p class="state">${icon(EVENT_KIND_ICONS['learning-circle'])} ${stateWords(circle, context)}</p>
    <div class="name" role="heading" aria-level=${headingLevel}>${title}</div>
    ${summary ? html`<p class="text">${summary}</p>` : nothing}
    ${meta.length > 0 ? html`<p class="meta">${meta.join(' · ')}</p>` : nothing} ${renderDates(circle, context)}
    ${
      members.length > 0
        ? html`<p class="meta">
            <strong>${offers.members}:</strong> ${members
              .map((person) => [person.displayName, person.org?.name].filter(Boolean).join(', '))
              .join(' · ')}
          </p>`
        : nothing
    }
    ${me?.registered ? html`<p class="mine">${offers.joined}</p>` : nothing}
    ${me?.waitingPosition ? html`<p class="mine">${offers.onWaiting(me.waitingPosition)}</p>` : nothing}
    <div class="row">
      ${renderActions(circle, context, join)}
      ${
        guideUrl
          ? html`<a class="button quiet" href=${guideUrl} target="_blank" rel="noopener noreferrer"
              >${icon(ICONS.external)} ${offers.guide}<span class="visually-hidden">
                (${words.common.openInNewTab})</span
              ></a
            >`
          : nothing
      }
    </div>
    ${renderFailure(id, context)} ${isOpen ? drawForm(form) : nothing}
  </li>`;
}

function stateWords({ state, places, registered, waiting }: LearningCircle, { words }: OffersContext): string {
  const { offers } = words;
  const free = places - registered;
  const many = state === 'ended' ? '' : free > 0 ? offers.placesLeft(free, places) : offers.waiting(waiting);
  const says = state === 'open' && free > 0 ? '' : offers.circleStates[state];
  return [says, many].filter(Boolean).join(' · ');
}

function renderDates({ dates }: LearningCircle, context: OffersContext): TemplateResult | typeof nothing {
  const { offers } = context.words;
  const now = Date.now();
  const next = dates.find(({ end }) => Date.parse(end) > now);
  const said = [next ? offers.nextMeeting(momentWords(next.start, context)) : '', offers.meetings(dates.length)];
  return html`<details class="dates">
    <summary>${said.filter(Boolean).join(' · ')}</summary>
    <ul aria-label=${offers.allDates}>
      ${dates.map(
        ({ start, end }) =>
          html`<li data-over=${Date.parse(end) <= now || nothing}>${momentWords(start, context)}</li>`,
      )}
    </ul>
  </details>`;
}

function renderActions(circle: LearningCircle, context: OffersContext, join: JoinCircle): TemplateResult {
  const { words, port, source, form, open, toEvent } = context;
  const { offers } = words;
  const { id, title, can, me, places, registered, dates } = circle;
  const isIn = me?.registered === true || me?.waitingPosition !== undefined;
  const named = html`<span class="visually-hidden">: ${title}</span>`;
  const isLeaving = form?.name === 'leave' && form.circle.id === id;
  return html`
    ${
      !isIn && can.includes('register') && port.register
        ? html`<button
            type="button"
            class="button primary"
            aria-disabled=${source.deeds.isBusy(id) ? 'true' : nothing}
            @click=${() => void join(circle)}
          >
            ${registered < places ? offers.join : offers.joinWaiting}${named}
          </button>`
        : nothing
    }
    <button type="button" class="button" @click=${() => toEvent(id, dates[0]?.start)}>${offers.open}${named}</button>
    ${
      isIn && can.includes('unregister') && port.unregister
        ? html`<button
            type="button"
            class="button"
            aria-expanded=${isLeaving}
            @click=${() => open(isLeaving ? undefined : { name: 'leave', circle })}
          >
            ${me.registered ? offers.leave : offers.leaveWaiting}${named}
          </button>`
        : nothing
    }
  `;
}
