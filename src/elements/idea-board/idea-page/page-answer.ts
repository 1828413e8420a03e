import { html, nothing, type TemplateResult } from 'lit';
import { markdownToHtml } from '../../../model/markdown.ts';
import { opener, section } from './page-bits.ts';
import { dayOf, nameOf, type PageContext } from './page-context.ts';

/** What those in charge say, and until when they promised to say what stands. */
export function renderAnswer(context: PageContext): TemplateResult | typeof nothing {
  const { idea, words, may, today } = context;
  const { answer } = idea;
  const writes = may('answer');
  if (!answer && !writes) return nothing;
  const { answer: says } = words;
  const promised = answer?.promisedFor;
  return section(
    'answer',
    says.title,
    context,
    html`${
      answer
        ? html`<div class="answer-text">
            <vr-rich-text .content=${markdownToHtml(answer.text)}></vr-rich-text>
            <p class="quiet">${says.by(nameOf(answer.by), dayOf(answer.at, context))}</p>
            ${
              promised
                ? html`<p class="promise">
                    ${promised < today ? says.overdue(dayOf(promised, context)) : says.promised(dayOf(promised, context))}
                  </p>`
                : nothing
            }
          </div>`
        : nothing
    }
    ${writes ? opener({ name: 'answer' }, answer ? says.change : says.write, context) : nothing}
    ${context.form({ name: 'answer' })}`,
  );
}
