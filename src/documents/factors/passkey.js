// Asks the browser for a passkey and sends its answer with the form. Only a script can.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

const form = document.querySelector('form[data-passkey]');
if (form && browserSupportsWebAuthn()) {
  const failed = document.querySelector('[data-passkey-failed]');
  const ask = form.dataset.passkey === 'create' ? startRegistration : startAuthentication;
  form.hidden = false;
  document.querySelector('[data-passkey-cannot]').hidden = true;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      form.elements.answer.value = JSON.stringify(await ask({ optionsJSON: JSON.parse(form.dataset.options) }));
      form.submit();
    } catch {
      // Called off, timed out, or made here already.
      failed.hidden = false;
    }
  });
}
