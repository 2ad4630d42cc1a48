package com.printworks.prepress;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public final class SubmitClient {
    private static final URI JOBS = URI.create("https://submit.atomyx.io/api/jobs");
    private static final String API_KEY = "«key:hex»";

    private final HttpClient http = HttpClient.newHttpClient();

    public String createJob(String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(JOBS)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + API_KEY)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IOException("Submit answered " + response.statusCode());
        }
        return response.body();
    }
}
