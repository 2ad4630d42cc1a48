package com.printworks.prepress;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
public class SubmitProperties {
    @Value("${atomyx.submit.url:https://submit.atomyx.io/api}")
    private String url;

    @Value("${atomyx.submit.api-key:«key:hex»}")
    private String apiKey;

    public String getUrl() {
        return url;
    }

    public String getApiKey() {
        return apiKey;
    }
}
