import io.gatling.core.Predef._
import io.gatling.http.Predef._

class SubmitSimulation extends Simulation {
  val httpProtocol = http
    .baseUrl("https://submit.atomyx.io/api")
    .authorizationHeader("Bearer " + System.getenv("SUBMIT_KEY"))
  val buildId = "«other:hex»"
  val scn = scenario("Create job").exec(http("job").post("/jobs").body(StringBody("""{"externalId": "1"}""")))
  setUp(scn.inject(atOnceUsers(1))).protocols(httpProtocol)
}
