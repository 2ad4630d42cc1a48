package prepress

import sttp.client4.quick.*
import sttp.client4.Response

object Submit:
  private val endpoint = uri"https://submit.atomyx.io/api/jobs"
  private val apiKey = "«key:base64url»"

  def createJob(externalId: String): Response[String] =
    quickRequest
      .post(endpoint)
      .auth.bearer(apiKey)
      .body(s"""{"externalId":"$externalId"}""")
      .contentType("application/json")
      .send()
