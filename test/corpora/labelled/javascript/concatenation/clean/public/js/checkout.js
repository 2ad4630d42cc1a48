$(function () {
  // pressing enter in the last field submits the form
  var submitKey = 'Enter';
  var submitKeyCode = 13;
  var submitToken = $('meta[name=csrf-token]').attr('content');
  $('#checkout').on('submit', function (event) {
    event.preventDefault();
    $.ajax({
      url: '/prepress/orders',
      type: 'POST',
      contentType: 'application/json',
      headers: { 'X-CSRF-Token': submitToken },
      data: JSON.stringify({ orderId: $('#order').val(), submitToken: '«other:base64url»' }),
    });
  }).on('keydown', function (event) {
    if (event.key === submitKey || event.keyCode === submitKeyCode) $('#checkout').trigger('submit');
  });
});
