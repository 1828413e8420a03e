import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Audience, IdeasPort } from '../../../backend/ports.ts';
import { markdownToText } from '../../../model/markdown.ts';
import { personalTraces, type PersonalTrace } from '../../../model/personal-traces.ts';
import { IDEA_REACHES, type Idea, type IdeaReach } from '../../../model/idea.ts';
import type { PageContext } from './page-context.ts';

/** Organisations named one by one before the rest is a number. */
const NAMED = 5;

/** Who would newly see an idea, asked once for each reach, and what in it may name somebody. */
export class WidenPreview {
  readonly #host: ReactiveControllerHost;
  #idea: Idea | undefined;
  #port: IdeasPort | undefined;
  #audiences = new Map<IdeaReach, Audience | 'asking' | 'failed'>();
  #traces: readonly PersonalTrace[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Drawn under the choice of a reach. */
  render(reach: IdeaReach | undefined, context: PageContext): TemplateResult {
    const { idea, port, words } = context;
    if (idea !== this.#idea || port !== this.#port) {
      this.#idea = idea;
      this.#port = port;
      this.#audiences = new Map();
      this.#traces = tracesOf(idea);
    }
    return html`<div role="status">${reach ? this.#renderAudience(reach, context) : nothing}</div>
      ${this.#renderTraces(words)}`;
  }

  #renderAudience(reach: IdeaReach, { idea, words, locale }: PageContext): TemplateResult | typeof nothing {
    const { widen } = words;
    if (!this.#port?.audience) return nothing;
    const next = this.#ask(reach);
    const now = idea.reach ? this.#ask(idea.reach) : undefined;
    if (next === 'asking' || now === 'asking') return html`<p>${widen.asking}</p>`;
    if (next === 'failed') return html`<p>${widen.unknown}</p>`;
    const seen = new Set(typeof now === 'object' ? now.orgs.map(({ id, name }) => id ?? name) : []);
    const orgs = next.orgs.filter(({ id, name }) => !seen.has(id ?? name));
    const names = new Intl.ListFormat(locale).format(orgs.slice(0, NAMED).map(({ name }) => name));
    const who = [
      next.public && !(typeof now === 'object' && now.public) ? widen.public : '',
      orgs.length > NAMED
        ? widen.orgsNamed(
            widen.andMore(
              orgs
                .slice(0, NAMED)
                .map(({ name }) => name)
                .join(', '),
              orgs.length - NAMED,
            ),
          )
        : orgs.length > 0
          ? widen.orgsNamed(names)
          : '',
    ].filter(Boolean);
    const people = next.people === undefined ? undefined : next.people - ((typeof now === 'object' && now.people) || 0);
    return html`<p><strong>${widen.newly}:</strong></p>
      ${
        who.length > 0
          ? html`<ul>
              ${who.map((each) => html`<li>${each}</li>`)}
            </ul>`
          : html`<p>${widen.noneNewly}</p>`
      }
      ${people && people > 0 ? html`<p>${widen.people(people)}</p>` : nothing}`;
  }

  #renderTraces({ widen }: PageContext['words']): TemplateResult {
    if (this.#traces.length === 0) return html`<p>${widen.noTraces}</p>`;
    return html`<p><strong>${widen.traces}</strong></p>
      <p class="hint">${widen.tracesHint}</p>
      <ul>
        ${this.#traces.map(
          ({ kind, field, text, found }) =>
            html`<li><strong>${widen.kinds[kind]}</strong> (${widen.fields[field] ?? field}): ${marked(text, found)}</li>`,
        )}
      </ul>`;
  }

  #ask(reach: IdeaReach): Audience | 'asking' | 'failed' {
    const known = this.#audiences.get(reach);
    if (known) return known;
    const idea = this.#idea;
    const audiences = this.#audiences;
    audiences.set(reach, 'asking');
    void this.#port
      ?.audience?.({ reach, ideaId: idea?.id, ...(idea?.orgs[0]?.id && { orgId: idea.orgs[0].id }) })
      .then(
        (audience) => audiences.set(reach, audience),
        () => audiences.set(reach, 'failed'),
      )
      .then(() => this.#host.requestUpdate());
    return 'asking';
  }
}

function marked(text: string, found: string): TemplateResult | string {
  const at = text.indexOf(found);
  if (at < 0) return text;
  return html`${text.slice(0, at)}<mark>${found}</mark>${text.slice(at + found.length)}`;
}

/** Places in all texts that those who newly see the idea will read. */
const tracesOf = (idea: Idea): readonly PersonalTrace[] =>
  personalTraces(
    {
      title: idea.title,
      summary: idea.summary,
      problem: idea.problem && markdownToText(idea.problem),
      body: idea.body && markdownToText(idea.body),
      benefitFor: idea.benefitFor && markdownToText(idea.benefitFor),
      firstStep: idea.firstStep && markdownToText(idea.firstStep),
      needs: idea.needs
        .map(({ text }) => text)
        .filter(Boolean)
        .join('\n'),
      place: idea.place?.name,
      trial: [idea.trial?.hypothesis, idea.trial?.place, idea.trial?.learned].filter(Boolean).join('\n'),
    },
    idea.attachments,
  );

/** A reach as a form holds it. */
export const readReach = (value: string): IdeaReach | undefined => IDEA_REACHES.find((reach) => reach === value);
