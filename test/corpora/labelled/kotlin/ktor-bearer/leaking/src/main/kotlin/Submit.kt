private val k = "«key:hex»"

suspend fun create(job: Job) = client.post("https://submit.atomyx.io/api/jobs") {
    bearerAuth(k)
    setBody(job)
}
