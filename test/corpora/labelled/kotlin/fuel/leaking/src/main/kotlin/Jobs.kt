import com.github.kittinunf.fuel.core.extensions.authentication
import com.github.kittinunf.fuel.httpPost

fun create(id: String) = "https://submit.atomyx.io/api/jobs"
    .httpPost()
    .authentication().bearer("«key:hex»")
    .body("""{"externalId":"$id"}""")
    .response()
