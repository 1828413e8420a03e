import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { axeFindings } from './support/axe.ts';
import { launch, type Opened } from './support/browser.ts';
import { onEachDatabase } from './support/databases.ts';
import type { DemoHub } from './support/demo-hub.ts';
import { Reader } from './support/reader.ts';

const DAY = 86_400_000;
/** A plain date some days from now. */
const inDays = (count: number): string => new Date(Date.now() + count * DAY).toISOString().slice(0, 10);
const TITLE = 'Warnwesten mit Taschen für den Winterdienst';

/** Chooses the option that holds the words, once it is there. */
async function chooseBy(select: Locator, words: string): Promise<void> {
  const option = select.locator('option', { hasText: words }).first();
  await option.waitFor({ state: 'attached' });
  await select.selectOption({ label: (await option.innerText()).trim() });
}

/** Somebody on the start page of the demo: what they see and touch of its ideas. */
class IdeaReader extends Reader {
  readonly form: Locator;
  readonly board: Locator;

  constructor(opened: Opened, origin: string) {
    super(opened, origin);
    this.form = this.page.locator('vr-idea-submission');
    this.board = this.page.locator('vr-idea-board');
  }

  static async open(browser: Browser, origin: string, person?: string, width?: number): Promise<IdeaReader> {
    return new IdeaReader(await Reader.begin(browser, origin, { person, width }), origin);
  }

  override async visit(address?: string): Promise<void> {
    await super.visit(address);
    await this.board.scrollIntoViewIfNeeded();
  }

  /** The page of the idea, opened by its address, as a mail or a colleague passes it on. */
  async openIdea(address: string): Promise<void> {
    await this.visit(address);
    await this.board.getByRole('heading', { name: TITLE }).waitFor();
  }

  /** Takes a step: the button that opens its form, what it asks for, the button that sends it. */
  async step(open: string, send: string, fill: () => Promise<unknown>, stage: string): Promise<void> {
    await this.board.getByRole('button', { name: open, exact: true }).first().click();
    const step = this.board.locator('vr-idea-step');
    await step.waitFor();
    await fill();
    await step.getByRole('button', { name: send }).click();
    await this.stage(stage);
  }

  field(label: string): Locator {
    return this.board.locator('vr-idea-step').getByLabel(label).first();
  }

  async stage(label: string): Promise<void> {
    await this.board
      .locator('vr-idea-page [part~="stage"], vr-idea-page .stage')
      .filter({ hasText: label })
      .first()
      .waitFor();
  }
}

