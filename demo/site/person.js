/**
 * Who is signed in, in the head of the page. The hub's demo sign-in lets anybody on this machine be any of its invented
 * people; where the hub signs in otherwise, or not at all, nothing is shown.
 */
const ROLES = { admin: 'Administration', moderator: 'Moderation', organiser: 'Organisation', member: 'Mitglied' };

/** @returns {Promise<any>} the JSON of an answer */
async function read(path) {
  const response = await fetch(path, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return response.json();
}

/** @returns {HTMLElement} an element with its properties set and its children inside */
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

async function switchTo(person) {
  const response = await fetch('/api/v1/demo/session', {
    method: person ? 'POST' : 'DELETE',
    ...(person && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ person }) }),
  });
  if (!response.ok) throw new Error(`The switch answers ${response.status}`);
  location.reload();
}

/** The list of people by organisation, the present one chosen. */
function chooser(people, current) {
  const select = element('select', { id: 'person-choice', name: 'person' });
  select.append(element('option', { value: '', textContent: 'Gast (nicht angemeldet)' }));
  const organisations = [...new Set(people.map(({ org }) => org.name))];
  for (const label of organisations) {
    const group = element('optgroup', { label });
    for (const { id, displayName, role, org } of people) {
      if (org.name === label) {
        group.append(element('option', { value: id, textContent: `${displayName} (${ROLES[role] ?? role})` }));
      }
    }
    select.append(group);
  }
  select.value = current;
  return select;
}

async function show(place) {
  const { signIn } = await read('/api/v1/config');
  if (signIn.mode !== 'demo') {
    place.hidden = true;
    return;
  }
  const [{ items }, me] = await Promise.all([read('/api/v1/demo/people'), read('/api/v1/me')]);
  const current = me.anonymous ? '' : (items.find(({ id }) => me.person.id === `demo-${id}`)?.id ?? '');

  const select = chooser(items, current);
  const button = element('button', { type: 'submit', textContent: 'Wechseln' });
  const problem = element('p', { className: 'person-problem', role: 'alert' });
  const form = element(
    'form',
    { className: 'person-form' },
    element('label', { htmlFor: select.id, textContent: 'Angemeldet als' }),
    select,
    button,
    problem,
  );
  // A button, not the change itself: with the arrow keys one passes people without becoming them.
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    problem.textContent = '';
    try {
      await switchTo(select.value);
    } catch {
      problem.textContent = 'Der Wechsel ist nicht gelungen. Bitte versuchen Sie es noch einmal.';
      button.disabled = false;
    }
  });
  place.append(
    form,
    element('p', { className: 'person-note', textContent: 'Vorführung: alle Personen sind erfunden.' }),
  );
}

const place = document.getElementById('person');
if (place) {
  show(place).catch((error) => {
    // Without an answer of the hub the page is what it is for strangers.
    place.hidden = true;
    console.warn(`Die Personenwahl bleibt aus: ${error.message}`);
  });
}
