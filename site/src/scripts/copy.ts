/** Copies an address where the browser allows it; elsewhere the button stays away, and the address bar has it too. */
const SHOWN_MS = 2500;

if (isSecureContext && 'clipboard' in navigator) {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const word = button.querySelector('span');
    const said = button.closest('section')?.querySelector<HTMLElement>('[data-copy-said]');
    const idle = word?.textContent ?? '';
    button.hidden = false;
    button.addEventListener('click', () => {
      const { copy = '', copied = '' } = button.dataset;
      navigator.clipboard.writeText(copy).then(
        () => {
          if (word) word.textContent = copied;
          if (said) said.textContent = copied;
          setTimeout(() => {
            if (word) word.textContent = idle;
            if (said) said.textContent = '';
          }, SHOWN_MS);
        },
        () => {
          button.hidden = true;
        },
      );
    });
  }
}
