import { expect } from '@open-wc/testing';
import type { IdeaComment } from '../../../../src/model/idea-participation.ts';
import type { Idea } from '../../../../src/model/idea.ts';
import { HOSTILE_IDEA, OFFERS, OPEN_IDEA, PRACTICE_IDEA } from '../../../../stories/idea-board/page-ideas.ts';
import { portOf } from '../../../../stories/idea-board/page-ports.ts';
import { all, textOf } from '../../support/deep.ts';
import { loadPayloads, PAYLOADS_MISSING } from '../../shared/support/payloads.ts';
import { clearStage, putPage, says } from './support/page-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

const payloads = await loadPayloads('../../../../../');

/** What must not be on a page that strangers wrote into. */
function faults(root: Element): string[] {
  return all(root, '*').flatMap((element) => {
    const found = /^(script|iframe|object|embed|form\[action\]|style|link|meta|base)$/.test(element.localName)
      ? [`<${element.localName}>`]
      : [];
    for (const { name, value } of [...element.attributes]) {
      if (/^on/.test(name) || name === 'style') found.push(`${name}="${value}"`);
      if (/^(href|src|action|formaction|xlink:href)$/.test(name)) {
        const url = new URL(value, location.href);
        if (!/^(https?|mailto|blob):$/.test(url.protocol) && !value.startsWith('data:image/png'))
          found.push(`${name}=${value}`);
      }
    }
    return found;
  });
}

/** An idea with one text in every field. */
const everywhere = (text: string): Idea => ({
  ...PRACTICE_IDEA,
  title: text,
  summary: text,
  problem: text,
  body: text,
  benefitFor: text,
  firstStep: text,
  unit: text,
  url: text,
  question: text,
  reason: text,
  stageLabel: text,
  tags: [text],
  topics: [{ id: text, label: { de: text } }],
  place: { name: text },
  orgs: [{ name: text, url: text }],
  authors: [{ displayName: text }],
  usefulTo: [{ name: text }],
  patron: { displayName: text, org: { name: text } },
  team: [{ displayName: text }],
  needs: [{ kind: 'legal', text, filledBy: { displayName: text } }],
  answer: { text, by: { displayName: text }, at: text, promisedFor: text },
  attachments: [
    { id: text, url: text, mediaType: 'image/png', fileName: text, bytes: 1, alt: text },
    { id: 'f', url: text, mediaType: text, fileName: text, bytes: Number.NaN },
  ],
  trial: {
    hypothesis: text,
    place: text,
    start: text,
    end: text,
    learned: text,
    result: 'works',
    indicators: [{ name: text, unit: text, before: 1, after: 2 }],
  },
  practice: {
    url: text,
    checklist: [text],
    effort: text,
    legalBasis: text,
    cost: text,
    licence: text,
    contact: { displayName: text },
  },
  links: { adaptedFrom: { id: text, title: text }, adaptations: [{ id: text, title: text, org: { name: text } }] },
  history: [{ at: text, action: text, note: text, by: { displayName: text } }],
  can: ['comment'],
});

const commentOf = (text: string, index: number): IdeaComment => ({
  id: `c${index}`,
  ideaId: 'x',
  kind: 'comment',
  body: text,
  author: { displayName: text },
  mentions: [{ displayName: text }],
  state: 'visible',
  createdAt: text,
  can: [],
});

describe('<vr-idea-page> with what strangers wrote', () => {
  afterEach(clearStage);

  it('shows markup as text, and links to nowhere as their words', async () => {
    const page = await putPage(HOSTILE_IDEA);
    await says(page, '<script>alert(1)</script>klick fett');
    expect(faults(page)).to.deep.equal([]);
    expect(textOf(page)).not.to.match(/Infinity|NaN|Invalid Date|undefined/);
  });

  it('shows no picture that could be a document, only a file to open', async () => {
    const page = await putPage(HOSTILE_IDEA);
    expect(all(page, 'img')).to.have.length(0);
    await says(page, 'x.svg');
  });

  if (payloads.length === 0) it.skip(`lets no payload run (${PAYLOADS_MISSING})`);
  else {
    it(`lets none of ${payloads.length} payloads run or stay, in any field`, async () => {
      const ran: string[] = [];
      const { alert, prompt, confirm } = window;
      window.alert =
        window.prompt =
        window.confirm =
          (text?: unknown) => {
            ran.push(String(text));
            return null as never;
          };
      const { href } = location;
      try {
        const page = await putPage(OPEN_IDEA);
        for (let at = 0; at < payloads.length; at += 32) {
          const some = payloads.slice(at, at + 32).map(({ payload }) => payload);
          const idea: Idea = { ...everywhere(some.join('\n\n')), id: `x${at}` };
          page.idea = idea;
          page.port = portOf(idea, {
            comments: some.map(commentOf),
            offers: OFFERS.map((offer) => ({ ...offer, text: some[0], thanks: some[1] })),
          });
          await page.updateComplete;
          await waitUntil(() => all(page, '.comment').length === some.length, 'comments are there');
          for (const text of all(page, 'vr-rich-text'))
            await (text as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
          await new Promise((resolve) => requestAnimationFrame(resolve));
          expect(faults(page), some.join('\n')).to.deep.equal([]);
        }
        expect(ran).to.deep.equal([]);
        expect(location.href).to.equal(href);
      } finally {
        Object.assign(window, { alert, prompt, confirm });
      }
    }).timeout(120_000);
  }
});
