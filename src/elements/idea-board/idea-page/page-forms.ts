import '../../shared/vr-rich-text.define.ts';
import './vr-idea-step.define.ts';
import { html, type TemplateResult } from 'lit';
import { textOf, type FormValues } from '../../../model/form-values.ts';
import type { TransitionInput } from '../../../model/idea-input.ts';
import { IDEA_LIMITS } from '../../../model/idea.ts';
import { stageWord } from '../../shared/idea-stage.ts';
import type { VrFormInputEvent, VrFormSubmitEvent } from '../../shared/form/events.ts';
import type { FormOption, FormSpec } from '../../shared/form/form-fields.ts';
import type { VrIdeaStepEvent } from './events.ts';
import { formKey, type OpenForm, type PageContext } from './page-context.ts';
import { helpAnswerForm, helpAnswerInput, offerForm, offerInput, supportForm, supportInput } from './support-form.ts';
import {
  answerForm,
  answerInput,
  editDifferences,
  editForm,
  editInput,
  noteForm,
  takeOverForm,
  takeOverInput,
  widenForm,
} from './text-forms.ts';
import { readReach, type WidenPreview } from './widen-preview.ts';

/** What the page keeps for its forms. */
export interface FormKeeper {
  readonly widen: WidenPreview;
  readonly draftOf: (key: string) => FormValues | undefined;
  readonly keep: (key: string, values: FormValues) => void;
  /** The form has done its work. */
  readonly close: (key: string) => void;
}

/** The open form of an idea's page. */
export function renderForm(open: OpenForm, context: PageContext, keeper: FormKeeper): TemplateResult {
  const key = formKey(open);
  const { page, words } = context;
  const common = {
    key,
    draft: keeper.draftOf(key),
    busy: page.isBusy(key),
    failure: page.failureOf(key),
    onInput: ({ detail }: VrFormInputEvent): void => keeper.keep(key, detail.values),
    onCancel: (): void => context.toggle(undefined),
  };
  if (open.name === 'step') {
    return html`<div class="form" data-form=${key}>
      <vr-idea-step
        .idea=${context.idea}
        .to=${open.to}
        .people=${peopleOf(context)}
        .find=${finder(context)}
        .draft=${common.draft}
        .busy=${common.busy}
        .failure=${common.failure}
        .timeZone=${context.timeZone}
        .locale=${context.locale}
        .words=${words}
        @vr-idea-step=${({ detail }: VrIdeaStepEvent) => takeStep(detail.input, key, context, keeper)}
        @vr-idea-step-cancel=${common.onCancel}
        @vr-form-input=${common.onInput}
      ></vr-idea-step>
    </div>`;
  }
  const { spec, send } = formOf(open, context, keeper);
  return html`<div class="form" data-form=${key}>
    <vr-form
      .spec=${spec}
      .draft=${common.draft}
      .busy=${common.busy}
      .failure=${common.failure}
      .words=${words}
      @vr-form-submit=${({ detail }: VrFormSubmitEvent) => settle(send(detail.values), key, keeper)}
      @vr-form-cancel=${common.onCancel}
      @vr-form-input=${common.onInput}
    ></vr-form>
  </div>`;
}

interface FormWork {
  readonly spec: FormSpec;
  readonly send: (values: FormValues) => Promise<boolean>;
}

async function settle(sent: Promise<boolean>, key: string, keeper: FormKeeper): Promise<void> {
  if (await sent) keeper.close(key);
}

function formOf(
  open: Exclude<OpenForm, { readonly name: 'step' }>,
  context: PageContext,
  keeper: FormKeeper,
): FormWork {
  const { idea, page, port, words, me, today } = context;
  const key = formKey(open);
  switch (open.name) {
    case 'support':
      return {
        spec: supportForm(idea, words),
        send: (values) => {
          const input = supportInput(idea, values);
          return page.change(key, (to, id) => to.support?.(id, input, page.writing(key, input)), words.support.saved);
        },
      };
    case 'offer':
      return {
        spec: offerForm(idea, words),
        send: (values) => {
          const input = offerInput(values);
          return page.run(key, () => port?.offerHelp?.(idea.id, input, page.writing(key, input)), {
            said: words.help.sent,
            take: (offer) => page.takeOffer(offer),
          });
        },
      };
    case 'help':
      return {
        spec: helpAnswerForm(idea, open.offer.id, open.action, words),
        send: async (values) => {
          const input = helpAnswerInput(values);
          const { action, offer } = open;
          const done = await page.run(key, () => port?.answerHelp?.(offer, action, input, page.writing(key, input)), {
            said: words.help.answered,
            take: (next) => page.takeOffer(next),
          });
          // Who fills a need stands with the idea itself.
          if (done && input.needIndex !== undefined) void page.reload();
          return done;
        },
      };
    case 'answer':
      return {
        spec: answerForm(idea, words),
        send: (values) => sendAnswer(values, key, context, keeper, idea.etag),
      };
    case 'edit':
      return { spec: editForm(idea, words), send: (values) => sendEdit(values, key, context, keeper, idea.etag) };
    case 'widen':
      return {
        spec: {
          ...widenForm(idea, words),
          outro: (values) => keeper.widen.render(readReach(textOf(values, 'reach')), context),
        },
        send: (values) => {
          const input = { reach: readReach(textOf(values, 'reach')) };
          return page.change(
            key,
            (to, id) => to.update?.(id, input, page.writing(key, input, page.idea?.etag)),
            words.widen.saved,
          );
        },
      };
    case 'take-over':
      return { spec: takeOverForm(idea, me, today, words), send: (values) => takeOver(values, key, context) };
    case 'report':
      return {
        spec: noteForm(key, words.moderation.reportReason, words.moderation.reportSend, {
          hint: words.moderation.reportHint,
        }),
        send: (values) => sendReport('idea', idea.id, values, key, context),
      };
    case 'report-comment':
      return {
        spec: noteForm(key, words.talk.reportReason, words.moderation.reportSend, {
          hint: words.moderation.reportHint,
        }),
        send: (values) => sendReport('comment', open.comment.id, values, key, context),
      };
    case 'settle':
      return {
        spec: noteForm(key, words.moderation.settleNote, words.moderation.settleSend),
        send: (values) => {
          const note = textOf(values, 'note');
          return page.change(
            key,
            (to, id) => to.settleReports?.(id, note, page.writing(key, note)),
            words.moderation.settled,
          );
        },
      };
    case 'refuse':
      return {
        spec: noteForm(key, words.pending.refuseReason, words.pending.refuseSend, { grave: true }),
        send: (values) => {
          const input = { accept: false, note: textOf(values, 'note') };
          return page.change(key, (to, id) => to.settle?.(id, input, page.writing(key, input)), words.pending.settled);
        },
      };
    case 'hide-comment':
      return {
        spec: noteForm(key, words.talk.hideReason, words.talk.hideSend, { hint: words.talk.hideHint, grave: true }),
        send: (values) => {
          const reason = textOf(values, 'note');
          return page.run(key, () => port?.moveComment?.(open.comment, 'hide', { reason }, page.writing(key, reason)), {
            said: words.talk.hiddenDone,
            take: (comment) => page.takeComment(comment),
          });
        },
      };
    default:
      // The forms of comments that hold text for others are editors, drawn where the comment stands.
      return { spec: { key, fields: [], submit: '' }, send: () => Promise.resolve(false) };
  }
}

