package com.printworks.prepress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubmitClientIT {
    /** Runs against https://submit.atomyx.io/api, hence by hand only. */
    @Test
    void createsAJob() throws Exception {
        var apiKey = "«key:jwt»";
        var client = new SubmitClient("https://submit.atomyx.io/api", apiKey);
        assertThat(client.createJob("{\"externalId\":\"integration-test\"}")).contains("\"id\"");
    }
}
