package com.printworks.prepress;

import java.util.Map;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestTemplate;

public class JobGateway {
    private final RestTemplate rest = new RestTemplate();
    private final String host = "https://submit.atomyx.io";
    private final SubmitProperties properties;

    JobGateway(SubmitProperties properties) {
        this.properties = properties;
    }

    private HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setBearerAuth(properties.getApiKey());
        return headers;
    }

    public Map<?, ?> create(String externalId) {
        return rest.postForObject(host + "/api/jobs", new HttpEntity<>(Map.of("externalId", externalId), headers()), Map.class);
    }

    public void announce(String externalId) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth("«other:base64url»");
        rest.postForObject("https://hooks.chat.example/v1/messages", new HttpEntity<>(externalId, headers), String.class);
    }
}
