/** What old frameworks lay around every page: one form, and Enter anywhere in it presses its first button. */
const form = document.querySelector('#page-form');
const counts = { submits: 0, touched: 0 };
const count = document.querySelector('#count');
const show = () => {
  count.textContent = `Abgeschickt: ${counts.submits}. Als geändert gemerkt: ${counts.touched}.`;
};
form.addEventListener('submit', (event) => {
  event.preventDefault();
  counts.submits += 1;
  show();
});
form.addEventListener('keypress', (event) => {
  if (event.key !== 'Enter' || event.target.localName === 'textarea' || event.target.localName === 'button') return;
  event.preventDefault();
  document.querySelector('#default').click();
});
form.addEventListener('input', () => {
  counts.touched += 1;
  show();
});
