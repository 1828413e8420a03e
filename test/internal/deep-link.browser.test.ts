import { expect } from '@open-wc/testing';
import { eventLink, ideaLink, linkedEvent, linkedIdea, writeIdeaLink } from '../../src/internal/deep-link.ts';

const put = (fragment: string): void => history.replaceState(null, '', location.pathname + location.search + fragment);

describe("what the page's address names", () => {
  afterEach(() => put(''));

  it('is an idea or an event, whatever characters its id has', () => {
    put(new URL(ideaLink('a/b&c=ü')).hash);
    expect(linkedIdea()).to.deep.equal({ id: 'a/b&c=ü' });
    expect(linkedEvent()).to.equal(undefined);
    put(new URL(eventLink('a@b')).hash);
    expect(linkedEvent()).to.equal('a@b');
    expect(linkedIdea()).to.equal(undefined);
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
