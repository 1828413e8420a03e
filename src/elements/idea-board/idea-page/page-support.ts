import { html, nothing, type TemplateResult } from 'lit';
import { SUPPORT_LEVELS, type IdeaSupport, type SupportLevel } from '../../../model/idea-participation.ts';
import { withSupport } from '../../../model/support-ahead.ts';
import { icon } from '../../shared/icons.ts';
import { opener, partState, person, section } from './page-bits.ts';
import type { PageContext } from './page-context.ts';
import { PAGE_ICONS } from './page-icons.ts';

/** Who supports the idea and in what way; the reader's own support. */
export function renderSupport(context: PageContext, onLeave: () => void): TemplateResult {
  const { idea, words, may } = context;
  const { support } = words;
  const { usefulHere, supports, joins } = idea.counts;
  const named = (idea.usefulTo ?? []).map(({ name }) => name);
  return section(
    'support',
    support.title,
    context,
    html`
      ${
        usefulHere > 0
          ? html`<p class="strong">
              ${support.usefulHere(usefulHere)}${
                named.length > 0 ? html`<span class="quiet">${named.join(' · ')}</span>` : nothing
              }
            </p>`
          : nothing
      }
      ${
        supports > 0
          ? html`<p>${[support.total(supports), joins > 0 ? support.joins(joins) : ''].filter(Boolean).join(', ')}</p>`
          : html`<p>${may('support') ? support.none : support.noneRead}</p>`
      }
      ${may('support') ? renderOwn(context) : renderSignIn(context, onLeave)}
      ${supports > 0 && context.port?.supports ? renderWho(context) : nothing}
    `,
  );
}

function renderOwn(context: PageContext): TemplateResult {
  const { idea, words } = context;
  const own = idea.me?.support;
  return html`<div class="levels" role="group" aria-label=${words.support.choose}>
      ${SUPPORT_LEVELS.map(
        (level) =>
          html`<button
            type="button"
            class="button level"
            aria-pressed=${own?.level === level}
            aria-describedby="level-${level}"
            @click=${() => chooseLevel(level, context)}
          >
            ${icon(PAGE_ICONS[level])} <span>${words.idea.supportLevels[level]}</span>
            <span class="hint" id="level-${level}">${words.support.hints[level]}</span>
          </button>`,
      )}
    </div>
    ${
      own
        ? html`<p class="quiet">
            ${words.support.shown}: ${words.idea.supportShown[own.shown]}.
            ${own.note ? html`<q>${own.note}</q>` : nothing}
            ${opener({ name: 'support' }, words.support.change, context, 'link')}
          </p>`
        : nothing
    }
    ${context.form({ name: 'support' })}`;
}

/** The chosen level takes the support back when it is chosen again. */
function chooseLevel(level: SupportLevel, { idea, page, words, me }: PageContext): void {
  const own = idea.me?.support;
  const input =
    own?.level === level ? undefined : { level, shown: own?.shown ?? 'name', ...(own?.note && { note: own.note }) };
  void page.ahead(
    'support',
    withSupport(idea, input, me?.person?.org ?? me?.memberships?.[0]?.org),
    (port, id) => port.support?.(id, input, page.writing('support', input)),
    input ? words.support.saved : words.support.withdrawn,
  );
}

/** Strangers are told what signing in would give, where it is possible. */
function renderSignIn({ account, me, words, page }: PageContext, onLeave: () => void): TemplateResult | typeof nothing {
  if (!account?.signIn || me?.anonymous === false) return nothing;
  return html`<p class="quiet">${words.page.signInHint}</p>
    <button
      type="button"
      class="button"
      @click=${() => {
        onLeave();
        void page.run('sign-in', async () => ((await account.signIn?.()) ? page.reload() : undefined));
      }}
    >
      ${words.page.signIn}
    </button>`;
}

function renderWho(context: PageContext): TemplateResult {
  const { page, words, idea } = context;
  const { supports } = page.parts;
  const shown = supports.items.filter((each) => each.person ?? each.org);
  const hidden = Math.max(0, idea.counts.supports - shown.length);
  return html`<details
    @toggle=${(event: Event) => {
      if ((event.target as HTMLDetailsElement).open && supports.state === 'none') void page.load('supports');
    }}
  >
    <summary>${words.support.who}</summary>
    ${partState(supports, words.support.whoFailed, () => void page.load('supports'), context)}
    <ul class="people" role="list">
      ${shown.map((each) => html`<li>${renderSupporter(each, context)}</li>`)}
    </ul>
    ${supports.state === 'ready' && hidden > 0 ? html`<p class="quiet">${words.support.hidden(hidden)}</p>` : nothing}
  </details>`;
}

const renderSupporter = ({ person: who, org, level, note }: IdeaSupport, { words }: PageContext): TemplateResult =>
  html`${who ? person(who) : html`<span class="name">${org?.name}</span>`}
    <span class="quiet">${words.idea.supportLevels[level]}</span>
    ${note ? html`<q>${note}</q>` : nothing}`;
