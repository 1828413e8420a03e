import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
// Registers the tag; Angular sets what stands in brackets as properties, objects too.
import '@verwaltungsrebellen/bausteine/elements/vr-event-calendar';
import type { CalendarEvent, VrEventOpenEvent } from '@verwaltungsrebellen/bausteine';
import { backend } from './termine';

@Component({
  selector: 'app-root',
  templateUrl: './app.html',
  // Lets tags with a hyphen stand in the template that are no components of Angular.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
})
export class App {
  protected readonly views = [
    { view: 'agenda', word: 'Liste' },
    { view: 'month', word: 'Monat' },
  ];
  protected readonly backend = backend;
  protected readonly view = signal('agenda');
  protected readonly chosen = signal<CalendarEvent | undefined>(undefined);

  protected onOpen(event: VrEventOpenEvent): void {
    // The app shows the event itself; without this the calendar opens its own dialog.
    event.preventDefault();
    this.chosen.set(event.detail.event);
  }
}
