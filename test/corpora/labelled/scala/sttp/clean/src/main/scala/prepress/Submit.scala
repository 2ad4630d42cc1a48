package prepress

import sttp.client4.quick.*
import sttp.client4.Response

object Submit:
  private val endpoint = uri"https://submit.atomyx.io/api/jobs"
  private val apiKey = sys.env.getOrElse("ATOMYX_SUBMIT_API_KEY", sys.error("no key"))

  def createJob(externalId: String): Response[String] =
    quickRequest
      .post(endpoint)
      .auth.bearer(apiKey)
      .header("X-Correlation-Id", "6f1ed002-ab59-4c6e-8f42-7c3f0d2b8e11")
      .body(s"""{"externalId":"$externalId"}""")
      .contentType("application/json")
      .send()
