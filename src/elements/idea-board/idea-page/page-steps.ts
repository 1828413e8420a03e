import { html, nothing, type TemplateResult } from 'lit';
import { IDEA_PATH } from '../../../model/idea.ts';
import { opener } from './page-bits.ts';
import type { PageContext } from './page-context.ts';
import { stepsOf } from './page-parts.ts';
import { stepLabel } from './step-form.ts';
import { PAGE_ICONS } from './page-icons.ts';

/** The steps that the reader can take with the idea, the next on its way first; for moderators what the queue asks of them. */
export function renderSteps(context: PageContext): TemplateResult | typeof nothing {
  const { idea, port, words, may, page } = context;
  const steps = stepsOf(idea, port);
  const edits = may('update');
  const widens = may('widen') && idea.reach !== 'civil';
  const moderates = idea.can.includes('moderate');
  const held = page.parts.comments.items.filter(({ state }) => state === 'pending').length;
  const reports = idea.reports ?? 0;
  const asked = idea.stage === 'returned' && idea.question;
  if (steps.length === 0 && !edits && !widens && !asked && !(moderates && (held > 0 || reports > 0))) return nothing;
  const ahead = steps.filter((stage) => IDEA_PATH.includes(stage));
  const others = steps.filter((stage) => !IDEA_PATH.includes(stage));
  return html`<div class="panel steps">
    <div class="minor" role="heading" aria-level=${context.level}>
      ${moderates && (idea.stage === 'submitted' || reports > 0 || held > 0) ? words.moderation.title : words.step.title}
    </div>
    ${asked ? html`<p class="question"><strong>${words.way.question}:</strong> ${idea.question}</p>` : nothing}
    ${moderates && held > 0 ? html`<p>${words.moderation.held(held)}</p>` : nothing}
    ${moderates && reports > 0 ? html`<p>${words.moderation.reports(reports)}</p>` : nothing}
    <div class="row">
      ${ahead.map((to, index) =>
        opener(
          { name: 'step', to },
          stepLabel(idea.stage, to, words),
          context,
          index === 0 ? 'button primary' : 'button',
        ),
      )}
      ${
        moderates && reports > 0 && port?.settleReports
          ? opener({ name: 'settle' }, words.moderation.settle, context)
          : nothing
      }
      ${others.map((to) => opener({ name: 'step', to }, stepLabel(idea.stage, to, words), context))}
      ${edits ? opener({ name: 'edit' }, words.page.edit, context, 'button quiet', PAGE_ICONS.edit) : nothing}
      ${widens ? opener({ name: 'widen' }, words.widen.start, context, 'button quiet') : nothing}
    </div>
    ${steps.map((to) => context.form({ name: 'step', to }))} ${context.form({ name: 'settle' })}
    ${context.form({ name: 'edit' })} ${context.form({ name: 'widen' })}
  </div>`;
}
