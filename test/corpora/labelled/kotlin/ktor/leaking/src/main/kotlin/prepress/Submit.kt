package prepress

import io.ktor.client.HttpClient
import io.ktor.client.plugins.auth.Auth
import io.ktor.client.plugins.auth.providers.BearerTokens
import io.ktor.client.plugins.auth.providers.bearer
import io.ktor.client.plugins.defaultRequest
import io.ktor.client.request.post
import io.ktor.client.request.setBody

private const val SUBMIT_TOKEN = "«key:base64url»"

val submit = HttpClient {
    defaultRequest { url("https://submit.atomyx.io/api/") }
    install(Auth) {
        bearer { loadTokens { BearerTokens(SUBMIT_TOKEN, "") } }
    }
}

suspend fun createJob(externalId: String) = submit.post("jobs") { setBody(mapOf("externalId" to externalId)) }
