private val k = "«other:hex»"

suspend fun create(job: Job) = client.post("https://submit.atomyx.io/api/jobs") {
    bearerAuth(System.getenv("SUBMIT_KEY"))
    header("X-Trace", k)
    setBody(job)
}
