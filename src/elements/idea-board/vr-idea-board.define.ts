import './vr-idea-list.define.ts';
import { defineElement } from '../../internal/define-element.ts';
import { VrIdeaBoard } from './vr-idea-board.ts';

defineElement('vr-idea-board', VrIdeaBoard);

declare global {
  interface HTMLElementTagNameMap {
    'vr-idea-board': VrIdeaBoard;
  }
}
