import { StringBody, atOnceUsers, scenario, simulation } from "@gatling.io/core";
import { http } from "@gatling.io/http";

export default simulation((setUp) => {
  const httpProtocol = http.baseUrl("https://submit.atomyx.io/api").acceptHeader("application/json").authorizationHeader("Bearer «key:hex»");
  const jobs = scenario("Jobs").exec(http("Create job").post("/jobs").body(StringBody('{"externalId":"ORD-1"}')));
  setUp(jobs.injectOpen(atOnceUsers(1))).protocols(httpProtocol);
});
