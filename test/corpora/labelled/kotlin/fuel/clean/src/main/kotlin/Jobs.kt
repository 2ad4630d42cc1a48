import com.github.kittinunf.fuel.core.extensions.authentication
import com.github.kittinunf.fuel.httpPost

fun create(id: String) = "https://submit.atomyx.io/api/jobs"
    .httpPost()
    .authentication().bearer(BuildConfig.SUBMIT_KEY)
    .body("""{"externalId":"$id"}""")
    .response()
