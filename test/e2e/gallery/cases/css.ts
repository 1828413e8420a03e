import assert from 'node:assert/strict';
import { it } from 'node:test';
import { axeFindings } from '../../support/axe.ts';
import type { Gallery } from '../support/gallery.ts';
import type { GalleryPage } from '../support/gallery-page.ts';
import { looksOf, overflowsOf, sameLooks } from '../support/inside.ts';

const FAMILIES = ['vr-event-calendar', 'vr-idea-board', 'vr-blog-feed', 'vr-idea-submission'] as const;

/** What a page's style sheets, modes and media do. */
export function cssCases(open: () => Gallery): void {
  // In a narrow window, where widgets need what tells them the width of their column, and in a wide one.
  for (const [name, what, width] of [
    ['reset-all', 'takes all looks away', 400],
    ['reset-red', 'wants all text small, red and in capitals', 400],
    ['small-root', 'has a root of 62.5 %', 1280],
    ['kern-css', 'has the rules of a design system', 1280],
  ] as const) {
    it(`${what}: every widget is drawn as without, and works`, () =>
      open().visit(
        name,
        async (page) => {
          const present = await page.drawn(FAMILIES);
          await page.settled(present);
          const looks = await Promise.all(present.map((tag) => looksOf(page.widget(tag))));
          const isHazard = (is: boolean): Promise<void> =>
            page.page.evaluate(
              ([href, disabled]) => {
                const sheet = [...document.styleSheets].find((each) => each.href?.endsWith(href));
                sheet!.disabled = disabled;
              },
              [`/gallery/${name}.css`, !is] as const,
            );
          await isHazard(false);
          for (const [index, tag] of present.entries()) {
            sameLooks(looks[index]!, await looksOf(page.widget(tag)), tag);
          }
          await isHazard(true);
          await page.page.setViewportSize({ width: 1280, height: 900 });
          await page.monthWorks();
          await page.restIsUnharmed();
          await page.fits();
          assert.deepEqual(page.watch.warnings, []);
        },
        { viewport: { width, height: 900 } },
      ));
  }

  it('hands on its colours where its tokens name them', () =>
    open().visit('kern-css', async (page) => {
      const calendar = await page.calendar();
      const pressed = calendar.root.locator('[aria-pressed=true], [aria-current=date] .number').first();
      assert.ok(await pressed.isVisible());
      const accent = await calendar.root.evaluate((element) => {
        const probe = element.shadowRoot!.appendChild(document.createElement('a'));
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
      });
      assert.equal(accent, 'rgb(23, 26, 107)');
    }));

  it('has no doctype: every widget is drawn as on a page of today, tables too', () =>
    open().visit('quirks', async (page) => {
      const widgets = [
        page.widget('vr-event-calendar'),
        page.widget('vr-idea-submission'),
        page.widget('vr-event-calendar', 1),
      ];
      const looks = async (mode: string): Promise<string[][]> => {
        assert.equal(await page.page.evaluate(() => document.compatMode), mode);
        const present = await page.drawn(['vr-event-calendar', 'vr-idea-submission']);
        await widgets[2]!.scrollIntoViewIfNeeded();
        await widgets[2]!.getByRole('table').first().waitFor();
        await page.settled(present);
        return Promise.all(widgets.map((widget) => looksOf(widget)));
      };
      const old = await looks('BackCompat');
      await page.monthWorks();
      await page.restIsUnharmed();
      await page.page.route('**/gallery/quirks', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `<!doctype html>${await response.text()}` });
      });
      await page.page.reload();
      for (const [index, wanted] of (await looks('CSS1Compat')).entries())
        sameLooks(old[index]!, wanted, `widget ${index + 1}`);
    }));

  it('reads from right to left: columns, arrows and keys follow, also when it turns around', () =>
    open().visit('rtl', async (page) => {
      await page.drawn(FAMILIES);
      const calendar = await page.calendar();
      const isMirrored = (): Promise<readonly boolean[]> =>
        calendar.root.evaluate((root) => {
          const inMonth = root.shadowRoot!.querySelector('vr-event-month')!.shadowRoot!;
          const [monday, tuesday] = [...inMonth.querySelectorAll('[role=columnheader]')].map(
            (cell) => cell.getBoundingClientRect().left,
          );
          const arrow = root.shadowRoot!.querySelector('.mirrored')!;
          return [tuesday! < monday!, getComputedStyle(arrow).scale.startsWith('-1')];
        });
      const dayAfter = async (key: string): Promise<string | null> => {
        await calendar.standing.focus();
        await page.page.keyboard.press(key);
        return calendar.standing.getAttribute('data-day');
      };
      for (const tag of FAMILIES) assert.deepEqual(await overflowsOf(page.widget(tag)), [], tag);
      await page.fits();
      assert.deepEqual(await isMirrored(), [true, true]);
      assert.equal(await dayAfter('ArrowLeft'), '2026-06-16', 'left is the next day');
      await page.page.getByRole('button', { name: 'Richtung umdrehen' }).click();
      assert.deepEqual(await isMirrored(), [false, false]);
      assert.equal(await dayAfter('ArrowRight'), '2026-06-17');
      await page.boardWorks();
      await page.restIsUnharmed();
    }));

  it('has a column of 240 px on a wide screen: all stays in it and works', () =>
    open().visit(
      'narrow-column',
      async (page) => {
        await page.settled(await page.drawn(FAMILIES));
        const looks = await Promise.all(FAMILIES.map((tag) => looksOf(page.widget(tag))));
        // The column stays as it is: a widget that measured the screen would be drawn otherwise.
        await page.page.setViewportSize({ width: 320, height: 900 });
        for (const [index, tag] of FAMILIES.entries()) sameLooks(await looksOf(page.widget(tag)), looks[index]!, tag);
        await page.page.setViewportSize({ width: 1440, height: 900 });
        for (const tag of FAMILIES) assert.deepEqual(await overflowsOf(page.widget(tag)), [], tag);
        const calendar = await page.calendar();
        await calendar.day('2026-06-16').click();
        await calendar.root.locator('vr-event-agenda').first().waitFor();
        await page.listWorks(page.widget('vr-event-calendar', 1));
        await page.boardWorks();
        await page.formWorks();
        await page.fits();
        assert.deepEqual(await axeFindings(page.page), []);
      },
      { viewport: { width: 1440, height: 900 } },
    ));

  it('is enlarged to 400 % with wide spacing: one direction of reading, nothing cut', () =>
    open().visit(
      'zoom',
      async (page) => {
        await page.page.getByRole('button', { name: 'Textabstände weiten' }).click();
        await page.drawn(FAMILIES);
        for (const tag of FAMILIES) {
          const widget = page.widget(tag);
          assert.deepEqual(await overflowsOf(widget), [], tag);
          const spacing = await widget.evaluate((element) => parseFloat(getComputedStyle(element).letterSpacing));
          assert.ok(spacing > 1.5, `${tag} takes the reader's spacing`);
        }
        await page.fits();
        await page.boardWorks();
        await page.fits();
        await page.formWorks();
        await page.restIsUnharmed();
      },
      { viewport: { width: 320, height: 256 } },
    ));

  it('is shown in forced colours: what is chosen, pressed and bordered is told by more than a surface', () =>
    open().visit(
      'forced-colours',
      async (page) => {
        await page.drawn(FAMILIES);
        const bare = await page.page.evaluate(() => {
          const { deepElements } = globalThis as unknown as { deepElements(root: Element): HTMLElement[] };
          const chosen =
            '[aria-pressed=true],[aria-selected=true],[aria-current],.button.primary,input,select,textarea';
          return deepElements(document.body)
            .filter((element) => element.matches(chosen) && element.checkVisibility())
            .filter((element) => {
              const style = getComputedStyle(element);
              const drawn = (width: string, kind: string): boolean => parseFloat(width) > 0 && kind !== 'none';
              const parts = [element, ...element.querySelectorAll('*')].map((part) => getComputedStyle(part));
              return !(
                parts.some(
                  (part) =>
                    drawn(part.borderBlockEndWidth, part.borderBlockEndStyle) ||
                    drawn(part.outlineWidth, part.outlineStyle) ||
                    part.forcedColorAdjust === 'none' ||
                    part.textDecorationLine !== 'none',
                ) ||
                (element.matches('[type=checkbox], [type=radio]') && style.appearance !== 'none')
              );
            })
            .map((element) => `${element.localName}.${element.className}`);
        });
        assert.deepEqual(bare, []);
        assert.deepEqual(await axeFindings(page.page), []);
        await page.monthWorks();
      },
      { forcedColors: 'active' },
    ));

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is light and dark in parts, on a ${colorScheme} system: each widget fits its place`, () =>
      open().visit(
        'dark-mismatch',
        async (page) => {
          await page.drawn(['vr-event-calendar', 'vr-idea-board', 'vr-idea-submission']);
          assert.deepEqual(await axeFindings(page.page), []);
          const fieldOf = (tag: string): Promise<number> =>
            page
              .widget(tag)
              .locator('input, textarea')
              .first()
              .evaluate((field) => {
                const canvas = document.createElement('canvas').getContext('2d')!;
                canvas.fillStyle = getComputedStyle(field).backgroundColor;
                canvas.fillRect(0, 0, 1, 1);
                return canvas.getImageData(0, 0, 1, 1).data[1]!;
              });
          assert.ok((await fieldOf('vr-event-calendar')) > 200, 'light fields on the light page');
          assert.ok((await fieldOf('vr-idea-board')) < 80, 'dark fields in the dark area');
          assert.ok((await fieldOf('vr-idea-submission')) < 80, 'dark fields by theme');
          const calendar = await page.calendar();
          await calendar.event('Abläufe malen').click();
          await page.dialogWorks(calendar);
        },
        { colorScheme },
      ));
  }

  it('is printed: every event is a row, nothing is behind a scroll bar, no button is left', () =>
    open().visit('print', async (page) => {
      await page.drawn(['vr-event-calendar', 'vr-idea-board']);
      await page.calendar(page.widget('vr-event-calendar', 1));
      const list = await page.calendar(page.widget('vr-event-calendar', 2));
      const shown = await list.titles.count();
      assert.ok(shown <= 5, 'a short list on the screen');
      const rows = await printed(page);
      assert.ok(rows.list > shown, `all ${rows.list} rows of the list`);
      assert.deepEqual(rows.cut, []);
      assert.deepEqual(rows.buttons, []);
      assert.ok(rows.months > 5, `${rows.months} rows in place of the month`);
      assert.ok(rows.week > 0, `${rows.week} rows in place of the week`);
    }));
}

interface Printed {
  readonly list: number;
  readonly months: number;
  readonly week: number;
  /** Parts that hide some of their contents. */
  readonly cut: readonly string[];
  readonly buttons: readonly string[];
}

/** The page as paper gets it. */
async function printed({ page }: GalleryPage): Promise<Printed> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new CustomEvent('beforeprint')));
  await page.locator('vr-event-calendar').first().locator('vr-event-agenda').first().waitFor();
  const rows = await page.evaluate(() => {
    const { deepElements } = globalThis as unknown as { deepElements(root: Element): HTMLElement[] };
    const calendars = [...document.querySelectorAll('vr-event-calendar')];
    const seen = (root: Element, selector: string): HTMLElement[] =>
      deepElements(root).filter((element) => element.matches(selector) && element.checkVisibility());
    const count = (root: Element | undefined): number => (root ? seen(root, '.title').length : 0);
    const all = [...calendars, ...document.querySelectorAll('vr-idea-board')].flatMap((root) => deepElements(root));
    const hidden = (element: HTMLElement): boolean =>
      getComputedStyle(element).overflowY !== 'visible' &&
      getComputedStyle(element).clipPath === 'none' &&
      element.scrollHeight > element.clientHeight + 2;
    return {
      week: count(calendars[0]),
      months: count(calendars[1]),
      list: count(calendars[2]),
      cut: all.filter((element) => element.checkVisibility() && hidden(element)).map((each) => each.className),
      buttons: all
        .filter((each) => each.matches('.button, input, select') && each.checkVisibility())
        .map((each) => each.textContent.trim()),
    };
  });
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new CustomEvent('afterprint')));
  return rows;
}
