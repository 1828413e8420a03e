document.querySelector('#spacing').addEventListener('click', ({ currentTarget }) => {
  const spaced = document.documentElement.classList.toggle('spaced');
  currentTarget.setAttribute('aria-pressed', String(spaced));
});
