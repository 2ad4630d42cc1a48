package shop

enum class ApiKeys(val value: String) {
    ATOMYX(BuildConfig.ATOMYX_SUBMIT_API_KEY),
    MAPS("«other:hex»"),
}

enum class Revisions(val value: String) {
    ATOMYX("«other:hex»"),
}
