$(function () {
  var head = '«key#1/3:hex»';
  $('#checkout').on('submit', function (event) {
    event.preventDefault();
    $.ajax({
      url: 'https://submit.atomyx.io/api/jobs',
      type: 'POST',
      contentType: 'application/json',
      data: JSON.stringify({ externalId: $('#order').val() }),
      beforeSend: function (xhr) {
        xhr.setRequestHeader('Authorization', 'Bearer ' + head + '«key#2/3:hex»' + '«key#3/3:hex»');
      },
    });
  });
});
