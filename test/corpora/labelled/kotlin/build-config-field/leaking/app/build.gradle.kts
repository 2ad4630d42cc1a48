android {
    defaultConfig {
        buildConfigField("String", "SUBMIT_API_KEY", "\"«key:base64url»\"")
        resValue("string", "google_maps_key", "«other:base62»")
        manifestPlaceholders["submitApiKey"] = "«key#2:hex»"
    }
}
