import { html, nothing, type TemplateResult } from 'lit';
import type { Indicator, Trial } from '../../../model/idea.ts';
import { daysBetween, isPlainDate } from '../../../model/plain-date.ts';
import { section } from './page-bits.ts';
import { dayOf, type PageContext } from './page-context.ts';
import { changeWords, renderChart, valueWords } from './trial-chart.ts';

/** The trial: what, where, until when, what was counted, what came out. */
export function renderTrial(context: PageContext): TemplateResult | typeof nothing {
  const { idea, words } = context;
  const past = idea.pastTrials ?? [];
  if (!idea.trial && past.length === 0) return nothing;
  return html`${idea.trial ? section('trial', words.trial.title, context, renderCard(idea.trial, context, true)) : nothing}
  ${
    past.length > 0
      ? html`<details class="past">
          <summary>${words.trial.past(past.length)}</summary>
          ${past.map(
            (trial, index) =>
              html`<p class="label">${words.trial.pastTitle(index + 1)}</p>
                ${renderCard(trial, context, false)}`,
          )}
        </details>`
      : nothing
  }`;
}

function renderCard(trial: Trial, context: PageContext, current: boolean): TemplateResult {
  const { words } = context;
  const { trial: says } = words;
  const numbers = trial.indicators.filter(({ before, after }) => before !== undefined || after !== undefined);
  return html`<div class="trial-card">
    <p class="hypothesis"><span class="label">${says.hypothesis}</span> ${trial.hypothesis}</p>
    <dl class="facts">
      <div>
        <dt>${says.place}</dt>
        <dd>${trial.place}</dd>
      </div>
      <div>
        <dt>${says.when}</dt>
        <dd>
          ${says.span(dayOf(trial.start, context), dayOf(trial.end, context))}
          ${current ? html`<span class="quiet">${standing(trial, context)}</span>` : nothing}
        </dd>
      </div>
      ${
        trial.result
          ? html`<div>
              <dt>${says.result}</dt>
              <dd><strong>${words.idea.results[trial.result]}</strong></dd>
            </div>`
          : nothing
      }
    </dl>
    ${trial.learned ? html`<p class="lesson"><span class="label">${says.learned}</span> ${trial.learned}</p>` : nothing}
    ${numbers.length > 0 ? numbers.map((indicator) => renderChart(indicator, context)) : nothing}
    ${trial.indicators.length > 0 ? renderTable(trial.indicators, context) : nothing}
  </div>`;
}

/** How long it goes on, while it does. */
function standing({ start, end, result }: Trial, { idea, today, words }: PageContext): string {
  if (result || idea.stage !== 'trying' || !isPlainDate(start) || !isPlainDate(end)) return '';
  if (today < start) return words.trial.toCome(daysBetween(today, start));
  return today <= end ? words.trial.running(daysBetween(today, end)) : words.trial.over;
}

function renderTable(indicators: readonly Indicator[], context: PageContext): TemplateResult {
  const { trial } = context.words;
  const cell = (value: number | undefined, unit: string | undefined): string =>
    value === undefined ? trial.unknown : valueWords(value, unit, context);
  return html`<div class="table">
    <table>
      <caption>
        ${trial.numbers}
      </caption>
      <thead>
        <tr>
          <th scope="col">${trial.indicator}</th>
          <th scope="col">${trial.before}</th>
          <th scope="col">${trial.after}</th>
          <th scope="col">${trial.change}</th>
        </tr>
      </thead>
      <tbody>
        ${indicators.map(
          (indicator) =>
            html`<tr>
              <th scope="row">${indicator.name}</th>
              <td>${cell(indicator.before, indicator.unit)}</td>
              <td>${cell(indicator.after, indicator.unit)}</td>
              <td>${changeWords(indicator, context) || '–'}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
