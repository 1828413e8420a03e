import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { VrEventProgram } from '../../../../src/elements/event-calendar/event-program/vr-event-program.ts';
import {
  ARRANGED,
  BARCAMP,
  campPort,
  STRANGER,
  strangersAccount,
} from '../../../../stories/event-calendar/sample-camp.ts';
import { all, byName, isShown, one } from '../../support/deep.ts';
import { appears, choose, clearStage, putProgram, says } from './support/program-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** The states that a reader can meet, each as a way to get there. */
const STATES: Readonly<Record<string, () => Promise<VrEventProgram>>> = {
  'table with a session opened': async () => {
    const program = await putProgram(BARCAMP, { ideaUrl: '/ideen' });
    await choose(program, 'Bescheide, die man versteht');
    await choose(program, 'Merken: Ein Amt ohne Zettel');
    return program;
  },
  'list, with clashes': async () => {
    const program = await putProgram(BARCAMP, { width: 320 });
    await choose(program, 'Merken: Bescheide, die man versteht');
    await choose(program, 'Merken: Ein Amt ohne Zettel');
    await choose(program, 'Mein Programm (2)');
    await says(program, 'überschneiden sich');
    return program;
  },
  'form with faults, narrow': async () => {
    const program = await putProgram(BARCAMP, { width: 320 });
    await choose(program, 'Session vorschlagen');
    await appears(program, '#title');
    await choose(program, 'Vorschlag einreichen');
    await says(program, 'Bitte geben Sie einen Titel an.');
    return program;
  },
  stranger: () => putProgram({ ...BARCAMP, can: [] }, { me: STRANGER, account: strangersAccount() }),
  'arranging, a conflict asked about': async () => {
    const program = await putProgram(ARRANGED);
    await choose(program, 'Plan ordnen');
    await waitUntil(() => all(program, '[data-pick=sitzungen]').length > 0);
    one(program, '[data-pick=sitzungen]').click();
    (await appears(program, '.spot')).click();
    await says(program, 'Trotzdem eintragen');
    return program;
  },
  'two versions': async () => {
    const port = campPort(BARCAMP);
    const program = await putProgram(BARCAMP, { port });
    await choose(program, 'Offene Daten aus dem Katasteramt');
    port.meddle('daten', { title: 'Katasterdaten für alle' });
    await choose(program, /^Zurückziehen/);
    await choose(program, 'Ja, zurückziehen');
    await says(program, 'Jemand hat diese Session inzwischen geändert');
    return program;
  },
};

describe('accessibility of <vr-event-program>', () => {
  afterEach(async () => {
    clearStage();
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  });

  for (const [state, reach] of Object.entries(STATES)) {
    it(`has no violations: ${state}`, async () => {
      const program = await reach();
      await expect(program).to.be.accessible({ ignoredRules: ['region'] });
      document.documentElement.style.colorScheme = 'dark';
      document.documentElement.style.background = '#111';
      document.documentElement.style.color = '#eee';
      try {
        await expect(program).to.be.accessible({ ignoredRules: ['region'] });
      } finally {
        document.documentElement.removeAttribute('style');
      }
      for (const target of all(program, 'button, a[href], select, input').filter(isShown)) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), target.textContent?.trim()).to.be.at.least(23.5);
      }
      expect(one(program, 'section').scrollWidth).to.be.at.most(Math.ceil(program.clientWidth));
    });
  }

  it('says everything in English where the page is English', async () => {
    document.documentElement.lang = 'en';
    const program = await putProgram(BARCAMP);
    await says(program, 'Proposed sessions');
    await says(program, 'on now');
    await says(program, '10:00–10:45');
    expect(byName(program, 'Propose a session')).to.be.instanceOf(HTMLButtonElement);
  });
});
