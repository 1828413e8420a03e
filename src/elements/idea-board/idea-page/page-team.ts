import { html, nothing, type TemplateResult } from 'lit';
import { person, section } from './page-bits.ts';
import type { PageContext } from './page-context.ts';

/** Patin or Pate, and the team. Nothing while there is neither and nobody looks for them yet. */
export function renderTeam(context: PageContext): TemplateResult | typeof nothing {
  const { idea, words } = context;
  const { team } = words;
  const members = idea.team ?? [];
  const looked = idea.stage === 'open' || idea.stage === 'teaming';
  if (!idea.patron && members.length === 0 && !looked) return nothing;
  return section(
    'team',
    team.title,
    context,
    html`<p class="label">${team.patron}</p>
      ${
        idea.patron
          ? html`<p>${person(idea.patron)}<span class="quiet">${team.patronHint}</span></p>`
          : html`<p class="quiet">${team.noPatron}</p>`
      }
      ${
        members.length > 0
          ? html`<p class="label">${team.team}</p>
              <ul class="people" role="list">
                ${members.map((member) => html`<li>${person(member)}</li>`)}
              </ul>`
          : nothing
      }`,
  );
}
