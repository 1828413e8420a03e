import { html, svg, type TemplateResult } from 'lit';
import type { Indicator } from '../../../model/idea.ts';
import type { PageContext } from './page-context.ts';

/** A value with its unit: 12,5 Minuten. */
export function valueWords(value: number, unit: string | undefined, { locale }: Pick<PageContext, 'locale'>): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
  return unit ? `${number}\u00a0${unit}` : number;
}

/** How it changed: −40 %, or the difference where nothing was there before. */
export function changeWords({ before, after, unit }: Indicator, context: Pick<PageContext, 'locale'>): string {
  if (before === undefined || after === undefined) return '';
  const format = (value: number, options: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(context.locale, { signDisplay: 'exceptZero', ...options })
      .format(value)
      // The sign of subtraction: a hyphen is read over.
      .replace('-', '\u2212');
  if (before > 0) return format((after - before) / before, { style: 'percent', maximumFractionDigits: 0 });
  const difference = format(after - before, { maximumFractionDigits: 2 });
  return unit ? `${difference}\u00a0${unit}` : difference;
}

/** Where a bar begins and how long it is, in percent of the width, when all values of one indicator share a scale. */
export function barOf(value: number, others: readonly number[]): { readonly x: number; readonly width: number } {
  const low = Math.min(0, ...others);
  const high = Math.max(0, ...others);
  const span = high - low || 1;
  const round = (share: number): number => Math.round(share * 1000) / 10;
  const [from, to] = [(Math.min(0, value) - low) / span, (Math.max(0, value) - low) / span];
  return { x: round(from), width: Math.max(0.5, round(to - from)) };
}

/**
 * Values before and after, a pair of bars for each indicator on a scale of its own: units differ. The picture is named
 * in a sentence; the numbers stand in the table beside it.
 */
export function renderChart(indicator: Indicator, context: Pick<PageContext, 'locale' | 'words'>): TemplateResult {
  const { name, unit, before, after } = indicator;
  const { trial } = context.words;
  const said = (value: number | undefined): string =>
    value === undefined ? trial.unknown : valueWords(value, unit, context);
  const values = [before, after].filter((value): value is number => value !== undefined);
  const bar = (value: number | undefined, y: number, kind: string): TemplateResult<2> | string => {
    if (value === undefined) return '';
    const { x, width } = barOf(value, values);
    return svg`<rect class=${kind} x=${x} y=${y} width=${width} height="9" rx="0.6"></rect>`;
  };
  return html`<figure class="chart">
    <figcaption>${name}</figcaption>
    <div class="bars">
      <svg
        viewBox="0 0 100 24"
        preserveAspectRatio="none"
        role="img"
        aria-label=${
          after === undefined ? trial.chartBefore(name, said(before)) : trial.chart(name, said(before), said(after))
        }
      >
        ${bar(before, 1, 'before')} ${bar(after, 14, 'after')}
      </svg>
      <div class="values" aria-hidden="true">
        <span>${trial.before} <strong>${said(before)}</strong></span>
        <span>${trial.after} <strong>${said(after)}</strong></span>
      </div>
    </div>
  </figure>`;
}
