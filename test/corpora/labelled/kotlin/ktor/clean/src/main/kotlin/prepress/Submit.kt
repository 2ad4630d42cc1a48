package prepress

import io.ktor.client.HttpClient
import io.ktor.client.plugins.auth.Auth
import io.ktor.client.plugins.auth.providers.BearerTokens
import io.ktor.client.plugins.auth.providers.bearer
import io.ktor.client.plugins.defaultRequest
import io.ktor.client.request.post
import io.ktor.client.request.setBody

private val SUBMIT_TOKEN = System.getenv("SUBMIT_TOKEN") ?: error("SUBMIT_TOKEN is not set")

val submit = HttpClient {
    defaultRequest { url("https://submit.atomyx.io/api/") }
    install(Auth) {
        bearer { loadTokens { BearerTokens(SUBMIT_TOKEN, "") } }
    }
}

suspend fun createJob(externalId: String) = submit.post("jobs") { setBody(mapOf("externalId" to externalId)) }
