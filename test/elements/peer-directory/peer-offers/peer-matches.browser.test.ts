import { expect } from '@open-wc/testing';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import type { VrPeerMatches } from '../../../../src/elements/peer-directory/peer-offers/vr-peer-matches.ts';
import '../../../../src/elements/peer-directory/peer-offers/vr-peer-matches.define.ts';
import { ROSA, STRANGER } from '../../../../stories/peer-directory/contact-people.ts';
import { offersPort } from '../../../../stories/peer-directory/offers-port.ts';
import { all, one, textOf } from '../../support/deep.ts';
import { choose, says } from '../../idea-board/idea-page/support/page-stage.ts';
import { clearStage, heard, putPart } from '../support/part-stage.ts';

const put = (more: Partial<VrPeerMatches> & { readonly width?: number }): Promise<VrPeerMatches> =>
  putPart<VrPeerMatches>('vr-peer-matches', { me: ROSA, ...more });

describe('<vr-peer-matches>', () => {
  afterEach(clearStage);

  it('says in words why somebody fits, never in figures, and leads to them', async () => {
    const matches = await put({ port: offersPort(), width: 320 });
    await says(matches, 'Passt zu Ihnen: bietet, was Sie suchen: Bürgerbeteiligung');
    await says(matches, 'sucht, was Sie bieten: Leichte Sprache; dasselbe Thema: Prozesse aufnehmen');
    await says(matches, 'Verglichen wird nur, was Sie und andere in ihre Einträge schreiben.');
    expect(textOf(matches)).to.not.match(/\d\s*%|0[.,]\d/);
    expect(all(matches, '.card').map(({ dataset }) => dataset['id'])).to.deep.equal(['mirja', 'henrik', 'ida']);
    await expect(matches).to.be.accessible();
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
    await choose(matches, 'Mirja Feldweg, Eintrag ansehen');
    expect(heard.at(-1)?.detail).to.deep.equal({ id: 'mirja' });
    await choose(one(matches, '[data-id=henrik]'), /^Kontakt anfragen/);
    expect(heard.at(-1)?.detail.peer.id).to.equal('henrik');
    expect(textOf(one(matches, '[data-id=ida]'))).to.not.contain('Kontakt anfragen');
  });

  it('says what to fill in where nobody fits', async () => {
    const nobody = await put({ port: offersPort({ matches: [] }) });
    await says(nobody, 'Je genauer Ihr Eintrag sagt, was Sie können, bieten und suchen');
    await expect(nobody).to.be.accessible();
    const draft = await put({ port: offersPort({ matches: [], profile: { state: 'draft' } }) });
    await says(draft, 'Sagen Sie in Ihrem Eintrag, was Sie können, bieten und suchen.');
  });

  it('says what is loading or failed, tries again, and shows strangers the way in', async () => {
    const loading = await put({ port: { ...offersPort(), matches: () => new Promise<never>(() => undefined) } });
    await says(loading, 'Wer zu Ihnen passt, wird gesucht');
    let dead = true;
    const port = offersPort();
    const matches = port.matches!;
    port.matches = (options) => (dead ? Promise.reject(new BackendError('timeout', 'Planned')) : matches(options));
    const failed = await put({ port });
    await says(failed, 'Die Quelle antwortet gerade nicht.');
    await expect(failed).to.be.accessible();
    dead = false;
    await choose(failed, 'Erneut versuchen');
    await says(failed, 'Mirja Feldweg');
    const stranger = await put({ port: offersPort(), me: STRANGER });
    await says(stranger, 'Eingeloggt sehen Sie, was zu Ihnen passt');
    await expect(stranger).to.be.accessible();
  });
});
