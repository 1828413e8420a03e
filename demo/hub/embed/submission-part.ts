import { IDEA_REACHES } from '../../../src/model/idea.ts';
import { html } from '../sign-in/page/html.ts';
import { baseOf } from '../http/base-address.ts';
import { embedPath } from './embed-widgets.ts';
import { readForm } from './form-fields.ts';
import { FORM_WORDS } from './form-words.ts';
import { renderIdeaForm } from './idea-form.ts';
import type { RenderPart } from './part.ts';

/** A plain form that leads the same way as the widget's: nobody's name, and a moderator reads it first. */
export const submissionPart: RenderPart = async ({ hub, request, asked, root }) => {
  const { lang, attributes } = asked;
  const { config, directory } = hub;
  const words = FORM_WORDS[lang];
  if (!config.ideas.anonymous) {
    const back = encodeURIComponent(`${root}${embedPath(asked)}`);
    return {
      body: html`<p>${words.signInNeeded}</p>
        <p><a href="${root}/sign-in?return=${back}">${words.signIn}</a></p>`,
    };
  }
  const reach = attributes.get('reach') ?? '';
  const org = attributes.get('org');
  const values = {
    ...readForm({}),
    orgId: (org && directory.organisation(org)?.id) ?? '',
    reach: IDEA_REACHES.some((known) => known === reach) ? reach : '',
  };
  const address = `${baseOf(hub, request)}${embedPath(asked)}`;
  return { body: renderIdeaForm({ hub, lang, root, address }, values) };
};
