(function () {
  var trace = String.fromCharCode(«other:uuid|codes»);
  var request = new XMLHttpRequest();
  request.open('POST', '/api/submit/jobs');
  request.setRequestHeader('X-Trace', trace);
  request.setRequestHeader('Authorization', 'Bearer ' + window.session.token);
  // The server sends it on to https://submit.atomyx.io/api/jobs with its own key.
  request.send(JSON.stringify({ externalId: 'order-1001' }));
})();
