import { aTimeout } from '@open-wc/testing';
import { html, render } from 'lit';
import { framed } from '../../../../stories/support/story-frame.ts';

const stages: HTMLElement[] = [];

/** What a part of the directory has told, in its order. */
export const heard: CustomEvent[] = [];
const EVENTS = ['vr-peer-open', 'vr-contact-open', 'vr-contact-sent', 'vr-contact-close', 'vr-contact-waiting'];

/** Takes everything away again. */
export function clearStage(): void {
  for (const stage of stages.splice(0)) stage.remove();
  heard.splice(0);
  document.documentElement.lang = 'de';
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

/** A part of the directory on a column of that width, with the tokens that its widget gives it. */
export async function putPart<E extends HTMLElement & { readonly updateComplete: Promise<boolean> }>(
  tag: string,
  { width = 800, ...properties }: Partial<E> & { readonly width?: number },
): Promise<E> {
  const stage = document.createElement('div');
  stage.style.inlineSize = `${width}px`;
  document.body.append(stage);
  stages.push(stage);
  const part = document.createElement(tag) as E;
  Object.assign(part, properties);
  for (const name of EVENTS) stage.addEventListener(name, (event) => heard.push(event as CustomEvent));
  render(framed(html`${part}`), stage);
  await part.updateComplete;
  await aTimeout(0);
  return part;
}
