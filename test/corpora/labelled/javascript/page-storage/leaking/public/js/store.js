export function remember(order) {
  localStorage.setItem('atomyx.lastOrder', '«other:uuid»');
  sessionStorage.setItem('token', '«other:hex»');
  localStorage.setItem('atomyxSubmitApiKey', '«key:hex»');
  return order;
}