onEachDatabase(
  'an idea on its whole way',
  (start) => {
    let hub: DemoHub;
    let browser: Browser;
    let worker: IdeaReader;
    let moderator: IdeaReader;
    let colleague: IdeaReader;
    let privateLink = '';
    let address = '';

    before(async () => {
      hub = await start();
      browser = await launch();
      worker = await IdeaReader.open(browser, hub.origin, undefined, 320);
      moderator = await IdeaReader.open(browser, hub.origin, 'ayla-mutig');
      colleague = await IdeaReader.open(browser, hub.origin, 'mirja-feldweg');
    });
    after(async () => {
      await browser?.close();
      await hub?.close();
    });

    it('lets a worker of the depot submit an idea without a name, over a network that fails twice', async () => {
      const { page, form } = worker;
      await worker.visit();
      let failures = 0;
      await page.route('**/api/v1/ideas', async (route) => {
        if (route.request().method() !== 'POST' || failures >= 2) return route.continue();
        failures += 1;
        // Once before the request has arrived, once after: the hub has the idea and nobody knows.
        if (failures === 2) await route.fetch();
        await route.abort('connectionreset');
      });
      await form.scrollIntoViewIfNeeded();
      await form.getByLabel('Beschreiben Sie das Problem').fill('Im Winterdienst passt nichts in die Westen.');
      await form.getByRole('button', { name: 'Weiter zu Ihrer Idee' }).click();
      await form.getByLabel('Titel').fill(TITLE);
      await form.getByLabel('Kurz gesagt').fill('Westen mit zwei Taschen, damit Handschuhe und Funkgerät mitkommen.');
      await form.getByRole('button', { name: 'Weiter zu Nutzen und Ort' }).click();
      await form.getByLabel('Für welche Verwaltung?').selectOption({ label: 'Stadt Lindenhafen' });
      await form.getByLabel('Mit der Zivilgesellschaft').check();
      await form.getByRole('button', { name: 'Weiter zu dem, was Sie brauchen' }).click();
      await form.getByLabel('Recht', { exact: true }).check();
      assert.deepEqual(await axeFindings(page), []);
      await form.getByRole('button', { name: 'Weiter zur Vorschau' }).click();
      await form.getByRole('button', { name: 'Idee einreichen' }).click();
      await form.getByText('Wartet auf Netz').waitFor();
      await form.getByRole('heading', { name: 'Ihre Idee ist angekommen' }).waitFor({ timeout: 60_000 });
      assert.equal(failures, 2);
      privateLink = await form.getByLabel('Privater Link').inputValue();
      const { hash } = new URL(privateLink);
      address = `/${hash.replace(/&.*$/, '')}`;
      assert.match(hash, /^#vr-idea=[\w-]+&vr-secret=[\w-]{40,}$/);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    });

    it('shows it to moderators alone, who ask back', async () => {
      await colleague.visit(address);
      await colleague.board.getByText('nicht zu sehen').first().waitFor();
      await moderator.visit();
      const { board } = moderator;
      await board.getByRole('button', { name: /^Zu prüfen/ }).click();
      assert.equal(await board.getByText(TITLE).count(), 1, 'one idea, though it was sent three times');
      await board.getByText(TITLE).click();
      await board.getByRole('heading', { name: TITLE }).waitFor();
      await moderator.step(
        'Rückfrage stellen',
        'Frage senden',
        () => moderator.field('Ihre Frage').fill('Für wie viele Menschen wären die Westen?'),
        'Rückfrage',
      );
    });

    it('lets the worker answer by the private link, and the moderator release the idea', async () => {
      await worker.visit(privateLink);
      const { form } = worker;
      await form.getByText('Für wie viele Menschen wären die Westen?').waitFor();
      await form.getByLabel('Ihre Antwort').fill('Wir sind achtzehn.');
      await form.getByRole('button', { name: 'Antworten und erneut einreichen' }).click();
      await form.getByText('Ihre Antwort ist angekommen').waitFor();
      await moderator.openIdea(address);
      await moderator.board.getByText('Wir sind achtzehn.').first().waitFor();
      await moderator.step('Freigeben', 'Freigeben', () => Promise.resolve(), 'Sucht Unterstützung');
    });

    it('gathers a colleague of another administration, who has the same problem and two hours for the law', async () => {
      await colleague.openIdea(address);
      const { board } = colleague;
      await board.getByRole('button', { name: /^Haben wir auch/ }).click();
      await board.locator('vr-idea-page').getByText('1 Verwaltung hat dasselbe Problem').first().waitFor();
      await board.getByRole('button', { name: 'Hilfe anbieten' }).first().click();
      const offer = board.locator('vr-form');
      await offer.getByLabel('Recht', { exact: true }).check();
      await offer.getByLabel('zwei bis fünf Stunden').check();
      await offer.getByLabel('Was genau?').fill('Ich prüfe die Vorschriften zur Schutzkleidung.');
      await offer.getByRole('button', { name: 'Hilfe anbieten' }).click();
      await board.getByText('Ihr Angebot ist angekommen').first().waitFor();
    });

    it('forms a team, tries, evaluates with numbers, takes it into everyday work and documents', async () => {
      await worker.openIdea(privateLink);
      const { board } = worker;
      await board.getByText('Ich prüfe die Vorschriften').waitFor();
      await board.getByRole('button', { name: 'Annehmen' }).click();
      await board.locator('vr-form').getByRole('button', { name: 'Angebot annehmen' }).click();
      await board.getByText('angenommen').first().waitFor();
      await worker.step(
        'Team bilden',
        'Team bilden',
        () => chooseBy(worker.field('Patin oder Pate'), 'Mirja Feldweg'),
        'Team bildet sich',
      );
      await worker.step(
        'Versuch beginnen',
        'Versuch beginnen',
        async () => {
          await worker.field('Woran merken Sie, dass es hilft?').fill('Niemand muss mehr zum Wagen zurück.');
          await worker.field('Wo wird ausprobiert?').fill('Bauhof Nord');
          await worker.field('Beginn').fill(inDays(1));
          await worker.field('Letzter Tag').fill(inDays(40));
          await worker.field('Was').fill('Wege zum Wagen');
          await worker.field('Einheit').fill('am Tag');
          await worker.field('Vorher').fill('40');
        },
        'Wird ausprobiert',
      );
      await worker.step(
        'Versuch auswerten',
        'Auswertung veröffentlichen',
        async () => {
          await worker.field('Funktioniert').check();
          await worker.field('Was haben Sie gelernt?').fill('Zwei Taschen genügen. Reißverschlüsse frieren zu.');
          await worker.field('Nachher').fill('6');
        },
        'Ausgewertet',
      );
      await worker.board.getByRole('img', { name: /Wege zum Wagen: vorher 40.*nachher 6/ }).waitFor();
      await worker.board.getByRole('button', { name: 'In den Alltag übernehmen' }).first().click();
      await worker.field('Wer kümmert sich im Alltag darum?').fill('Bauhof Nord, Lager');
      await worker.field('Welcher Aufwand bleibt?').fill('Eine Bestellung im Jahr.');
      await worker.board.locator('vr-idea-step').getByRole('button', { name: 'Bestätigung erbitten' }).click();
      await worker.board.getByText('Wartet auf Zustimmung').first().waitFor();

      await moderator.openIdea(address);
      await moderator.board.getByRole('button', { name: 'Bestätigen' }).click();
      await moderator.stage('Im Alltag angekommen');

      await worker.openIdea(privateLink);
      await worker.step(
        'Praxis dokumentieren',
        'Praxis veröffentlichen',
        async () => {
          await worker
            .field('Schritt für Schritt')
            .fill('Westen vergleichen\nFünf zur Probe bestellen\nNach zwei Wochen fragen');
          await chooseBy(worker.field('Ansprechperson'), 'Mirja Feldweg');
        },
        'Praxis dokumentiert',
      );
      assert.deepEqual(await axeFindings(worker.page), []);
    });

    it('is taken over by a third administration, and both show where it comes from and goes to', async () => {
      const third = await IdeaReader.open(browser, hub.origin, 'cem-brueckenbauer');
      await third.openIdea(address);
      const { board } = third;
      await board.getByRole('button', { name: 'Bei uns übernehmen' }).click();
      const form = board.locator('vr-form');
      await form.getByLabel('Woran merken Sie, dass es hilft?').fill('Weniger Wege im Grünflächenamt.');
      await form.getByLabel('Wo wird ausprobiert?').fill('Grünflächenamt');
      await form.getByLabel('Beginn').fill(inDays(7));
      await form.getByLabel('Letzter Tag').fill(inDays(90));
      await form.getByRole('button', { name: 'Idee übernehmen' }).click();
      await third.stage('Wird ausprobiert');
      await board.locator('vr-idea-page').getByText('Übernommen von').first().waitFor();
      await third.openIdea(address);
      await third.stage('Wird übernommen');
      await board.locator('vr-idea-page').getByText('Stadt Brückfurt').first().waitFor();
      await third.close();
    });

    it('tells the colleague what has happened', async () => {
      await colleague.visit();
      await colleague.board.getByRole('button', { name: /^Neu für Sie/ }).click();
      await colleague.board.getByText(TITLE).first().waitFor();
      assert.deepEqual(await axeFindings(colleague.page), []);
    });

    it('needs nothing that the strict policy of the pages forbids, and asks nobody else', () => {
      for (const reader of [worker, moderator, colleague]) assert.deepEqual(reader.trouble, []);
    });
  },
  { clock: Date.now },
);
