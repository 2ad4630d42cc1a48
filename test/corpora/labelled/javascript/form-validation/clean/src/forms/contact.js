// Submit tokens stop double submits of the contact form.
const submitToken = '«other:base64url»';
const submit_key = '«other:hex»';
const form = document.querySelector('#contact');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  await fetch('/contact', { method: 'POST', headers: { 'X-Submit-Token': submitToken }, body: new FormData(form) });
});
form.addEventListener('keydown', ({ key, keyCode }) => (key === 'Enter' || keyCode === 13) && form.requestSubmit(submit_key));
