import { expect } from '@open-wc/testing';
import { ideaLink, linkedIdea, writeIdeaLink } from '../../src/internal/deep-link.ts';
import {
  eventLink,
  isOffersLinked,
  linkedEvent,
  linkedNewImpulse,
  newImpulseLink,
  offersLink,
} from '../../src/internal/event-link.ts';
import { takeNewIdeaLink, newIdeaLink } from '../../src/internal/new-idea-link.ts';

const put = (fragment: string): void => history.replaceState(null, '', location.pathname + location.search + fragment);

describe("what the page's address names", () => {
  afterEach(() => put(''));

  it('is an idea or an event, whatever characters its id has', () => {
    put(new URL(ideaLink('a/b&c=ü')).hash);
    expect(linkedIdea()).to.deep.equal({ id: 'a/b&c=ü' });
    expect(linkedEvent()).to.equal(undefined);
    put(new URL(eventLink('a@b')).hash);
    expect(linkedEvent()).to.deep.equal({ uid: 'a@b' });
    expect(linkedIdea()).to.equal(undefined);
  });

  it('is one date of a series', () => {
    put(new URL(eventLink('a', '2026-03-12T13:00:00Z')).hash);
    expect(linkedEvent()).to.deep.equal({ uid: 'a', recurrenceId: '2026-03-12T13:00:00Z' });
  });

  it('is an idea or an impulse that begins, with what it comes from', () => {
    const idea = { title: 'Was & wie?', summary: 'a=b&vr-x=c', eventId: 'evt 1', sessionId: 's/1' };
    put(new URL(newIdeaLink(idea)).hash);
    expect(takeNewIdeaLink()).to.deep.equal(idea);
    expect(newIdeaLink({ title: 'x' }, '/ideen?a=1#b')).to.equal('/ideen?a=1#vr-new-idea=x');
    put(new URL(newImpulseLink('Ich zeige, wie …')).hash);
    expect(linkedNewImpulse()).to.equal('Ich zeige, wie …');
    expect(isOffersLinked()).to.equal(true);
    put(new URL(offersLink()).hash);
    expect(isOffersLinked()).to.equal(true);
    expect(takeNewIdeaLink()).to.equal(undefined);
  });

  it('carries the secret of a private link, and keeps it while the idea is open', () => {
    put(new URL(ideaLink('i1', 'geheim&1')).hash);
    expect(linkedIdea()).to.deep.equal({ id: 'i1', secret: 'geheim&1' });
    writeIdeaLink('i1');
    expect(linkedIdea()?.secret).to.equal('geheim&1');
    writeIdeaLink('i2');
    expect(linkedIdea()).to.deep.equal({ id: 'i2' });
  });

  it('is left alone where the page uses the fragment for itself, or it cannot be read', () => {
    put('#kapitel-2');
    writeIdeaLink('i1');
    expect(location.hash).to.equal('#kapitel-2');
    put('#vr-idea=%E0%A4%A');
    expect(linkedIdea()).to.equal(undefined);
  });
});
