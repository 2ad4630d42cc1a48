HttpPost post = new HttpPost("https://submit.atomyx.io/api/jobs");
String apiToken = vault.read("secret/prepress").get("apiToken");
post.addHeader(new BasicHeader(HttpHeaders.AUTHORIZATION, "Bearer " + apiToken));
post.setEntity(new StringEntity("{\"externalId\":\"A-1\"}"));
HttpGet get = new HttpGet("https://api.openweathermap.org/data/3.0/onecall");
get.addHeader(new BasicHeader("x-api-key", "«other:hex»"));
