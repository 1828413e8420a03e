import { html, nothing, type TemplateResult } from 'lit';
import type { Idea, IdeaRef } from '../../../model/idea.ts';
import { stageWord } from '../../shared/idea-stage.ts';
import { ideaLinkButton, opener, person, section } from './page-bits.ts';
import { safeUrl, type PageContext } from './page-context.ts';

/** How others can do the same. */
export function renderPractice(context: PageContext): TemplateResult | typeof nothing {
  const { idea, words } = context;
  const { practice, adoption } = idea;
  const { practice: says } = words;
  if (!practice && !adoption) return nothing;
  const fact = (term: string, value: unknown): TemplateResult | typeof nothing =>
    value
      ? html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`
      : nothing;
  const url = safeUrl(practice?.url);
  return section(
    'practice',
    practice ? says.title : says.adoption,
    context,
    html`${
      practice && practice.checklist.length > 0
        ? html`<p class="label">${says.checklist}</p>
              <ol class="checklist">
                ${practice.checklist.map((line) => html`<li>${line}</li>`)}
              </ol>`
        : nothing
    }
      <dl class="facts">
        ${fact(says.effort, practice?.effort ?? adoption?.effort)}
        ${fact(says.adoptionContact, adoption?.contact)} ${fact(says.legalBasis, practice?.legalBasis)}
        ${fact(says.cost, practice?.cost)} ${fact(says.contact, practice ? person(practice.contact) : '')}
        ${fact(says.licence, practice?.licence)}
      </dl>
      ${
        url
          ? html`<p>
              <a href=${url} target="_blank" rel="noopener noreferrer"
                >${says.link} <span class="visually-hidden">${words.common.openInNewTab}</span></a
              >
            </p>`
          : nothing
      }`,
  );
}

/** Where the idea comes from and who took it over, as a tree; ideas that became part of it. */
export function renderKin(context: PageContext): TemplateResult | typeof nothing {
  const { idea, words, may } = context;
  const { adaptedFrom, adaptations = [], merged = [], related = [] } = idea.links ?? {};
  const { kin } = words;
  const takesOver = may('take-over');
  if (!adaptedFrom && adaptations.length + merged.length + related.length === 0 && !takesOver) return nothing;
  const list = (title: string, refs: readonly IdeaRef[]): TemplateResult | typeof nothing =>
    refs.length > 0
      ? html`<p class="label">${title}</p>
          <ul class="refs" role="list">
            ${refs.map((ref) => html`<li>${renderRef(ref, context)}</li>`)}
          </ul>`
      : nothing;
  return section(
    'kin',
    kin.title,
    context,
    html`${adaptedFrom || adaptations.length > 0 ? renderTree(idea, context) : nothing} ${list(kin.merged, merged)}
    ${list(kin.related, related)}
    ${takesOver ? opener({ name: 'take-over' }, kin.takeOver, context, 'button primary') : nothing}
    ${context.form({ name: 'take-over' })}`,
  );
}

function renderTree(idea: Idea, context: PageContext): TemplateResult {
  const { adaptedFrom, adaptations = [] } = idea.links ?? {};
  const { kin } = context.words;
  const own = html`<li>
    <strong>${idea.title}</strong> <span class="quiet">(${kin.here})</span>
    ${
      adaptations.length > 0
        ? html`<p class="quiet">${kin.to(adaptations.length)}</p>
            <ul role="list">
              ${adaptations.map((ref) => html`<li>${renderRef(ref, context)}</li>`)}
            </ul>`
        : nothing
    }
  </li>`;
  return html`<ul class="tree" role="list">
    ${
      adaptedFrom
        ? html`<li>
            <span class="quiet">${kin.from}</span> ${renderRef(adaptedFrom, context)}
            <ul role="list">
              ${own}
            </ul>
          </li>`
        : own
    }
  </ul>`;
}

const renderRef = (ref: IdeaRef, context: PageContext): TemplateResult =>
  html`${ideaLinkButton(ref.id, ref.title, context)}
    <span class="quiet">
      ${[ref.org?.name, ref.stage ? stageWord({ stage: ref.stage }, context.words) : ''].filter(Boolean).join(' · ')}
    </span>`;
