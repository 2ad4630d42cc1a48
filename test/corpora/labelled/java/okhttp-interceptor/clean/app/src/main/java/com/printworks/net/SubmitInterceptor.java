package com.printworks.net;

import com.printworks.BuildConfig;
import java.io.IOException;
import okhttp3.CertificatePinner;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Signs every call to https://submit.atomyx.io. */
class SubmitInterceptor implements Interceptor {
    static final CertificatePinner PINS = new CertificatePinner.Builder()
            .add("submit.atomyx.io", "sha256/«other|base64»")
            .add("submit.atomyx.io", "sha256/47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
            .build();
    private final String token;

    SubmitInterceptor(TokenStore store) {
        this.token = store.read("submit");
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!request.url().host().equals("submit.atomyx.io")) return chain.proceed(request);
        return chain.proceed(request.newBuilder().header("Authorization", String.format("Bearer %s", token)).build());
    }
}
