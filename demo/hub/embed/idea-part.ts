import type { IdeaSort } from '../../../src/backend/ports.ts';
import { IDEA_SORTS } from '../../../src/backend/ports.ts';
import type { Idea } from '../../../src/model/idea.ts';
import { markdownToHtml } from '../../../src/model/markdown.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import { oneLine } from '../http/characters.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { readChoice } from '../ideas/idea-conditions.ts';
import { listIdeas, type IdeaListQuery } from '../ideas/idea-list.ts';
import { answerIdea, listedIdeas } from '../ideas/idea-mapping.ts';
import { maySeeIdea } from '../ideas/idea-rules.ts';
import { findIdea } from '../ideas/idea-store.ts';
import { html, Html } from '../sign-in/page/html.ts';
import { countOf, embedPath, valuesOf } from './embed-widgets.ts';
import { factLine, type Part, type PartContext, type RenderPart } from './part.ts';

const STRANGER = { caller: ANONYMOUS, headers: {} };

function factsOf({ words, asked }: PartContext, idea: Idea): string {
  const names = idea.anonymous ? [words.unnamed] : idea.authors.map(({ displayName }) => displayName);
  return factLine([
    ...names,
    ...idea.orgs.map(({ name }) => name),
    ...idea.topics.map(({ id, label }) => label[asked.lang] ?? label.de ?? id),
    ...(idea.counts.supports > 0 ? [words.supports(idea.counts.supports)] : []),
  ]);
}

const renderEntry = (context: PartContext, idea: Idea): Html => {
  const { asked, words, root } = context;
  return html`<li class="entry">
    <p class="mark">${words.stages[idea.stage]}</p>
    <h2><a href="${root}${embedPath(asked, { idea: idea.id, after: undefined })}">${oneLine(idea.title)}</a></h2>
    <p lang="${idea.lang}">${idea.summary}</p>
    <p class="facts">${factsOf(context, idea)}</p>
  </li>`;
};

/** One idea with its chapters. */
async function oneIdea(context: PartContext, id: string): Promise<Part> {
  const { hub, asked, words, root } = context;
  const { kysely } = hub.database;
  const row = await findIdea(kysely, id);
  if (!row || !maySeeIdea(ANONYMOUS, row, {})) throw new HttpProblem('not-found');
  const idea = await answerIdea(hub, kysely, STRANGER, row);
  const chapters = (['problem', 'body', 'benefitFor', 'firstStep'] as const).flatMap((name) => {
    const text = idea[name];
    // What people write is Markdown in which HTML is text like any other.
    return text ? [html`<h2>${words.chapters[name]}</h2>${new Html(markdownToHtml(text))}`] : [];
  });
  const open = idea.needs.filter(({ filledBy }) => !filledBy);
  return {
    title: oneLine(idea.title),
    lead: words.stages[idea.stage],
    body: html`<div lang="${idea.lang}">
        <p class="lead">${idea.summary}</p>
        ${chapters}
      </div>
      ${
        open.length > 0 &&
        html`<h2>${words.chapters.needs}</h2>
          <ul>
            ${open.map(({ kind, text }) => html`<li>${words.needs[kind]}${text && `: ${text}`}</li>`)}
          </ul>`
      }
      <p class="facts">${factsOf(context, idea)}</p>
      <p><a href="${root}${embedPath(asked, { idea: undefined })}">${words.allIdeas}</a></p>`,
  };
}

/** The ideas that everybody may see, or one of them. */
export const ideaPart: RenderPart = async (context) => {
  const { hub, asked, words, root } = context;
  const { attributes, after } = asked;
  const { database, directory } = hub;
  const id = attributes.get('idea');
  if (id) return oneIdea(context, id);
  const sort = IDEA_SORTS.find((known): known is IdeaSort => known === attributes.get('sort'));
  const blanks = /\s+/;
  const [stage, reach] = [valuesOf(attributes.get('stage'), blanks), valuesOf(attributes.get('reach'), blanks)];
  const [topic, org] = [valuesOf(attributes.get('topic')), valuesOf(attributes.get('org'))];
  const query: IdeaListQuery = {
    ...(stage && { stage }),
    ...(reach && { reach }),
    ...(topic && { topic }),
    ...(org && { org }),
    limit: countOf(attributes.get('limit'), 50, 20),
    ...(sort && { sort }),
    ...(after && { cursor: after }),
  };
  const chosen = readChoice(query, directory);
  const { rows, nextCursor } = await listIdeas(database.kysely, ANONYMOUS, query, chosen, undefined, 0);
  const ideas = await listedIdeas(hub, database.kysely, STRANGER, rows);
  return {
    body: html`${ideas.length === 0 && html`<p>${words.none.ideas}</p>`}
      ${
        ideas.length > 0 &&
        html`<ul class="entries">
        ${ideas.map((idea) => renderEntry(context, idea))}
      </ul>`
      }
      ${nextCursor !== null && html`<p><a href="${root}${embedPath(asked, { after: nextCursor })}">${words.more}</a></p>`}`,
    links: [{ href: `${root}/ideas.atom`, text: words.feed }],
  };
};
