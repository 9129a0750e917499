/** The page without a network: says when the network is back, and lets the person decide to go on. */
const said = document.querySelector<HTMLElement>('[data-online]');
const isOffline = document.querySelector('[data-offline]') && !location.pathname.endsWith('/luring');

addEventListener('online', () => {
  if (said) said.hidden = false;
});
// Shown in place of another page: that page is what trying again means.
document.querySelector('[data-reload]')?.addEventListener('click', (event) => {
  event.preventDefault();
  if (isOffline) location.reload();
  else location.assign('/');
});

export {};
