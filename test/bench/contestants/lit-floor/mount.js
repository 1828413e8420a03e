/**
 * No product, but the control of each run: the least that a month and a list cost with Lit, without spanning bars,
 * toolbar, keyboard, filters or details.
 */
import { LitElement, css, html } from 'lit';

const DAY_MS = 86_400_000;
const WEEK = [0, 1, 2, 3, 4, 5, 6];

class LitFloor extends LitElement {
  static properties = { view: {}, cursor: {}, events: { attribute: false } };
  static styles = css`
    :host {
      height: 100%;
      display: flex;
      flex-direction: column;
      font: 14px system-ui;
    }
    table {
      flex: 1;
      width: 100%;
      table-layout: fixed;
      border-collapse: collapse;
    }
    td {
      border: 1px solid #bbb;
      vertical-align: top;
    }
    a {
      white-space: nowrap;
      overflow: hidden;
      text-overflow: ellipsis;
      display: block;
    }
    .list {
      overflow: auto;
      flex: 1;
    }
  `;

  #days(from, count) {
    const begin = Number(from);
    const end = Number(new Date(from.getFullYear(), from.getMonth(), from.getDate() + count));
    const days = Array.from({ length: count }, () => []);
    const dayOf = (time) => Math.round((new Date(time).setHours(0, 0, 0, 0) - begin) / DAY_MS);
    for (const item of this.sorted) {
      if (item.start >= end) break;
      if (item.end <= begin) continue;
      const last = Math.min(count - 1, dayOf(item.end - 1));
      for (let day = Math.max(0, dayOf(item.start)); day <= last; day++) days[day].push(item);
    }
    return days;
  }

  willUpdate(changed) {
    if (!changed.has('events')) return;
    const at = (time) => new Date(time.length > 10 ? time : `${time}T00:00:00`).getTime();
    this.sorted = this.events
      .map((event) => ({ event, start: at(event.start), end: at(event.end) }))
      .sort((a, b) => a.start - b.start);
  }

  render() {
    const year = this.cursor.getFullYear();
    const month = this.cursor.getMonth();
    const format = (options) => new Intl.DateTimeFormat('de', options);
    const time = format({ hour: '2-digit', minute: '2-digit' });
    const head = html`<h2>${format({ month: 'long', year: 'numeric' }).format(this.cursor)}</h2>`;
    const length = new Date(year, month + 1, 0).getDate();
    if (this.view === 'list') {
      const long = format({ weekday: 'long', day: 'numeric', month: 'long' });
      return html`${head}
        <div class="list" tabindex="0" role="region" aria-label="Liste">
          ${this.#days(this.cursor, length).map((items, day) =>
            items.length === 0
              ? ''
              : html`<h3>${long.format(new Date(year, month, 1 + day))}</h3>
                  <ul>
                    ${items.map(
                      ({ event, start }) =>
                        html`<li>${event.allDay ? 'ganztägig' : time.format(start)} <a href="#">${event.title}</a></li>`,
                    )}
                  </ul>`,
          )}
        </div>`;
    }
    const before = (this.cursor.getDay() + 6) % 7;
    const weeks = Math.ceil((before + length) / 7);
    const days = this.#days(new Date(year, month, 1 - before), weeks * 7);
    const weekday = format({ weekday: 'short' });
    return html`${head}
      <table>
        <thead>
          <tr>
            ${WEEK.map((day) => html`<th scope="col">${weekday.format(new Date(2026, 5, 1 + day))}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${Array.from(
            { length: weeks },
            (_, week) =>
              html`<tr>
                ${WEEK.map((day) => {
                  const items = days[week * 7 + day];
                  return html`<td>
                    <button>${new Date(year, month, 1 - before + week * 7 + day).getDate()}</button>
                    ${items
                      .slice(0, 3)
                      .map(
                        ({ event, start }) =>
                          html`<a href="#">${event.allDay ? '' : `${time.format(start)} `}${event.title}</a>`,
                      )}
                    ${items.length > 3 ? html`<button>${items.length - 3} weitere</button>` : ''}
                  </td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>`;
  }
}
customElements.define('lit-floor', LitFloor);

export function mount(place, events, { date }) {
  const element = document.createElement('lit-floor');
  element.view = 'month';
  element.cursor = new Date(`${date.slice(0, 8)}01T00:00:00`);
  element.events = events;
  place.append(element);
  return {
    next: () => (element.cursor = new Date(element.cursor.getFullYear(), element.cursor.getMonth() + 1, 1)),
    show: (view) => (element.view = view),
  };
}
