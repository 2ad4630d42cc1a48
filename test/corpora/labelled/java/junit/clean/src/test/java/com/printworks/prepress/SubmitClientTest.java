package com.printworks.prepress;

import static com.github.tomakehurst.wiremock.client.WireMock.*;

import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import org.junit.jupiter.api.Test;

@WireMockTest
class SubmitClientTest {
    private static final String API_KEY = "test-api-key";

    @Test
    void sendsTheKeyAsBearer() throws Exception {
        stubFor(post("/api/jobs").willReturn(created().withBody("{\"id\":\"0b5c0f4e-8d5e-4e0c-9a3f-1f6a4f0f7a63\"}")));
        new SubmitClient("http://localhost:8080", API_KEY).createJob("{\"externalId\":\"order-1\"}");
        verify(postRequestedFor(urlEqualTo("/api/jobs")).withHeader("Authorization", equalTo("Bearer test-api-key")));
        verify(postRequestedFor(urlEqualTo("/api/jobs")).withHeader("Authorization", matching("Bearer .+")));
    }
}
