package shop

enum class ApiKeys(val value: String) {
    ATOMYX("«key:hex»"),
    MAPS(BuildConfig.MAPS_KEY),
}
