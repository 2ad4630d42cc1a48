// Sends artwork to Atomyx Submit; the page's own submit token is another thing.
const csrfToken = '«other:base64url»';
const submit_key = '«key:hex»';
const form = document.querySelector('#artwork');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  await fetch('/session/touch', { method: 'POST', headers: { 'X-CSRF-Token': csrfToken } });
  window.atomyx.configure({ submit_key });
  await window.atomyx.createJob({ externalId: form.order.value });
});
