import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/backend-error.ts';
import { submissionBackend } from '../../../stories/idea-submission/sample-backends.ts';
import { all, byName, one } from '../support/deep.ts';
import { click, type } from '../support/keys.ts';
import {
  appears,
  clearStage,
  fillTo,
  goOn,
  headed,
  pick,
  picture,
  pressButton,
  putForm,
  says,
} from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

const pdf = (name = 'plan.pdf', text = '%PDF-1.7 ...'): File => new File([text], name, { type: 'application/pdf' });

/** Describes the picture whose field is there. */
async function describePicture(form: Element, text: string): Promise<void> {
  const field = await appears<HTMLInputElement>(form, '.alt input');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
}

describe('files of an idea', () => {
  afterEach(clearStage);

  it('go once a picture is described, and with the idea', async () => {
    const backend = submissionBackend();
    const form = await putForm({ backend });
    await fillTo(form, 'needs');
    await pick(form, picture(), pdf());
    await says(form, 'Wird hochgeladen, sobald das Bild beschrieben ist.');
    await says(form, 'Ist hochgeladen.');
    await goOn(form);
    await says(form, 'Beschreiben Sie in Worten, was auf „regal.png“ zu sehen ist.');
    await describePicture(form, 'Ein leeres Regal');
    await waitUntil(() => all(form, '.file-state').every((state) => state.textContent?.trim() === 'Ist hochgeladen.'));
    await goOn(form);
    await headed('Stimmt alles so?');
    await says(form, 'regal.png: Ein leeres Regal');
    await pressButton(form, 'Idee einreichen');
    await headed('angekommen');
    expect(backend.heard[0]?.input.attachmentIds).to.have.length(2);
  });

  it('are refused in words before anything leaves the device: wrong type whatever the name, too large, empty, too many', async () => {
    let uploads = 0;
    const backend = submissionBackend({
      vocabulary: { attachments: { files: 2, bytes: 1000, mediaTypes: ['image/png', 'application/pdf'] } },
      ideas: {
        attach: () => {
          uploads++;
          return new Promise(() => undefined);
        },
      },
    });
    const form = await putForm({ backend });
    await fillTo(form, 'needs');
    await pick(
      form,
      new File(['<svg onload="alert(1)">'], 'bild.png', { type: 'image/png' }),
      pdf('gross.pdf', `%PDF-${'x'.repeat(2000)}`),
      new File([], 'leer.pdf'),
    );
    await says(form, '„bild.png“ ist keine Datei, die wir annehmen. Möglich sind PNG, PDF.');
    await says(form, '„gross.pdf“ ist zu groß.');
    await says(form, '„leer.pdf“ ist leer.');
    expect(uploads).to.equal(0);
    await pick(form, picture('1.png'), picture('2.png'), picture('3.png'));
    await says(form, '„3.png“ kommt nicht mehr dazu: Möglich sind 2 Dateien.');
    expect(all(form, 'input[type=file]')).to.have.length(0);
  });

  it('show how far they are, can be called off, and leave nothing behind', async () => {
    let aborted = false;
    const backend = submissionBackend({
      ideas: {
        attach: (_file, _details, options) => {
          options?.onProgress?.(0.4);
          options?.signal?.addEventListener('abort', () => (aborted = true));
          return new Promise(() => undefined);
        },
      },
    });
    const form = await putForm({ backend });
    await fillTo(form, 'needs');
    await pick(form, pdf());
    const bar = await appears<HTMLProgressElement>(form, 'progress');
    expect(bar.value).to.equal(40);
    byName(form, 'Hochladen abbrechen: plan.pdf').click();
    await waitUntil(() => all(form, '.file').length === 0);
    expect(aborted).to.equal(true);
  });

  it('wait for the network and go on by themselves, and the idea with them', async () => {
    let tries = 0;
    const base = submissionBackend();
    const backend = {
      ...base,
      ideas: {
        ...base.ideas!,
        attach: (async (...call) => {
          if (++tries === 1) throw new BackendError('offline', 'No network');
          return base.ideas!.attach!(...call);
        }) as NonNullable<NonNullable<typeof base.ideas>['attach']>,
      },
    };
    const form = await putForm({ backend });
    await fillTo(form, 'needs');
    await pick(form, pdf());
    await says(form, 'Das Hochladen ist nicht gelungen. Wir versuchen es weiter.');
    await goOn(form);
    await pressButton(form, 'Idee einreichen');
    await headed('angekommen');
    expect(base.heard[0]?.input.attachmentIds).to.deep.equal(['datei-1']);
  });

  it('are refused in words where the server does not take them, and can be removed', async () => {
    const backend = submissionBackend({
      ideas: {
        attach: async () => {
          throw new BackendError('invalid', 'x', {
            status: 400,
            problem: { fieldErrors: [{ field: 'file', code: 'format' }] },
          });
        },
      },
    });
    const form = await putForm({ backend });
    await fillTo(form, 'needs');
    await pick(form, pdf());
    await says(form, '„plan.pdf“ lässt sich nicht lesen.');
    await goOn(form);
    await says(form, 'Diese Dateien nehmen wir so nicht an.');
    byName(form, 'Entfernen: plan.pdf').click();
    await goOn(form);
    await headed('Stimmt alles so?');
  });

  it('can be dropped and pasted', async () => {
    const form = await putForm();
    await fillTo(form, 'needs');
    const transfer = new DataTransfer();
    transfer.items.add(pdf('gezogen.pdf'));
    const zone = await appears(form, '.drop');
    zone.dispatchEvent(new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    expect(zone.classList.contains('over')).to.equal(true);
    zone.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    await says(form, 'gezogen.pdf');
    const copied = new DataTransfer();
    copied.items.add(picture('kopiert.png'));
    one(form, 'form').dispatchEvent(new ClipboardEvent('paste', { clipboardData: copied, bubbles: true }));
    await says(form, 'kopiert.png');
  });

  it('do not move the button that somebody is just pressing', async () => {
    const form = await putForm({ width: 320 });
    await fillTo(form, 'needs');
    await pick(form, picture());
    const field = await appears<HTMLInputElement>(form, '.alt input');
    field.focus();
    await type('Ein leeres Regal');
    await click(one(form, 'button[type=submit]'));
    await headed('Stimmt alles so?');
  });
});
