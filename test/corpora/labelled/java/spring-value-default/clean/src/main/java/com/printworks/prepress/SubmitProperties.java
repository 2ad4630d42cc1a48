package com.printworks.prepress;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
public class SubmitProperties {
    @Value("${atomyx.submit.url:https://submit.atomyx.io/api}")
    private String url;

    @Value("${atomyx.submit.api-key:#{null}}")
    private String apiKey;

    @Value("${atomyx.submit.api-key-file:/run/secrets/atomyx_submit_api_key}")
    private String apiKeyFile;

    @Value("${atomyx.callback.hmac-secret:«other:hex»}")
    private String callbackSecret;

    public String getUrl() {
        return url;
    }

    public String getApiKey() {
        return apiKey;
    }
}
