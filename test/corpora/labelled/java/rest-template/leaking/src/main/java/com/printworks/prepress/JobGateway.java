package com.printworks.prepress;

import java.util.Map;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestTemplate;

public class JobGateway {
    private final RestTemplate rest = new RestTemplate();
    private final String host = "https://submit.atomyx.io";

    private HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setBearerAuth("«key:base64url»");
        return headers;
    }

    public Map<?, ?> create(String externalId) {
        return rest.postForObject(host + "/api/jobs", new HttpEntity<>(Map.of("externalId", externalId), headers()), Map.class);
    }
}
