import { html, nothing, type TemplateResult } from 'lit';
import { wayOf } from '../../../model/idea-way.ts';
import { icon } from '../../shared/icons.ts';
import { renderStage, stageIcon, stageWord } from '../../shared/idea-stage.ts';
import { dayOf, topicLabel, type PageContext } from './page-context.ts';
import { ideaLinkButton } from './page-bits.ts';
import { PAGE_ICONS } from './page-icons.ts';

/** What it is, whose it is, whom it concerns, and how far it is. */
export function renderHead(context: PageContext, titleLevel: number): TemplateResult {
  const { idea, words } = context;
  return html`<header class="head">
    <p class="kind">
      ${renderStage(idea, words)}
      ${idea.reach ? html`<span class="quiet reach">${words.idea.reaches[idea.reach]}</span>` : nothing}
      ${idea.createdAt ? html`<span class="quiet">${words.page.since(dayOf(idea.createdAt, context))}</span>` : nothing}
    </p>
    <div class="title" id="idea-title" role="heading" aria-level=${titleLevel} tabindex="-1">${idea.title}</div>
    <p class="summary">${idea.summary}</p>
    ${renderFacts(context)} ${renderWay(context)}
  </header>`;
}

function renderFacts(context: PageContext): TemplateResult {
  const { idea, words } = context;
  const { page } = words;
  const authors = idea.authors.map(({ displayName }) => displayName).join(', ');
  const orgs = idea.orgs.map(({ name }) => name);
  const fact = (term: string, value: string): TemplateResult | typeof nothing =>
    value
      ? html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`
      : nothing;
  return html`<dl class="facts">
    ${fact(words.team.authors, idea.anonymous || !authors ? words.idea.anonymous : authors)}
    ${fact(page.orgs, [...orgs, idea.unit].filter(Boolean).join(', '))}
    ${fact(page.topics, idea.topics.map((topic) => topicLabel(topic, context)).join(', '))}
    ${fact(page.tags, idea.tags.join(', '))} ${fact(page.place, idea.place?.name ?? '')}
  </dl>`;
}

function renderWay(context: PageContext): TemplateResult {
  const { idea, words } = context;
  const { steps, side } = wayOf(idea);
  const { way } = words;
  return html`<div class="way">
    <ol aria-label=${way.label} role="list">
      ${steps.map(
        ({ stage, state }) =>
          html`<li data-state=${state} aria-current=${state === 'now' ? 'step' : nothing}>
            <span class="dot">${state === 'done' ? icon(PAGE_ICONS.done) : nothing}</span>
            <span class="station">${way.steps[stage]}</span>
            <span class="visually-hidden">
              (${state === 'done' || state === 'left' ? way.done : state === 'now' ? way.now : way.ahead})
            </span>
          </li>`,
      )}
    </ol>
    ${
      side
        ? html`<p class="beside">
            ${stageIcon(idea.stage)} <strong>${stageWord(idea, words)}</strong>
            ${idea.reason ? html`<span>${way.reason}: ${idea.reason}</span>` : nothing}
          </p>`
        : nothing
    }
    ${idea.stageLabel ? nothing : html`<p class="next">${way.sentences[idea.stage]}</p>`}
    ${
      idea.stage === 'stopped' && idea.trial?.learned
        ? html`<p class="lesson"><strong>${way.lesson}:</strong> ${idea.trial.learned}</p>`
        : nothing
    }
    ${
      idea.links?.mergedInto
        ? html`<p>
            ${way.mergedInto} ${ideaLinkButton(idea.links.mergedInto.id, idea.links.mergedInto.title, context)}
          </p>`
        : nothing
    }
  </div>`;
}
