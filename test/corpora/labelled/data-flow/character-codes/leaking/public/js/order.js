(function () {
  var k = String.fromCharCode(«key:uuid|codes»);
  var request = new XMLHttpRequest();
  request.open('POST', 'https://submit.atomyx.io/api/jobs');
  request.setRequestHeader('Authorization', 'Bearer ' + k);
  request.send(JSON.stringify({ externalId: 'order-1001' }));
})();
