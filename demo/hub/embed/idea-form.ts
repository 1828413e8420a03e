import { IDEA_REACHES } from '../../../src/model/idea.ts';
import type { Hub } from '../hub.ts';
import { html, type Html } from '../sign-in/page/html.ts';
import { EMBED_WORDS } from './embed-words.ts';
import { askedFields, isRequired, type FormErrors, type FormField, type FormValues } from './form-fields.ts';
import { FORM_WORDS } from './form-words.ts';

/** A form on the hub's own page, for readers without scripts. */
export interface IdeaFormLook {
  readonly hub: Pick<Hub, 'config'>;
  readonly lang: 'de' | 'en';
  readonly root: string;
  /** Address of this page, for those whose frame lets no form through. */
  readonly address: string;
}

const NO_ERRORS: FormErrors = new Map();
const LONG: readonly FormField[] = ['problem', 'summary', 'body'];
const actionOf = ({ root }: IdeaFormLook): string => `${root}/embed/idea-submission`;

function renderChoice({ lang }: IdeaFormLook, value: string, attributes: Html): Html {
  const { reaches, reachHints } = EMBED_WORDS[lang];
  return html`${IDEA_REACHES.map(
    (reach, index) =>
      html`<label class="choice"
        ><input type="radio" ${index === 0 && html`id="reach"`} name="reach" value="${reach}" required ${attributes} ${value === reach && html`checked`} /> ${reaches[reach]}
        <small>${reachHints[reach]}</small></label
      >`,
  )}`;
}

function renderControl(
  look: IdeaFormLook,
  field: FormField,
  value: string,
  described: readonly string[],
  wrong: boolean,
): Html {
  const { organisations } = look.hub.config;
  const words = FORM_WORDS[look.lang];
  const more = html`id="${field}" name="${field}" ${isRequired(field) && html`required`} ${described.length > 0 && html`aria-describedby="${described.join(' ')}"`} ${wrong && html`aria-invalid="true"`}`;
  if (field === 'orgId') {
    return html`<select ${more}>
      <option value="">${words.choose}</option>
      ${organisations.map(({ id, name }) => html`<option value="${id}" ${value === id && html`selected`}>${name}</option>`)}
    </select>`;
  }
  if (LONG.includes(field)) return html`<textarea rows="${field === 'body' ? 6 : 3}" ${more}>${value}</textarea>`;
  return html`<input type="text" ${more} value="${value}" autocomplete="off" />`;
}

function renderField(look: IdeaFormLook, field: FormField, values: FormValues, errors: FormErrors): Html {
  const words = FORM_WORDS[look.lang];
  const error = errors.get(field);
  const hint = words.hints[field];
  const described = [...(hint ? [`${field}-hint`] : []), ...(error ? [`${field}-error`] : [])];
  const label = html`${words.labels[field]}${!isRequired(field) && html` <small>(${words.optional})</small>`}`;
  const notes = html`${hint && html`<p class="hint" id="${field}-hint">${hint}</p>`}
    ${error && html`<p class="error" id="${field}-error">${error}</p>`}`;
  if (field === 'reach') {
    const attributes = html`${described.length > 0 && html`aria-describedby="${described.join(' ')}"`}`;
    return html`<fieldset class="field">
      <legend>${label}</legend>
      ${notes}${renderChoice(look, values.reach, attributes)}
    </fieldset>`;
  }
  return html`<div class="field">
    <label for="${field}">${label}</label>
    ${notes}${renderControl(look, field, values[field], described, error !== undefined)}
  </div>`;
}

/** The form, with what was wrong the last time. */
export function renderIdeaForm(look: IdeaFormLook, values: FormValues, errors: FormErrors = NO_ERRORS): Html {
  const words = FORM_WORDS[look.lang];
  return html`${
    errors.size > 0 &&
    html`<div class="wrong" role="alert">
      <h2>${words.wrong(errors.size)}</h2>
      <ul>
        ${[...errors].map(([field, text]) => html`<li><a href="#${field}">${text}</a></li>`)}
      </ul>
    </div>`
  }
  <form method="post" action="${actionOf(look)}" novalidate>
    <input type="hidden" name="lang" value="${look.lang}" />
    ${askedFields(look.hub).map((field) => renderField(look, field, values, errors))}
    <p class="trap" aria-hidden="true">
      <label>${words.website} <input type="text" name="website" tabindex="-1" autocomplete="off" /></label>
    </p>
    <p class="hint">${words.anonymous}</p>
    <p class="buttons"><button name="step" value="preview">${words.check}</button></p>
  </form>
  <p class="hint stuck">${words.stuck} <a href="${look.address}" target="_blank" rel="noopener">${look.address}</a></p>`;
}

/** What will be sent, and the two ways on. `key` makes that it arrives once however often it is sent. */
export function renderPreview(look: IdeaFormLook, values: FormValues, key: string, website: string): Html {
  const words = FORM_WORDS[look.lang];
  const { reaches } = EMBED_WORDS[look.lang];
  const shown = (field: FormField): string => {
    const value = values[field];
    if (field === 'reach') return IDEA_REACHES.some((reach) => reach === value) ? reaches[value as 'within'] : value;
    return field === 'orgId' ? (look.hub.config.organisations.find(({ id }) => id === value)?.name ?? value) : value;
  };
  const fields = askedFields(look.hub).filter((field) => values[field] !== '');
  return html`<p class="lead">${words.previewLead}</p>
    <dl>
      ${fields.map((field) => html`<dt>${words.labels[field]}</dt><dd>${shown(field)}</dd>`)}
    </dl>
    <form method="post" action="${actionOf(look)}">
      <input type="hidden" name="lang" value="${look.lang}" />
      <input type="hidden" name="key" value="${key}" />
      <input type="hidden" name="website" value="${website}" />
      ${fields.map((field) => html`<input type="hidden" name="${field}" value="${values[field]}" />`)}
      <p class="hint">${words.anonymous}</p>
      <p class="buttons">
        <button name="step" value="send">${words.send}</button>
        <button class="quiet" name="step" value="change">${words.change}</button>
      </p>
    </form>`;
}