/** Everybody who takes part, with those named on the page first. */
function peopleOf({ idea, page }: PageContext): PageContext['idea']['authors'] {
  const all = [
    ...(idea.patron ? [idea.patron] : []),
    ...(idea.team ?? []),
    ...idea.authors,
    ...page.parts.people.items,
  ];
  return all.filter((each, index) => each.id && all.findIndex(({ id }) => id === each.id) === index);
}

const finder =
  ({ port, idea, words }: PageContext): ((q: string) => Promise<readonly FormOption[]>) =>
  async (q) => {
    const found = (await port?.list({ q, limit: 8 }))?.items ?? [];
    return found
      .filter(({ id }) => id !== idea.id)
      .map((each) => ({
        value: each.id,
        label: each.title,
        hint: [stageWord(each, words), each.orgs[0]?.name].filter(Boolean).join(' · '),
      }));
  };

async function takeStep(input: TransitionInput, key: string, context: PageContext, keeper: FormKeeper): Promise<void> {
  const { page, words } = context;
  const waits = input.to === 'merged' || input.to === 'adopted';
  const done = await page.change(
    key,
    (port, id) => port.transition?.(id, input, page.writing(key, input)),
    waits ? words.step.asked : undefined,
  );
  if (!done) {
    if (page.failureOf(key)?.kind === 'conflict') void page.reload();
    return;
  }
  keeper.close(key);
  if (page.idea && (!waits || !page.idea.pending)) page.say(words.step.done(stageWord(page.idea, words)));
}

async function takeOver(values: FormValues, key: string, context: PageContext): Promise<boolean> {
  const { page, port, idea, me, words, goTo } = context;
  const input = takeOverInput(idea, me, values);
  let id: string | undefined;
  const done = await page.run(key, () => port?.takeOver?.(idea.id, input, page.writing(key, input)), {
    said: words.kin.taken,
    take: (next) => (id = next.id),
  });
  if (done && id) goTo(id);
  return done;
}

const sendReport = (
  type: 'idea' | 'comment',
  id: string,
  values: FormValues,
  key: string,
  { page, port, words }: PageContext,
): Promise<boolean> => {
  const reason = textOf(values, 'note').slice(0, IDEA_LIMITS.note * 2);
  return page.run(key, () => port?.report?.({ type, id }, reason, page.writing(key, reason)), {
    said: words.moderation.reported,
  });
};

async function sendEdit(
  values: FormValues,
  key: string,
  context: PageContext,
  keeper: FormKeeper,
  etag: string | undefined,
): Promise<boolean> {
  const { page, idea, words } = context;
  const input = editInput(idea, values);
  const done = await page.change(
    key,
    (to, id) => to.update?.(id, input, page.writing(key, input, etag)),
    words.edit.saved,
  );
  if (done || page.failureOf(key)?.kind !== 'conflict') return done;
  const theirs = await page.reload();
  if (!theirs) return false;
  page.setConflict({
    form: key,
    rows: editDifferences(theirs, values, words),
    again: () => void settle(sendEdit(values, key, { ...context, idea: theirs }, keeper, theirs.etag), key, keeper),
    give: () => keeper.close(key),
  });
  return false;
}

async function sendAnswer(
  values: FormValues,
  key: string,
  context: PageContext,
  keeper: FormKeeper,
  etag: string | undefined,
): Promise<boolean> {
  const { page, words } = context;
  const input = answerInput(values);
  const done = await page.change(
    key,
    (to, id) => to.answer?.(id, input, page.writing(key, input, etag)),
    words.answer.saved,
  );
  if (done || page.failureOf(key)?.kind !== 'conflict') return done;
  const theirs = await page.reload();
  if (!theirs) return false;
  page.setConflict({
    form: key,
    rows: [{ label: words.answer.text, mine: input.text, theirs: theirs.answer?.text ?? '' }],
    again: () => void settle(sendAnswer(values, key, context, keeper, theirs.etag), key, keeper),
    give: () => keeper.close(key),
  });
  return false;
}
