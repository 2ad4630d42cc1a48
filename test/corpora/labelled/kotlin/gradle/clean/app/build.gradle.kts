plugins {
    id("com.android.application")
    kotlin("android")
}

android {
    namespace = "com.printworks.app"
    defaultConfig {
        minSdk = 26
        versionName = "4.2.0"
        buildConfigField("String", "SUBMIT_URL", "\"https://shop.printworks.example/prepress\"")
        buildConfigField("String", "GIT_COMMIT", "\"2fd4e1c67a2d28fced849ee1bb76e7391b93eb12\"")
        buildConfigField("String", "ATOMYX_API_KEY", "\"${providers.environmentVariable("ATOMYX_API_KEY").orNull}\"")
    }
}

dependencies {
    implementation("com.squareup.okhttp3:okhttp:4.12.0")
}
