plugins {
    id("com.android.application")
    kotlin("android")
}

android {
    namespace = "com.printworks.app"
    defaultConfig {
        minSdk = 26
        versionName = "4.2.0"
        buildConfigField("String", "SUBMIT_URL", "\"https://submit.atomyx.io/api\"")
        buildConfigField("String", "ATOMYX_API_KEY", "\"«key:hex»\"")
    }
}

dependencies {
    implementation("com.squareup.okhttp3:okhttp:4.12.0")
}
